"""The app of one window: what it draws, and how it hears of the window's changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import flet as ft
from flet.components.component import Component

from mobile.palette import DARK, LIGHT
from mobile.screens.failures import sentence
from mobile.screens.root import Root
from mobile.screens.titles import title_of
from mobile.store.desk import Desk
from mobile.strings import strings
from mobile.theme import FONTS, theme

SIGNED_IN = "signed-in"
MODES = {
    "system": ft.ThemeMode.SYSTEM,
    "light": ft.ThemeMode.LIGHT,
    "dark": ft.ThemeMode.DARK,
}

if TYPE_CHECKING:
    from mobile.api.failures import Failure
    from mobile.platform.ports import Platform


class App:
    """One page, one desk."""

    def __init__(self, page: ft.Page, platform: Platform) -> None:
        self._page = page
        self._desk = Desk(platform)

    async def open(self) -> None:
        """Go on where the device was left, then draw."""
        self._dress()
        self._listen()
        await self._desk.start()
        self._page.render_views(Root, self._desk)

    def _dress(self) -> None:
        page = self._page
        page.title = "Encours"
        page.fonts = FONTS
        page.theme, page.dark_theme = theme(LIGHT), theme(DARK)

    def _listen(self) -> None:
        page, desk = self._page, self._desk
        self._measure()
        desk.screen.arrive(page.route or "/")
        desk.screen.follow(page.navigate)
        desk.tell, desk.say, desk.wear = self._tell, self._say, self._wear
        desk.in_sight = page.wait_until_visible
        page.on_resize = self._measure
        page.on_platform_brightness_change = self._measure
        page.on_route_change = lambda e: desk.screen.arrive(e.route)
        page.on_view_pop = desk.screen.back
        page.on_connect = self._catch_up
        page.on_disconnect = desk.live.stop
        page.on_close = desk.close
        desk.platform.on_line(desk.told_of_line)

    def _catch_up(self) -> None:
        """The window was cut off and is back, or was loaded again: what changed is drawn.

        Flet sends it the page as it was, and forgets which components had changed since. What the
        server would have told meanwhile may be lost, so what is shown is read again.
        """
        session = self._page.session
        for drawn in list(session.index.values()):
            if isinstance(drawn, Component) and drawn._state.is_dirty:  # noqa: SLF001
                session.schedule_update(drawn)
        if self._desk.session.phase == "in":
            self._desk.live.start()
            self._desk.do(self._desk.missed)

    def _measure(self) -> None:
        page, screen = self._page, self._desk.screen
        screen.measure(page.width or 390, page.height or 844)
        screen.dark_system = page.platform_brightness == ft.Brightness.DARK

    def _wear(self) -> None:
        """What the window itself shows of the session: its brightness and its title.

        And whether anybody is signed in: a server waits longer for their window to come back.
        """
        page = self._page
        mode, title = MODES[self._desk.session.theme], title_of(self._desk)
        page.session.store.set(SIGNED_IN, self._desk.session.phase == "in")
        if page.theme_mode != mode or page.title != title:
            page.theme_mode, page.title = mode, title

    def _tell(self, failure: Failure) -> None:
        self._say(sentence(strings(self._desk.session.language), failure))

    def _say(self, words: str) -> None:
        """For a moment, at the foot of the screen."""
        self._page.show_dialog(ft.SnackBar(ft.Text(words), persist=False))


async def main(page: ft.Page) -> None:
    """The entry point where the app runs by itself, on a phone or in the browser."""
    await App(page, own_platform(page)).open()


def own_platform(page: ft.Page) -> Platform:
    """Each is imported where it is: none has what the other is made of."""
    if sys.platform == "emscripten":
        from mobile.platform.browser.platform import BrowserPlatform  # noqa: PLC0415

        return BrowserPlatform()
    from mobile.platform.native import NativePlatform  # noqa: PLC0415

    return NativePlatform(page)
