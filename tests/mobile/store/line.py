"""A desk on the tests' server, over a line that can be held up, and counts what is asked."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from litestar import Litestar

from tests.mobile.lost import no_server, unheard
from tests.mobile.store.test_device import Vault

SERVER = "http://encours.test"


class Line:
    """Between the app and the server: counts what is asked, holds up or loses its answers."""

    def __init__(self, app: Litestar) -> None:
        self._app = app
        self.asked: Counter[str] = Counter()
        self.is_deaf = False
        self._held = ""
        self._free = asyncio.Event()

    def hold(self, path: str) -> None:
        """What was answered there goes no further before `let_go`."""
        self._held = path
        self._free.clear()

    def let_go(self) -> None:
        self._held = ""
        self._free.set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def answer(message: Any) -> None:
            if scope["path"] == self._held:
                await self._free.wait()
            await send(message)

        self.asked[scope["path"]] += 1
        await self._app(scope, receive, unheard if self.is_deaf else answer)
        if self.is_deaf:
            await no_server(send)

    async def reached(self, path: str, times: int) -> None:
        async with asyncio.timeout(10):
            while self.asked[path] < times:  # noqa: ASYNC110 - nothing of ours tells when
                await asyncio.sleep(0.001)


class Room:
    """The machine under the desk."""

    zone = ZoneInfo("Europe/Paris")
    language = "fr"
    device_name = "Pixel"
    storage = None

    def __init__(self, line: Line) -> None:
        self._line = line
        self.vault = Vault()

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def http(self) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=self._line)
        return httpx.AsyncClient(transport=transport, base_url=SERVER)
