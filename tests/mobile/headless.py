"""The app without a screen: Flet's real session, page, renderer and wire format, and no Flutter.

What is tapped and typed reaches the session as the client would send it; what is drawn is read
back from the live tree, by the identifiers a screen reader's tools use.

    async with Headless.showing(Counter) as phone:
        await phone.tap("add")
        assert "1" in phone.texts()
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import flet as ft
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page, context
from flet.messaging.session import Session

from tests.mobile.tree import shown, under
from tests.mobile.wire import Wire, packed

PHONE = (390, 844)
TABLET = (1024, 768)
QUIET_TURNS = 12
"""Turns of the event loop without a message after which nothing more is coming by itself."""
DRAWING_LOOP = "_Session__updates_task"

C = TypeVar("C", bound=BaseControl)


class NotDrawn(AssertionError):  # noqa: N818 - it names what is so
    """Nothing on the screen bears that identifier (yet)."""


class Headless:
    """One open app. Identifiers are those given to `identified` and `merged`."""

    def __init__(
        self,
        size: tuple[int, int] = PHONE,
        route: str = "/",
        answers: dict[str, Callable[[dict[str, Any]], Any]] | None = None,
    ) -> None:
        self.crashes: list[str] = []
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self._answers = answers or {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.wire = Wire(self.answer, self.crashes.append)
        self.session = Session(self.wire)
        self.page = self.session.page
        width, height = size
        self._client: dict[str, Any] = {
            "route": route,
            "width": width,
            "height": height,
            "web": False,
            "platform": "android",
            "pwa": False,
            "debug": True,
            "wasm": False,
            "test": True,
            "multi_view": False,
            "pyodide": False,
            "platform_brightness": "light",
        }

    @classmethod
    @asynccontextmanager
    async def running(
        cls, main: Callable[[ft.Page], Any], **options: Any
    ) -> AsyncIterator[Headless]:
        """Open an app by its entry point."""
        phone = cls(**options)
        token = _context_page.set(phone.page)
        try:
            phone.session.apply_page_patch(phone._client)
            packed(phone.session.get_page_patch())
            context.reset_auto_update()
            started = main(phone.page)
            if inspect.isawaitable(started):
                await started
            await phone.session.after_event(phone.page)
            await phone.settle()
            yield phone
        finally:
            await phone.session.dispatch_event(phone.page._i, "close", None)
            phone.session.close()
            phone.wire.dispose()
            _context_page.reset(token)

    @classmethod
    def showing(cls, component: Callable[[], Any], **options: Any) -> Any:
        """Open a page that holds one component."""
        return cls.running(lambda page: page.render(component), **options)

    async def settle(self) -> None:
        """Until no message goes out for some turns of the loop; fails if the session crashed."""
        quiet, seen = 0, -1
        while quiet < QUIET_TURNS:
            quiet = quiet + 1 if seen == self.wire.messages else 0
            seen = self.wire.messages
            await asyncio.sleep(0.001)
        assert not self.crashes, self.crashes[-1]
        self._raise_what_stopped_drawing()

    def _raise_what_stopped_drawing(self) -> None:
        """An error in a component ends Flet's drawing loop, which then draws nothing, unsaid."""
        drawing: asyncio.Task[None] | None = getattr(self.session, DRAWING_LOOP)
        if drawing is not None and drawing.done() and not drawing.cancelled():
            drawing.result()

    def answer(self, body: Any) -> None:
        """What the client answers when the app asks something of the device."""
        self.asked.append((body.name, body.args))
        given = self._answers.get(body.name)
        result = given(body.args) if given else None
        self.session.handle_invoke_method_results(body.control_id, body.call_id, result, None)
        if body.name == "push_route":
            self._later(self.go(body.args["route"]))

    def _later(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # What is drawn

    def controls(self, root: BaseControl | None = None) -> Iterator[BaseControl]:
        """Every control under `root`, the whole page without one, in the order drawn."""
        return under(self.page if root is None else root, set())

    def all(self, kind: type[C], root: BaseControl | None = None) -> list[C]:
        return [control for control in self.controls(root) if isinstance(control, kind)]

    def find(self, identifier: str) -> ft.Semantics:
        """What bears the identifier; the topmost of several (a sheet over a screen)."""
        found = [node for node in self.all(ft.Semantics) if node.identifier == identifier]
        if not found:
            there = sorted(self.identifiers())
            raise NotDrawn(f"nothing is called {identifier!r}; there is {there}")
        return found[-1]

    def identifiers(self) -> set[str]:
        return {node.identifier for node in self.all(ft.Semantics) if node.identifier}

    def texts(self, identifier: str | None = None) -> list[str]:
        """What can be read, under an identifier or everywhere."""
        root = None if identifier is None else self.find(identifier)
        return [shown(text) for text in self.all(ft.Text, root)]

    def spoken(self, identifier: str) -> list[str]:
        """What is read aloud: the label, then what the content says, its own wording first."""
        node = self.find(identifier)
        said = [
            shown(text) if text.semantics_label is None else text.semantics_label
            for text in self.all(ft.Text, node)
        ]
        return [words for words in [node.label or "", *said] if words]

    # What a person does

    async def tap(self, identifier: str) -> None:
        """Tap the first live button under the identifier."""
        for control in self.controls(self.find(identifier)):
            if getattr(control, "on_click", None) and not getattr(control, "disabled", False):
                await self.session.dispatch_event(control._i, "click", None)
                return await self.settle()
        raise AssertionError(f"{identifier!r} cannot be tapped")

    async def type(self, identifier: str, words: str) -> None:
        """Replace what a field holds, as the client reports it."""
        typed = self.all(ft.TextField, self.find(identifier))[0]
        self.session.apply_patch(typed._i, {"value": words})
        await self.session.dispatch_event(typed._i, "change", words)
        await self.settle()

    async def submit(self, identifier: str) -> None:
        typed = self.all(ft.TextField, self.find(identifier))[0]
        await self.session.dispatch_event(typed._i, "submit", typed.value)
        await self.settle()

    async def choose_place(self, index: int) -> None:
        """Tap a destination of the navigation bar or rail."""
        bars: list[Any] = [*self.all(ft.NavigationBar), *self.all(ft.NavigationRail)]
        bar = bars[-1]
        self.session.apply_patch(bar._i, {"selected_index": index})
        await self.session.dispatch_event(bar._i, "change", str(index))
        await self.settle()

    async def go(self, route: str) -> None:
        """The address changes: a link, a push, the browser's bar."""
        self.session.apply_page_patch({"route": route})
        await self.session.dispatch_event(self.page._i, "route_change", {"route": route})
        await self.settle()

    async def back(self) -> None:
        """The system's back button."""
        route = self.all(ft.View)[-1].route
        await self.session.dispatch_event(self.page._i, "view_pop", {"route": route})
        await self.settle()

    async def lose_line(self) -> None:
        """The browser is cut off: what is sent to it is lost, and its session lingers."""
        await self.session.disconnect(60)

    async def find_line(self) -> None:
        """The browser is back, and is sent the page as it stands."""
        packed(self.page)
        await self.session.connect(self.wire)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.session.apply_page_patch(size)
        await self.session.dispatch_event(self.page._i, "resize", size)
        await self.settle()
