"""What a browser keeps beyond the window, and for how long."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final
from uuid import uuid4

from mobile.platform.browser.darkroom import BrowserDarkroom
from mobile.platform.browser.keeping import BrowserPocket
from mobile.platform.browser.machine import machine, plain, proxied
from mobile.platform.browser.shelf import Shelf
from mobile.platform.browser.web_lock import WebLock
from mobile.platform.ports import Room
from mobile.sync.refusals import Unreadable

ROOT: Final = Path("/kept")
"""In the memory of the worker."""
PAGE: Final = "encours-page"
"""Where the page hears what only a page may ask the browser (tools/pwa/web/page.js)."""
ANSWER_SECONDS_MOST: Final = 60.0
"""Some browsers ask the person first."""


class BrowserStorage:
    """A `mobile.platform.ports.Storage`. One for each window."""

    is_encrypted = False
    """A key that the page can use without a passphrase is one that whoever has the disk has too."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.darkroom = BrowserDarkroom()
        self._shelf = Shelf()
        self.pocket = BrowserPocket(self._shelf, ROOT)

    async def ready(self) -> None:
        """Raises `Unreadable` where the browser keeps nothing."""
        try:
            await self._shelf.open()
        except OSError as error:
            raise Unreadable(str(error)) from error

    def lock(self) -> WebLock:
        return WebLock(self._load)

    async def persist(self) -> bool:
        storage = machine().navigator.storage
        return bool(await storage.persisted()) or await asked_of_the_page("persist")

    async def room(self) -> Room:
        told = await machine().navigator.storage.estimate()
        return Room(int(told.usage), int(told.quota))

    async def _load(self) -> None:
        try:
            await self.pocket.load()
        except OSError as error:
            raise Unreadable(str(error)) from error


async def asked_of_the_page(what: str) -> bool:
    """What it answers; False where no page does."""
    number = str(uuid4())
    answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    channel = machine().BroadcastChannel.new(PAGE)

    def hear(event: object) -> None:
        said = event.data  # type: ignore[attr-defined]
        if getattr(said, "answers", None) == number and not answered.done():
            answered.set_result(bool(said.granted))

    heard = proxied(hear)
    channel.onmessage = heard
    channel.postMessage(plain({"asks": what, "number": number}))
    try:
        async with asyncio.timeout(ANSWER_SECONDS_MOST):
            return await answered
    except TimeoutError:
        return False
    finally:
        channel.close()
        heard.destroy()
