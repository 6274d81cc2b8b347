"""Posting, changing and pinning comments over the API."""

import asyncio
from datetime import timedelta

import pytest

from backend.database.transaction import execute, fetch_all, fetch_one, fetch_value
from shared.ids import new_id
from tests.access.file_cases import make_file
from tests.access.import_cases import Uploads
from tests.makers.ledger import make_branch, make_client
from tests.threads.said import SEEN, post, posted

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

INSULT = "Le patron est un connard."


@pytest.fixture(autouse=True)
def where_files_lie(settings):
    Uploads.data = settings.data


async def test_a_comment_is_told_with_who_wrote_it_and_until_when_it_can_be_changed(
    rep, place, clock
):
    told = await posted(rep, place[1])
    assert told["text"] == SEEN
    assert told["author"]["role"] == "sales"
    assert (told["version"], told["edited_at"], told["pinned_at"]) == (1, None, None)
    assert told["editable_until"] == (clock.now() + timedelta(minutes=10)).isoformat().replace(
        "+00:00", "Z"
    )


async def test_the_same_comment_sent_again_is_one_comment(rep, place):
    body = {"id": str(new_id())}
    first, again = await posted(rep, place[1], **body), await posted(rep, place[1], **body)
    assert first == again
    assert await fetch_value("SELECT count(*) FROM comment") == 1
    other = await post(rep, place[1], "Autre chose.", **body)
    assert (other.status_code, other.json()["code"]) == (409, "id-taken")


async def test_a_comment_sent_four_times_at_once_is_one_comment(rep, place):
    body = {"id": str(new_id())}
    answers = await asyncio.gather(*(post(rep, place[1], **body) for _ in range(4)))
    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.text for answer in answers}) == 1
    assert await fetch_value("SELECT count(*) FROM comment_version") == 1
    facts = "SELECT count(*) FROM activity WHERE kind = 'comment-posted'"
    assert await fetch_value(facts) == 1


async def test_ten_thousand_characters_are_a_comment_and_one_more_is_none(rep, place):
    assert len((await posted(rep, place[1], "virement " * 1_111 + "x"))["text"]) == 10_000
    assert (await post(rep, place[1], "x" * 10_001)).status_code == 422
    assert (await post(rep, place[1], "")).status_code == 422


async def test_the_history_knows_of_the_comment_and_not_its_words(rep, place):
    told = await posted(rep, place[1])
    fact = await fetch_one("SELECT * FROM activity WHERE kind = 'comment-posted'")
    assert fact is not None
    assert (str(fact["subject"]), fact["client"]) == (told["id"], place[1].id)
    assert "comptable" not in str(dict(fact))


async def test_a_comment_typed_offline_keeps_when_it_was_said(rep, place, clock):
    said = clock.now() - timedelta(days=3)
    told = await posted(rep, place[1], said_at=said.isoformat())
    assert told["said_at"] < told["recorded_at"]
    ahead = clock.now() + timedelta(days=1)
    told = await posted(rep, place[1], said_at=ahead.isoformat())
    assert told["said_at"] == told["recorded_at"]
    old = await post(rep, place[1], said_at=(clock.now() - timedelta(days=61)).isoformat())
    assert (old.status_code, old.json()["code"]) == (422, "said-too-long-ago")


async def test_wording_that_is_not_factual_is_refused_with_what_why_and_how_else(rep, place):
    answer = await post(rep, place[1], INSULT)
    assert (answer.status_code, answer.json()["code"]) == (422, "wording-not-factual")
    facts = answer.json()["facts"]
    topic, start, end = facts["findings"][0].split()
    assert (topic, INSULT[int(start) : int(end)]) == ("insult", "connard")
    assert len(facts["why"]) == len(facts["instead"]) == 1
    assert await fetch_value("SELECT count(*) FROM comment") == 0


async def test_whoever_has_a_reason_goes_on_and_the_reason_is_kept_without_the_words(rep, place):
    reason = "Citation du courrier du client."
    await posted(rep, place[1], INSULT, override_reason=reason)
    fact = await fetch_one("SELECT * FROM activity WHERE kind = 'wording-overridden'")
    assert fact is not None
    assert (fact["why"], fact["after"]) == (reason, {"topics": ["insult"]})
    assert "connard" not in str(await fetch_all("SELECT before, after, why FROM activity"))


async def test_a_reason_nobody_needed_is_not_kept(rep, place):
    await posted(rep, place[1], override_reason="Au cas où.")
    kinds = {row["kind"] for row in await fetch_all("SELECT kind FROM activity")}
    assert "wording-overridden" not in kinds


async def test_people_and_roles_in_scope_are_named(sign_in, add_person, rep, place):
    colleague = await add_person("collector", name="Inès Vial", branches=[place[0].id])
    told = await posted(rep, place[1], mentions=[str(colleague.id)] * 2, roles=["collector"])
    assert told["mentions"] == [{"id": str(colleague.id), "name": "Inès Vial"}]
    assert told["roles"] == ["collector"]


