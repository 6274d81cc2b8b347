"""A server that draws for windows, over real websockets, and the lines that come to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
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
from mobile.platform.windows import Limits
from serving import OnePort, failure
from tests.journeys.deployment import free_port

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
