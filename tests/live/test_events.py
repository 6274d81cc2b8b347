"""An open screen is told of what happens to the clients in its person's scope, and of no other."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from uuid import UUID

import pytest
from litestar import Litestar

from backend.activity.erasing import erase_text
from backend.activity.sealing import seal
from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import connection, execute, fetch_value, transaction
from backend.live import switchboard as switchboard_module
from backend.live.streams import WAITING_MOST, Stream
from backend.live.switchboard import CAUGHT_UP_MOST, STREAMS_OF_A_DEVICE_MOST, Switchboard
from tests.access.world import NOW, ROLES, Place, as_person, make_place, make_viewer
from tests.edge_fixtures import MovingClock
from tests.live.screens import screen_of
from tests.makers.ledger import make_client, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def happens(client: UUID | None, kind: str = "noted", times: int = 1) -> UUID:
    """Something happens to a client; answers the last fact's id."""
    async with transaction():
        await record(*(Fact(kind=kind, client=client) for _ in range(times)), by=NOBODY, at=NOW)
    found: UUID = await fetch_value("SELECT max(id::text)::uuid FROM activity")
    return found


@pytest.fixture
async def place(app: Litestar) -> Place:
    made = await make_place("QHERE")
    await seal()
    return made


async def test_a_fact_reaches_the_screen_as_ids_alone(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        assert screen.status == 200
        assert screen.headers["content-type"].startswith("text/event-stream")
        assert screen.headers["cache-control"] == "no-store"
        fact = await happens(place.client.id, "contact-added")
        event = await screen.event()
        assert event.kind == "fact"
        assert event.data == {
            "position": event.id,
            "client_id": str(place.client.id),
            "kind": "contact-added",
            "fact_id": str(fact),
        }


@pytest.mark.parametrize("role", ROLES)
async def test_nobody_hears_of_a_client_out_of_scope(app, place, role):
    elsewhere = await make_place("QELSE")
    person = await make_viewer(role, place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(elsewhere.client.id, "hidden")
        await happens(None, "of-no-client")
        await happens(place.client.id, "seen")
        assert (await screen.event()).data["kind"] == "seen"
        assert str(elsewhere.client.id) not in screen.text


async def test_the_scope_is_that_of_the_moment(app, place):
    elsewhere = await make_place("QELSE")
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.client.id, "1")
        assert (await screen.event()).data["kind"] == "1"
        await execute(
            "UPDATE account_branch SET branch = $2 WHERE account = $1",
            person.id,
            elsewhere.branch.id,
        )
        await happens(place.client.id, "2")
        await happens(elsewhere.client.id, "3")
        assert (await screen.event()).data["kind"] == "3"


async def test_whoever_sees_by_portfolio_or_everything_hears_too(app, place):
    rep, chief = await make_person("sales"), await make_viewer("finance_director", everything=True)
    client = await make_client(company=place.company.id, rep=rep.id)
    async with screen_of(app, rep) as one, screen_of(app, chief) as other:
        await happens(place.client.id, "not the rep's")
        await happens(client.id, "the rep's")
        assert (await one.event()).data["kind"] == "the rep's"
        assert (await other.event()).data["kind"] == "not the rep's"
        assert (await other.event()).data["kind"] == "the rep's"


async def test_what_happens_to_a_merged_client_is_told_of_the_one_that_stands(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.merged.id)
        assert (await screen.event()).data["client_id"] == str(place.client.id)


async def test_events_come_in_the_order_of_the_history(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await asyncio.gather(*(happens(place.client.id, times=3) for _ in range(10)))
        ids = [(await screen.event()).id for _ in range(30)]
        assert ids == sorted(set(ids))


async def test_the_erasing_of_text_is_told_like_any_fact(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        fact = await happens(place.client.id)
        await screen.event()
        await erase_text([fact], by=NOBODY, at=NOW)
        assert (await screen.event()).data["kind"] == "text-erased"


async def test_whoever_comes_back_is_told_what_they_missed(app, place):
    elsewhere = await make_place("QELSE")
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.client.id, "heard")
        last = (await screen.event()).id
    await happens(place.client.id, "missed")
    await happens(elsewhere.client.id, "hidden")
    await seal()
    async with screen_of(app, person, last) as screen:
        assert (await screen.event()).data["kind"] == "missed"
        await happens(place.client.id, "next")
        assert (await screen.event()).data["kind"] == "next"


async def test_what_a_quicker_worker_told_is_not_told_again(app, place, clock):
    person = await make_viewer("sales", place.branch.id)
    slower = Switchboard(clock)
    await slower.start()
    await happens(place.client.id, "told by the other")
    await seal()
    last = slower.position + 1
    with slower.opened(person.device, clock.now()) as stream:
        await slower.begin(stream, str(last))
        await happens(place.client.id, "new")
        await seal()
        while await slower.tell_news():
            pass
        chunk = (await anext(stream.sent())).decode()
    assert f"event: open\nid: {last}\n" in chunk
    assert "event: resync" not in chunk
    assert "told by the other" not in chunk
    assert '"new"' in chunk


async def test_whoever_missed_too_much_reads_everything_again(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.client.id)
        last = (await screen.event()).id
        await happens(place.client.id, times=CAUGHT_UP_MOST + 1)
        for _ in range(CAUGHT_UP_MOST + 1):
            await screen.event()
    async with screen_of(app, person, last) as screen:
        assert (await screen.event()).kind == "resync"


@pytest.mark.parametrize("last", ["x", "-1", "1.5", "9" * 40, "²", "999999"])
async def test_an_id_that_is_not_of_this_history_is_answered_by_a_resync(app, place, last):
    person = await make_viewer("sales", place.branch.id)
    headers_allow = last if last.isascii() else last.encode().decode("latin-1")
    async with screen_of(app, person, headers_allow) as screen:
        assert (await screen.event()).kind == "resync"


async def test_the_stream_ends_when_the_person_is_disabled(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await execute("UPDATE account SET disabled_at = now() WHERE id = $1", person.id)
        await screen.ended()


async def test_the_stream_ends_with_its_device_and_tells_nothing_more(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await execute("UPDATE device SET revoked_at = now() WHERE account = $1", person.id)
        await happens(place.client.id)
        await screen.ended()
        assert "event: fact" not in screen.text


async def test_the_stream_ends_with_the_access_token(app, place, clock: MovingClock):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        clock.move(minutes=16)
        await screen.ended()


async def test_the_streams_end_with_the_server(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        switchboard: Switchboard = app.state.switchboard
        switchboard.end_all()
        await screen.ended()


async def test_whoever_leaves_is_forgotten(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person):
        assert len(app.state.switchboard._streams) == 1
    assert len(app.state.switchboard._streams) == 0


async def test_of_a_device_that_opens_ever_more_the_oldest_end(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as first, AsyncExitStack() as others:
        for _ in range(STREAMS_OF_A_DEVICE_MOST - 1):
            await others.enter_async_context(screen_of(app, person))
        assert not first.request.done()
        await happens(place.client.id)
        await first.event()
        last = await others.enter_async_context(screen_of(app, person))
        await first.ended()
        assert not last.request.done()


async def test_a_full_server_says_so(app, place, http, monkeypatch):
    monkeypatch.setattr(switchboard_module, "STREAMS_MOST", 0)
    person = await make_viewer("sales", place.branch.id)
    answer = await http.get("/api/events", headers=as_person(person))
    assert (answer.status_code, answer.json()["code"]) == (503, "too-many-streams")


async def test_a_screen_that_hears_nothing_gets_a_comment_to_resume_from(app, place, monkeypatch):
    monkeypatch.setattr("backend.live.streams.SILENT_SECONDS_MOST", 0.05)
    elsewhere = await make_place("QELSE")
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(elsewhere.client.id)
        await seal()
        end = await fetch_value("SELECT max(position) FROM sealed_fact")
        while f"id: {end}" not in (block := await screen.block()):
            assert block.startswith(": here\n")
        assert "data" not in block


async def test_a_screen_that_does_not_read_is_told_to_read_everything_again(clock):
    stream = Stream(UUID(int=1), clock.now(), 0)
    for position in range(1, WAITING_MOST + 2):
        stream.tell([b"x"], position)
    chunk = await anext(stream.sent())
    assert chunk == f"event: resync\nid: {WAITING_MOST + 1}\ndata: {{}}\n\n".encode()


async def test_while_a_ledger_is_loaded_screens_are_told_once_in_a_while(app, place, monkeypatch):
    monkeypatch.setattr(switchboard_module, "BEHIND_MOST", 150)
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.client.id, times=400)
        kinds = [(await screen.event()).kind]
        while kinds[-1] != "resync":
            kinds.append((await screen.event()).kind)
        assert len(kinds) < 400


async def test_a_history_put_back_from_a_backup_is_read_again_and_listened_to(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.client.id, times=5)
        for _ in range(5):
            await screen.event()
        async with connection() as c, c.transaction():
            await c.execute("SET LOCAL session_replication_role = replica")
            await c.execute("DELETE FROM sealed_fact WHERE position > 2")
        await happens(place.client.id, "after")
        assert (await screen.event()).kind == "resync"


async def test_the_listening_connection_may_be_cut(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        cut = await fetch_value(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = 'encours listener'"
        )
        assert cut == 1
        await happens(place.client.id, "in the gap")
        assert (await screen.event()).data["kind"] == "in the gap"
        await happens(place.client.id, "after it")
        assert (await screen.event()).data["kind"] == "after it"
