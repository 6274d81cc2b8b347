"""Whom a thread keeps up: what is unread, who was named, who follows, who may be named."""

from datetime import timedelta

import pytest

from backend.activity.sealing import seal
from backend.database.transaction import execute
from tests.makers.ledger import make_branch, make_client
from tests.threads.said import head, post, posted

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]


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
