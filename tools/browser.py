"""Drives the app in a real Chromium through Flutter's semantics: what a screen reader would see.

Used by the end-to-end tests, the screenshots and the measurements of the app.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Literal

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from playwright.async_api import Browser, BrowserContext, Locator, Page, Route

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 1024, "height": 768}
Theme = Literal["light", "dark"]

ARGUMENTS = [
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
ROOT_FONT = """document.addEventListener("DOMContentLoaded", () => {{
    document.documentElement.style.fontSize = "{px}px";
}})"""
SAID_OF_ALL = """() => [...document.querySelectorAll("flt-semantics-host *")].flatMap(
    e => [e.getAttribute("aria-label"),
          ...[...e.childNodes].filter(c => c.nodeType === 3).map(c => c.textContent)]
).filter(Boolean).join(" | ").slice(0, 3000)"""
FIRST_FRAME_MS = 60_000
ANSWER_MS = 15_000
ASKED_EVERY_MS = 50
TYPING_TRIES = 5
LOCAL = re.compile(r"^(data:|blob:|https?://(127\.0\.0\.1|localhost|\[::1\])[:/])")


def chromium() -> str | None:
    """`CHROMIUM`, or one on the PATH; None leaves the choice to Playwright."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def profile(
    folder: str, *, size: dict[str, int] | None = None
) -> AsyncIterator[BrowserContext]:
    """A browser as one person keeps it, in that folder: what it stored and cached stays.

    No request is looked at on its way, for that would switch the browser's cache off; no name is
    resolved, so nothing outside is reached.
    """
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            folder,
            executable_path=chromium(),
            args=[*ARGUMENTS, NOWHERE_ELSE],
            viewport=size or PHONE,  # type: ignore[arg-type]
            locale="fr-FR",
        )
        try:
            yield context
        finally:
            await context.close()


class Window:
    """One browser window on the app; its own storage, and no way to the internet."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.outside: list[str] = []
        self.taps = 0

    @classmethod
    @asynccontextmanager
    async def on(
        cls,
        browser: Browser,
        address: str,
        *,
        size: dict[str, int] | None = None,
        theme: Theme = "light",
        language: str = "fr-FR",
        text_percent: int = 100,
        scale: float = 1,
        **options: Any,
    ) -> AsyncIterator[Window]:
        """`text_percent` is the root font size, which sets Flutter's text scale."""
        context = await browser.new_context(
            viewport=size or PHONE,  # type: ignore[arg-type]
            device_scale_factor=scale,
            color_scheme=theme,
            locale=language,
            **options,
        )
        window = cls(await context.new_page(), address)
        await context.route("**/*", window._local_only)
        if text_percent != 100:  # noqa: PLR2004
            await context.add_init_script(ROOT_FONT.format(px=16 * text_percent // 100))
        try:
            yield window
        except (AssertionError, PlaywrightError) as error:
            error.add_note(await window.told())
            raise
        finally:
            await context.close()

    async def told(self) -> str:
        """Where the window is and what a screen reader would say of all of it: why it failed."""
        try:
            said = await self.page.evaluate(SAID_OF_ALL)
        except PlaywrightError as error:
            said = f"nothing can be asked of it ({error})"
        return f"The window at {self.page.url} says: {said}"

    async def _local_only(self, route: Route) -> None:
        if LOCAL.match(route.request.url):
            await route.continue_()
        else:
            self.outside.append(route.request.url)
            await route.abort()

    async def open(self, path: str = "/") -> None:
        """Load the app there and ask it for its semantics, as a screen reader does."""
        await self.page.goto(self.address + path, wait_until="commit")
        await self.listen()

    async def listen(self) -> None:
        placeholder = "flt-semantics-placeholder"
        await self.page.wait_for_selector(placeholder, state="attached", timeout=FIRST_FRAME_MS)
        await self.page.evaluate(f"document.querySelector('{placeholder}').click()")
        await self.page.wait_for_selector(
            "flt-semantics-host flt-semantics", state="attached", timeout=ANSWER_MS
        )

    def node(self, identifier: str) -> Locator:
        return self.page.locator(f'[flt-semantics-identifier="{identifier}"]').first

    def nodes(self, beginning: str) -> Locator:
        return self.page.locator(f'[flt-semantics-identifier^="{beginning}"]')

    async def sees(self, identifier: str, wait_ms: float = ANSWER_MS) -> Locator:
        node = self.node(identifier)
        await node.wait_for(state="attached", timeout=wait_ms)
        return node

    async def misses(self, identifier: str, wait_ms: float = ANSWER_MS) -> None:
        await self.node(identifier).wait_for(state="detached", timeout=wait_ms)

    async def says(self, identifier: str) -> str:
        """What a screen reader would say of it: its labels and texts, in order."""
        node = await self.sees(identifier)
        said = await node.evaluate(
            """node => [node, ...node.querySelectorAll('*')].flatMap(
                 e => [e.getAttribute('aria-label'),
                       ...[...e.childNodes].filter(c => c.nodeType === 3).map(c => c.textContent)]
               ).filter(Boolean).join(' ')"""
        )
        return str(said)

    async def tap(self, identifier: str) -> None:
        node = await self.sees(identifier)
        button = node.locator("[flt-tappable]").first
        target = button if await button.count() else node
        await target.click(timeout=ANSWER_MS)
        self.taps += 1

    async def type(self, identifier: str, words: str) -> None:
        """Type as a person does, into the field that Flutter gave the focus; then verify."""
        node = await self.sees(identifier)
        field = node.locator("input,textarea").first
        for attempt in range(1, TYPING_TRIES + 1):
            await field.click(timeout=ANSWER_MS)
            await self.page.wait_for_function(
                'i => document.activeElement?.closest(`[flt-semantics-identifier="${i}"]`)',
                arg=identifier,
            )
            await self.page.wait_for_timeout(80 * attempt)  # Flutter attaches its text input
            await self.page.keyboard.press("Control+a")
            await self.page.keyboard.insert_text(words)
            await self.page.wait_for_timeout(120)
            if await field.input_value() == words:
                return
        raise AssertionError(f"{identifier} would not take {words!r}")

    async def until(self, what: str, found: Callable[[], Awaitable[bool]]) -> None:
        """Asks again until it is so, and fails where it is not in time."""
        deadline = time.monotonic() + ANSWER_MS / 1000
        while not await found():
            if time.monotonic() > deadline:
                raise AssertionError(f"Not within {ANSWER_MS} ms: {what}.")
            await self.page.wait_for_timeout(ASKED_EVERY_MS)

    async def press(self, key: str) -> None:
        await self.page.keyboard.press(key)

    async def still(self, milliseconds: int = 700) -> None:
        """Animations end; for pictures only."""
        await self.page.wait_for_timeout(milliseconds)

    async def picture(self, path: str) -> None:
        await self.still()
        await self.page.screenshot(path=path)