async def test_somebody_out_of_scope_and_nobody_are_refused_alike(add_person, rep, place):
    outsider = await add_person("sales", branches=[(await make_branch()).id])
    left = await add_person("sales", branches=[place[0].id])
    await execute("UPDATE account SET disabled_at = now() WHERE id = $1", left.id)
    told = []
    for id_ in (outsider.id, left.id, new_id()):
        answer = await post(rep, place[1], mentions=[str(id_)])
        body = answer.json() | {"request_id": None}
        told.append((answer.status_code, body, len(answer.content)))
        assert (answer.status_code, body["code"]) == (422, "not-mentionable")
    assert told[0] == told[1] == told[2]


async def test_a_role_nobody_in_scope_has_is_refused(rep, add_person, place):
    await add_person("after_sales", branches=[(await make_branch()).id])
    answer = await post(rep, place[1], roles=["after_sales"])
    assert (answer.status_code, answer.json()["code"]) == (422, "not-mentionable")


async def test_a_photo_of_the_client_is_shown_and_one_of_another_is_refused(rep, place):
    mine = await make_file(place[1].id)
    told = await posted(rep, place[1], "Deux portes voilées.", files=[str(mine)])
    assert [file["id"] for file in told["files"]] == [str(mine)]
    theirs = await make_file((await make_client()).id)
    for id_ in (theirs, new_id()):
        answer = await post(rep, place[1], files=[str(id_)])
        assert (answer.status_code, answer.json()["code"]) == (422, "no-such-file")


async def test_its_author_changes_a_comment_for_ten_minutes_and_what_it_said_stays(
    rep, place, clock
):
    told = await posted(rep, place[1])
    path = f"/api/comments/{told['id']}"
    clock.move(minutes=10)
    changed = await rep.patch(path, json={"text": "Elle paie mardi."})
    assert changed.status_code == 200, changed.text
    assert (changed.json()["text"], changed.json()["version"]) == ("Elle paie mardi.", 2)
    versions = (await rep.get(f"{path}/versions")).json()["items"]
    assert [(one["number"], one["text"]) for one in versions] == [
        (2, "Elle paie mardi."),
        (1, SEEN),
    ]
    clock.move(seconds=1)
    late = await rep.patch(path, json={"text": "Trop tard."})
    assert (late.status_code, late.json()["code"]) == (409, "edit-too-late")


async def test_nobody_else_changes_a_comment(rep, sign_in, place):
    told = await posted(rep, place[1])
    path = f"/api/comments/{told['id']}"
    boss = await sign_in("admin", everything=True)
    answer = await boss.patch(path, json={"text": "Autre."})
    assert (answer.status_code, answer.json()["code"]) == (403, "not-your-comment")
    outsider = await sign_in("sales", branches=[(await make_branch()).id])
    answer = await outsider.patch(path, json={"text": "Autre."})
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


async def test_a_change_sent_again_is_one_version_even_once_it_is_too_late(rep, place, clock):
    told = await posted(rep, place[1])
    body = {"id": str(new_id()), "text": "Elle paie mardi."}
    first = await rep.patch(f"/api/comments/{told['id']}", json=body)
    clock.move(minutes=14)
    again = await rep.patch(f"/api/comments/{told['id']}", json=body)
    assert (again.status_code, again.json()["version"]) == (200, 2)
    assert first.json()["text"] == again.json()["text"]


async def test_changes_at_once_are_each_a_version(rep, place):
    told = await posted(rep, place[1])
    path = f"/api/comments/{told['id']}"
    answers = await asyncio.gather(
        *(rep.patch(path, json={"text": f"Elle paie le {day}."}) for day in range(1, 9))
    )
    assert {answer.status_code for answer in answers} == {200}
    versions = (await rep.get(f"{path}/versions")).json()["items"]
    assert [one["number"] for one in versions] == list(range(9, 0, -1))
    assert {one["text"] for one in versions} == {
        told["text"],
        *(f"Elle paie le {day}." for day in range(1, 9)),
    }


async def test_a_change_is_held_to_the_same_wording(rep, place):
    told = await posted(rep, place[1])
    answer = await rep.patch(f"/api/comments/{told['id']}", json={"text": INSULT})
    assert (answer.status_code, answer.json()["code"]) == (422, "wording-not-factual")


async def test_a_decision_is_pinned_once_by_who_may_and_taken_down(rep, sign_in, place):
    told = await posted(rep, place[1])
    path = f"/api/comments/{told['id']}/pin"
    assert (await rep.put(path)).status_code == 403
    boss = await sign_in("branch_manager", branches=[place[0].id])
    first, again = await boss.put(path), await boss.put(path)
    assert first.json()["pinned_at"] is not None
    assert first.json() == again.json()
    head = (await rep.get(f"/api/clients/{place[1].id}/thread/head")).json()
    assert [one["id"] for one in head["pinned"]] == [told["id"]]
    down = await boss.delete(path)
    assert down.json()["pinned_at"] is None
    facts = "SELECT count(*) FROM activity WHERE kind IN ('comment-pinned', 'comment-unpinned')"
    assert await fetch_value(facts) == 2


async def test_what_a_version_said_cannot_be_altered(rep, place, database):
    await posted(rep, place[1])
    with pytest.raises(Exception, match="never changed"):
        await execute("UPDATE comment_version SET text = 'autre'")
