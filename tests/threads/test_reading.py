"""The thread as a stream: comments and what happened, in pages, within one's scope, live."""

import pytest

from backend.activity.sealing import seal
from backend.activity.service import NOBODY, By, Fact, record
from backend.database.transaction import execute, transaction
from tests.access.world import make_viewer
from tests.live.screens import screen_of
from tests.makers.comments import make_comment
from tests.makers.ledger import make_branch, make_client
from tests.threads.said import head, post, posted, thread

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]


async def tell(client, kind: str, at, by=NOBODY, **fields) -> None:
    async with transaction():
        await record(Fact(kind=kind, client=client.id, **fields), by=by, at=at)


async def test_comments_and_events_are_one_stream_the_newest_first(rep, place, clock):
    promise = {"amount": "6240.00", "currency": "EUR", "promised_on": "2026-11-23"}
    first = await posted(rep, place[1])
    await tell(place[1], "promise-taken", clock.now(), after=promise)
    last = await posted(rep, place[1], "Reste après le remplacement.")
    items = (await thread(rep, place[1]))["items"]
    assert [item["kind"] for item in items] == ["comment", "event", "comment"]
    assert [items[0]["comment"]["id"], items[2]["comment"]["id"]] == [last["id"], first["id"]]
    assert items[1]["event"]["text"] == "Promesse de 6\u202f240,00\u00a0€ pour le 23 nov. 2026"


async def test_the_stream_is_read_in_pages_and_every_entry_once(rep, place, clock):
    for number in range(5):
        await posted(rep, place[1], f"Appel n° {number}.")
        await tell(place[1], "dispute-opened", clock.now())
    whole = (await thread(rep, place[1]))["items"]
    read, cursor = [], None
    while True:
        page = await thread(rep, place[1], limit=3, **({"cursor": cursor} if cursor else {}))
        read += page["items"]
        assert len(page["items"]) <= 3
        cursor = page["next_cursor"]
        if cursor is None:
            break
        await posted(rep, place[1], "Entre-temps.")  # moves no page
    assert read == whole
    assert len(whole) == 10


async def test_a_cursor_of_another_thread_is_refused(rep, place):
    other = await make_client(branch=place[0].id)
    for _ in range(2):
        await posted(rep, place[1])
    cursor = (await thread(rep, place[1], limit=1))["next_cursor"]
    answer = await rep.get(f"/api/clients/{other.id}/thread", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor")


async def test_facts_that_are_for_auditors_only_stay_out(rep, place, clock):
    await tell(place[1], "client-changed", clock.now(), after={"profile": "secret"})
    await tell(place[1], "wording-overridden", clock.now(), why="citation")
    assert (await thread(rep, place[1]))["items"] == []


async def test_who_the_client_is_assigned_to_is_told_and_who_it_was_is_not(
    rep, place, clock, add_person
):
    boss = await add_person("branch_manager", name="Zoé Chef")
    await tell(
        place[1],
        "client-assigned",
        clock.now(),
        by=By(boss.id),
        before={"rep_name": "Ancien Commercial", "rep": None},
        after={"rep": str(boss.id), "rep_name": "Alix Roux"},
    )
    event = (await thread(rep, place[1]))["items"][0]["event"]
    assert event["text"] == "Client confié : commercial Alix Roux"
    assert event["actor"]["name"] == "Zoé Chef"


async def test_a_merged_clients_comments_are_in_the_thread_of_what_it_became(rep, place):
    old = await make_client(branch=place[0].id)
    told = await posted(rep, old)
    await execute("UPDATE client SET merged_into = $2 WHERE id = $1", old.id, place[1].id)
    for client in (old, place[1]):
        items = (await thread(rep, client))["items"]
        assert [item["comment"]["id"] for item in items if item["comment"]] == [told["id"]]
        assert items[0]["comment"]["client_id"] == str(place[1].id)
    assert (await head(rep, place[1]))["comments"] == 1


async def test_a_thread_out_of_scope_is_as_if_it_were_not(sign_in, rep, place):
    told = await posted(rep, place[1])
    outsider = await sign_in("sales", branches=[(await make_branch()).id])
    for path in (
        f"/api/clients/{place[1].id}/thread",
        f"/api/clients/{place[1].id}/thread/head",
        f"/api/clients/{place[1].id}/mentionable",
        f"/api/comments/{told['id']}/versions",
    ):
        assert (await outsider.get(path)).status_code == 404
    assert (await post(outsider, place[1])).status_code == 404


async def test_an_open_screen_hears_of_a_comment_by_its_ids(app, place):
    person = await make_viewer("collector", place[0].id)
    outsider = await make_viewer("collector", (await make_branch()).id)
    await seal()
    async with screen_of(app, person) as screen, screen_of(app, outsider) as deaf:
        id_ = await make_comment(place[1].id, "Une phrase que personne d’autre ne lit.")
        await seal()
        event = await screen.event()
        assert event.data["kind"] == "comment-posted"
        assert event.data["client_id"] == str(place[1].id)
        assert "phrase" not in screen.text
        assert str(id_) not in deaf.text
