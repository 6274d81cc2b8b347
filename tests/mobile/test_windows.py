"""How many windows one server draws for, over real websockets."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from mobile.platform.windows import SIGNED_IN
from tests.mobile.many_windows import ELSEWHERE, left, refused, register, serving, until

pytestmark = pytest.mark.anyio


async def register_for_ever(socket: ClientConnection) -> None:
    while True:
        await register(socket, "no session of ours")


async def test_one_window_too_many_from_an_address_is_told_so_in_its_language(tmp_path: Path):
    async with serving(tmp_path) as served, AsyncExitStack() as open_windows:
        for _ in range(3):
            await open_windows.enter_async_context(served.window())
        assert (await refused(served, language="en-GB,fr;q=0.5")).startswith("Too many windows")
        assert (await refused(served, language="de, fr")).startswith("Trop de fenêtres")
        assert (await refused(served, language="de")).startswith("Trop de fenêtres")
        async with served.window(ELSEWHERE):
            pass
        assert len(served.sessions) == 4


async def test_who_is_turned_away_reads_so_for_a_while_and_keeps_nobody_out(tmp_path: Path):
    async with serving(tmp_path, windows_an_address_most=1, seconds_turned_away=60) as served:
        async with served.window() as id_, served.line() as socket:
            assert (await register(socket))["error"]
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.5):
                    await socket.recv()
        await served.disconnected(id_)
        async with served.window():
            pass


async def test_a_closed_window_gives_its_place_back(tmp_path: Path):
    async with serving(tmp_path, windows_an_address_most=1) as served:
        for _ in range(3):
            async with served.window() as id_:
                assert "Too many" in await refused(served)
            await served.disconnected(id_)


async def test_one_network_of_64_bits_counts_as_one_address(tmp_path: Path):
    async with (
        serving(tmp_path, windows_an_address_most=1) as served,
        served.window("2001:db8::1"),
    ):
        assert "Too many" in await refused(served, "2001:db8::2:1")
        async with served.window("2001:db8:1::1"):
            pass


async def test_a_server_draws_for_so_many_windows_in_all(tmp_path: Path):
    async with (
        serving(tmp_path, windows_most=2) as served,
        served.window("192.0.2.1"),
        served.window("192.0.2.2"),
    ):
        assert "Too many" in await refused(served, "192.0.2.3")


async def test_who_never_signed_in_is_not_waited_for_long(tmp_path: Path):
    async with serving(tmp_path) as served:
        async with served.window() as nobody, served.window() as somebody:
            served.session(somebody).store.set(SIGNED_IN, True)
        assert await served.disconnected(somebody) > 3_000
        await until(lambda: left(served.session(nobody)) <= 60)


async def test_a_window_that_lost_its_connection_finds_its_session_again(tmp_path: Path):
    async with serving(tmp_path, windows_an_address_most=1) as served:
        async with served.window() as id_:
            pass
        await served.disconnected(id_)
        async with served.window(of=id_) as again:
            assert again == id_
            assert "Too many" in await refused(served)
        assert len(served.sessions) == 1


async def test_what_lingers_makes_room_the_signed_out_and_the_oldest_first(tmp_path: Path):
    async with serving(tmp_path) as served:
        async with served.window() as old, served.window() as older, served.window() as kept:
            served.session(kept).store.set(SIGNED_IN, True)
        for id_ in (older, old, kept):
            await served.disconnected(id_)
        await until(lambda: all(left(served.session(id_)) <= 60 for id_ in (old, older)))
        async with served.window(), served.window():
            gone = [id_ for id_ in (old, older, kept) if left(served.session(id_)) <= 0]
            assert gone == [old, older]
            async with served.window():
                assert left(served.session(kept)) <= 0


async def test_one_that_never_speaks_gives_its_place_back(tmp_path: Path):
    async with serving(tmp_path, windows_an_address_most=1) as served:
        async with served.line():
            pass
        async with asyncio.timeout(10):
            while True:
                async with served.line() as socket:
                    if not (await register(socket))["error"]:
                        return


async def test_a_line_has_one_session(tmp_path: Path):
    async with serving(tmp_path) as served:
        async with served.line() as socket:
            await register(socket)
            with pytest.raises(ConnectionClosed):
                await register_for_ever(socket)
        await until(lambda: all(one.connection is None for one in served.sessions))
        assert all(left(one) <= 60 for one in served.sessions)
