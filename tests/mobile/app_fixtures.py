"""The whole app on the real server, without a screen: one window of somebody signed in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import flet as ft
from litestar import Litestar

from mobile.app import App
from mobile.platform.server import Host, ServerPlatform
from tests.edge_fixtures import Somebody
from tests.mobile.headless import Headless, NotDrawn
from tests.mobile.lost import no_server, unheard

PATIENCE_SECONDS = 10.0
EVENTS = "/api/events"


class Browser:
    """What one browser keeps between its windows: its local storage."""

    def __init__(self, api: Litestar, uploads: Path = Path()) -> None:
        self.api = api
        self.kept: dict[str, Any] = {}
        self.downloads: list[tuple[str, bytes]] = []
        self.copied = ""
        self._cut = self._deaf = False
        self._asked = 0
        self._held = self._failing = ""
        self._let_go = asyncio.Event()
        self.host = Host(self._line, "http://encours.test", ZoneInfo("Europe/Paris"), "fr", uploads)

    def cut(self) -> None:
        """The server cannot be reached any more."""
        self._cut = True

    def lose_answers(self) -> None:
        """What is asked is done, and nobody hears of it."""
        self._deaf = True

    def fail(self, end: str) -> None:
        """What is asked of an address that ends so does not reach the server."""
        self._failing = end

    def mend(self) -> None:
        self._cut = self._deaf = False
        self._failing = ""

    def hold(self, path: str) -> None:
        """What is asked there is not answered before `let_go`."""
        self._held = path
        self._let_go.clear()

    def let_go(self) -> None:
        self._held = ""
        self._let_go.set()

    async def _line(self, scope: Any, receive: Any, send: Any) -> None:
        fails = self._failing and scope["path"].endswith(self._failing)
        if self._cut or fails or (self._deaf and scope["path"] == EVENTS):
            await no_server(send)
            return
        if scope["path"] == EVENTS:  # an answer without end is not waited for
            await self.api(scope, receive, send)
            return
        self._asked += 1
        try:
            if self._held and scope["path"].startswith(self._held):
                await self._let_go.wait()
            if self._deaf:
                await self.api(scope, receive, unheard)
                await no_server(send)
            else:
                await self.api(scope, receive, send)
        finally:
            self._asked -= 1

    @property
    def asked(self) -> int:
        """What the server has not answered yet."""
        return self._asked

    @property
    def words(self) -> dict[str, str]:
        words: dict[str, str] = json.loads(self.kept.get("encours") or "{}")
        return words

    def platform(self, page: ft.Page) -> ServerPlatform:
        """The machine under a window."""
        return ServerPlatform(page, self.host)

    @asynccontextmanager
    async def window(self, route: str = "/clients", **options: Any) -> AsyncIterator[Window]:
        async def main(page: ft.Page) -> None:
            await App(page, self.platform(page)).open()

        answers = {
            "get": lambda asked: self.kept.get(asked["key"]),
            "set": self._set,
            "save_file": self._saved,
        }
        async with Headless.running(main, route=route, answers=answers, **options) as phone:
            yield Window(phone)
            await self._answered(phone)

    async def _answered(self, phone: Headless) -> None:
        """What the window asked is answered before it closes: an answer changes what it draws."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                while self._asked:  # noqa: ASYNC110 - nothing of ours tells when
                    await asyncio.sleep(0.001)
                await phone.settle()
                if not self._asked:
                    return

    def _set(self, asked: dict[str, Any]) -> bool:
        if "data" in asked:
            self.copied = asked["data"]
        else:
            self.kept[asked["key"]] = asked["value"]
        return True

    def _saved(self, asked: dict[str, Any]) -> str:
        self.downloads.append((asked["file_name"], asked["src_bytes"]))
        return str(asked["file_name"])


class Window:
    """A window that waits for the server's answers, as a person does."""

    def __init__(self, phone: Headless) -> None:
        self.phone = phone

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Until it is true; what it asks of something not drawn yet is not true yet."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not held(true):
                    await self.phone.settle()
        except TimeoutError:
            there = (sorted(self.phone.identifiers()), self.all_words())
            raise AssertionError(f"waited for {what} in vain; there is {there}") from None

    async def sees(self, identifier: str) -> None:
        await self.until(lambda: identifier in self.phone.identifiers(), identifier)

    async def misses(self, identifier: str) -> None:
        await self.until(lambda: identifier not in self.phone.identifiers(), f"no {identifier}")

    async def reads(self, words: str) -> None:
        """Until these words can be read somewhere, whatever spaces keep them together."""
        await self.until(lambda: words in self.all_words(), repr(words))

    def all_words(self) -> str:
        return plain(" | ".join(self.phone.texts()))

    def words(self, identifier: str) -> str:
        return plain(" | ".join(self.phone.texts(identifier)))

    def spoken(self, identifier: str) -> str:
        return plain(" | ".join(self.phone.spoken(identifier)))

    async def tap(self, identifier: str) -> None:
        await self.sees(identifier)
        await self.phone.tap(identifier)

    async def type(self, identifier: str, words: str) -> None:
        await self.sees(identifier)
        await self.phone.type(identifier, words)

    def typed(self, identifier: str) -> str:
        """What a field holds."""
        return str(self.phone.all(ft.TextField, self.phone.find(identifier))[0].value)

    async def first(self, beginning: str) -> str:
        """The first identifier that begins so, in the order drawn."""
        await self.until(lambda: bool(self.those(beginning)), f"{beginning}…")
        return self.those(beginning)[0]

    def those(self, beginning: str) -> list[str]:
        nodes = self.phone.all(ft.Semantics)
        return [n.identifier for n in nodes if n.identifier and n.identifier.startswith(beginning)]

    def links(self, identifier: str) -> list[str]:
        """What would be opened outside: tel:, sms:, mailto:."""
        controls = self.phone.controls(self.phone.find(identifier))
        return [str(c.url) for c in controls if getattr(c, "url", None)]  # type: ignore[attr-defined]

    async def choose(self, identifier: str) -> None:
        """Choose an entry of an open menu."""
        entry = next(
            item
            for item in self.phone.all(ft.PopupMenuItem)
            if any(getattr(c, "identifier", None) == identifier for c in self.phone.controls(item))
        )
        await self.phone.session.dispatch_event(entry._i, "click", None)
        await self.phone.settle()

    async def scroll_to_end(self) -> None:
        """The last list reaches its end."""
        listed = [one for one in self.phone.all(ft.ListView) if one.on_scroll][-1]
        told = {
            "event_type": "update",
            "pixels": 5_000.0,
            "min_scroll_extent": 0.0,
            "max_scroll_extent": 5_000.0,
            "viewport_dimension": 700.0,
            "scroll_delta": 40.0,
        }
        await self.phone.session.dispatch_event(listed._i, "scroll", told)
        await self.phone.settle()

    async def tap_place(self, words: str) -> None:
        """Tap a destination of the bar or the rail by its word."""
        bars: list[Any] = [
            *self.phone.all(ft.NavigationBar),
            *self.phone.all(ft.NavigationRail),
        ]
        await self.phone.choose_place([d.label for d in bars[-1].destinations].index(words))

    async def sign_in(self, who: Somebody) -> None:
        await self.type("email", who.email)
        await self.type("password", who.password)
        await self.tap("sign-in")
        await self.misses("sign-in")


def held(true: Callable[[], bool]) -> bool:
    try:
        return true()
    except NotDrawn:
        return False


def plain(words: str) -> str:
    """With ordinary spaces."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")
