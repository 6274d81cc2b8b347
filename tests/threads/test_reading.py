"""The thread as a stream, its marks, and who may be named in it."""

from datetime import timedelta

import pytest

from backend.activity.sealing import seal
from backend.activity.service import NOBODY, By, Fact, record
from backend.database.transaction import execute, transaction
from tests.access.world import make_viewer
from tests.edge_fixtures import SignIn
from tests.live.screens import screen_of
from tests.makers.comments import make_comment
from tests.makers.ledger import make_branch, make_client
from tests.threads.test_commenting import post, posted

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]


@pytest.fixture
async def place():
    branch = await make_branch()
    return branch, await make_client(branch=branch.id)


@pytest.fixture
async def rep(sign_in: SignIn, place):
    return await sign_in("sales", branches=[place[0].id])


async def tell(client, kind: str, at, by=NOBODY, **fields) -> None:
    async with transaction():
        await record(Fact(kind=kind, client=client.id, **fields), by=by, at=at)


async def thread(who, client, **params):
    answer = await who.get(f"/api/clients/{client.id}/thread", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def head(who, client):
    return (await who.get(f"/api/clients/{client.id}/thread/head")).json()


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


async def test_what_was_read_or_followed_before_a_merge_is_after_it(rep, sign_in, place, clock):
    other = await sign_in("collector", branches=[place[0].id])
    old = await make_client(branch=place[0].id)
    await posted(rep, old)
    await other.put(f"/api/clients/{old.id}/thread/follow")
    await other.put(f"/api/clients/{old.id}/thread/read", json={"through": clock.now().isoformat()})
    clock.move(seconds=1)
    await posted(rep, place[1])
    await seal()  # before, for no fact tells of what is done to the clients here
    await execute("UPDATE client SET merged_into = $2 WHERE id = $1", old.id, place[1].id)
    told = await head(other, place[1])
    assert (told["comments"], told["unread"], told["is_following"]) == (2, 1, True)
    await other.delete(f"/api/clients/{place[1].id}/thread/follow")
    assert (await head(other, place[1]))["is_following"] is False
    await execute("UPDATE client SET merged_into = NULL WHERE id = $1", old.id)
    assert (await head(other, old))["is_following"] is True


async def test_others_comments_are_unread_until_the_thread_is_read(rep, sign_in, place, clock):
    other = await sign_in("collector", branches=[place[0].id])
    await posted(rep, place[1])
    assert ((await head(rep, place[1]))["unread"], (await head(other, place[1]))["unread"]) == (
        0,
        1,
    )
    path = f"/api/clients/{place[1].id}/thread/read"
    assert (await other.put(path, json={"through": clock.now().isoformat()})).status_code == 204
    assert (await head(other, place[1]))["unread"] == 0
    earlier = (clock.now() - timedelta(days=1)).isoformat()
    await other.put(path, json={"through": earlier})
    assert (await head(other, place[1]))["unread"] == 0
    clock.move(minutes=1)
    await posted(rep, place[1], "Virement reçu.")
    counts = await head(other, place[1])
    assert (counts["comments"], counts["people"], counts["unread"]) == (2, 1, 1)


async def test_a_mark_ahead_of_the_clock_hides_nothing_that_comes(rep, sign_in, place, clock):
    other = await sign_in("collector", branches=[place[0].id])
    ahead = (clock.now() + timedelta(days=9)).isoformat()
    await other.put(f"/api/clients/{place[1].id}/thread/read", json={"through": ahead})
    clock.move(minutes=1)
    await posted(rep, place[1])
    assert (await head(other, place[1]))["unread"] == 1


async def test_my_mentions_are_those_of_me_and_of_my_role_until_i_read_them(
    rep, sign_in, add_person, place, clock
):
    person = await add_person("collector", branches=[place[0].id])
    other = await sign_in(person)
    me = await posted(rep, place[1], mentions=[str(person.id)])
    clock.move(minutes=1)
    role = await posted(rep, place[1], "Aux recouvreurs.", roles=["collector"])
    await posted(rep, place[1], "À personne.")
    found = (await other.get("/api/mentions", params={"filter": "unread"})).json()
    assert [one["comment"]["id"] for one in found["items"]] == [role["id"], me["id"]]
    assert found["items"][0]["client"]["id"] == str(place[1].id)
    page = (await other.get("/api/mentions", params={"limit": 1})).json()
    more = await other.get("/api/mentions", params={"limit": 1, "cursor": page["next_cursor"]})
    assert [one["comment"]["id"] for one in more.json()["items"]] == [me["id"]]
    assert (await head(other, place[1]))["unread_mentions"] == 2
    await other.put(
        f"/api/clients/{place[1].id}/thread/read", json={"through": clock.now().isoformat()}
    )
    assert (await other.get("/api/mentions", params={"filter": "unread"})).json()["items"] == []
    assert len((await other.get("/api/mentions")).json()["items"]) == 2
    assert (await rep.get("/api/mentions")).json()["items"] == []


async def test_a_mention_is_out_of_sight_with_its_client(rep, sign_in, add_person, place):
    person = await add_person("collector", branches=[place[0].id])
    other = await sign_in(person)
    await posted(rep, place[1], mentions=[str(person.id)])
    await execute("DELETE FROM account_branch WHERE account = $1", person.id)
    assert (await other.get("/api/mentions")).json()["items"] == []


async def test_whoever_writes_or_is_named_follows_and_whoever_left_is_not_brought_back(
    rep, sign_in, add_person, place
):
    person = await add_person("collector", branches=[place[0].id])
    other = await sign_in(person)
    path = f"/api/clients/{place[1].id}/thread/follow"
    assert not (await head(rep, place[1]))["is_following"]
    await posted(rep, place[1], mentions=[str(person.id)])
    assert (await head(rep, place[1]))["is_following"]
    assert (await head(other, place[1]))["is_following"]
    assert (await other.delete(path)).status_code == 204
    await posted(rep, place[1], "Encore.", mentions=[str(person.id)])
    assert not (await head(other, place[1]))["is_following"]
    assert (await other.put(path)).status_code == 204
    assert (await head(other, place[1]))["is_following"]


async def test_those_who_see_the_client_may_be_named_and_are_found_by_their_name(
    rep, add_person, place
):
    await add_person("collector", name="Inès Vial", branches=[place[0].id])
    await add_person("sales", name="Inès Ailleurs", branches=[(await make_branch()).id])
    await add_person("admin", name="Jean-Inès Partout", everything=True)
    path = f"/api/clients/{place[1].id}/mentionable"
    found = (await rep.get(path, params={"q": "INES"})).json()
    assert [one["name"] for one in found["people"]] == ["Inès Vial", "Jean-Inès Partout"]
    assert found["roles"] == ["admin", "collector", "sales"]
    assert (await rep.get(path, params={"q": "%"})).json()["people"] != []
    assert (await rep.get(path, params={"q": "zzz"})).json()["people"] == []


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


@pytest.mark.parametrize(
    "said", [1_700_000_000, "1700000000", "2026-11-20", "2026-11-20T09:00:00", True, None]
)
async def test_only_an_instant_with_its_offset_is_one(rep, place, said):
    path = f"/api/clients/{place[1].id}/thread/read"
    assert (await rep.put(path, json={"through": said})).status_code in {400, 422}


@pytest.mark.parametrize("said", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
async def test_the_ends_of_time_are_instants_too(rep, place, said):
    path = f"/api/clients/{place[1].id}/thread/read"
    assert (await rep.put(path, json={"through": said})).status_code == 204
    assert (await post(rep, place[1], said_at=said)).status_code in {201, 422}


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
