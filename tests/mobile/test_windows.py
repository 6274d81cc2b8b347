"""How many windows one server draws for, over real websockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]
import pytest
from flet.messaging.session import Session
from granian.constants import Interfaces
from granian.server.embed import Server
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from mobile.platform.pages import pages
from mobile.platform.windows import SIGNED_IN, Limits
from serving import OnePort, failure
from tests.journeys.deployment import free_port

pytestmark = pytest.mark.anyio

HERE, ELSEWHERE = "203.0.113.9", "203.0.113.10"
REGISTER = 1


@dataclass
class Served:
    """A server under way, and the sessions it opened."""

    port: int
    sessions: list[Session] = field(default_factory=list)

    async def main(self, page: ft.Page) -> None:
        self.sessions.append(page.session)

    @asynccontextmanager
    async def line(
        self, address: str = HERE, language: str = "en"
    ) -> AsyncIterator[ClientConnection]:
        """A websocket, as the proxy of `address` passes it on."""
        headers = {"X-Forwarded-For": address, "Accept-Language": language}
        url = f"ws://127.0.0.1:{self.port}/ws"
        async with connect(url, additional_headers=headers, compression=None) as socket:
            yield socket

    @asynccontextmanager
    async def window(self, address: str = HERE, *, of: str = "") -> AsyncIterator[Any]:
        """A window that has its session, or that of a window it goes on with."""
        async with self.line(address) as socket:
            told = await register(socket, of)
            assert not told["error"], told["error"]
            await until(lambda: any(one.id == told["session_id"] for one in self.sessions))
            yield told["session_id"]

    def session(self, id_: str) -> Session:
        return next(one for one in self.sessions if one.id == id_)

    async def disconnected(self, id_: str) -> float:
        """For how many seconds the session of a closed window is still kept."""
        await until(lambda: self.session(id_).connection is None)
        await until(lambda: self.session(id_).expires_at is not None)
        return left(self.session(id_))


def left(session: Session) -> float:
    expires_at: Any = session.expires_at
    return float((expires_at - datetime.now(UTC)).total_seconds())


async def register(socket: ClientConnection, session_id: str = "") -> dict[str, Any]:
    body = {"session_id": session_id, "page_name": "", "page": {"route": "/"}}
    await socket.send(b"\0" + msgpack.packb([REGISTER, body]))
    while True:
        answer = await socket.recv(decode=False)
        action, told = msgpack.unpackb(answer[1:], strict_map_key=False)
        if action == REGISTER:
            return dict(told)


async def register_for_ever(socket: ClientConnection) -> None:
    while True:
        await register(socket, "no session of ours")


async def until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not so():  # noqa: ASYNC110 - the server is another task of this loop
            await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(folder: Path, **limits: int) -> AsyncIterator[Served]:
    served = Served(free_port())
    bounds = {
        "windows_most": 50,
        "windows_an_address_most": 3,
        "seconds_signed_in": 3_600,
        "seconds_signed_out": 60,
        "seconds_turned_away": 0,
    }
    browser = pages(
        served.main,
        uploads=folder,
        upload_path="upload",
        upload_bytes_most=1,
        secret_key="s",
        limits=Limits(**(bounds | limits)),
        too_many=lambda languages: failure(languages, "fr").too_many_windows,
    )
    port = OnePort(None, browser, [ip_network("127.0.0.0/8")])
    server = Server(port, port=served.port, interface=Interfaces.ASGINL, log_enabled=False)
    task = asyncio.create_task(server.serve())
    try:
        await until_open(served.port)
        yield served
    finally:
        server.stop()
        await task


async def until_open(port: int) -> None:
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.01)
                continue
            writer.close()
            return


async def refused(served: Served, address: str = HERE, language: str = "en") -> str:
    async with served.line(address, language) as socket:
        told = await register(socket)
        with pytest.raises(ConnectionClosed):
            await socket.recv()
        assert socket.close_code == 1013
        return str(told["error"])


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
