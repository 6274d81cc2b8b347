"""A stream resumes where its screen was, has an end, and keeps within its bounds."""

from __future__ import annotations

from contextlib import AsyncExitStack
from uuid import UUID

import pytest

from backend.activity.sealing import seal
from backend.database.transaction import connection, execute, fetch_value
from backend.live import switchboard as switchboard_module
from backend.live.streams import WAITING_MOST, Stream
from backend.live.switchboard import CAUGHT_UP_MOST, STREAMS_OF_A_DEVICE_MOST, Switchboard
from tests.access.world import as_person, make_place, make_viewer
from tests.edge_fixtures import MovingClock
from tests.live.screens import happens, screen_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


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
        assert app.state.switchboard.open_streams == 1
    assert app.state.switchboard.open_streams == 0


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
