"""The browser that runs Python itself, with its own store: it works without a network."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import flet as ft
import httpx

from mobile.platform.browser.fetching import Fetching
from mobile.platform.browser.machine import machine, proxied
from mobile.platform.browser.storage import BrowserStorage
from mobile.platform.device_files import DevicePickers
from mobile.platform.devices import device_name
from mobile.platform.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.platform.ports import Chosen, PickingFor, Storage
    from shared.contract.identity import Language

TIMEOUT_SECONDS = 15.0


class BrowserPlatform:
    """One window's. The server is where the page came from."""

    def __init__(self) -> None:
        here = machine()
        self._server = str(here.location.origin)
        self._pickers = DevicePickers(with_content=True)
        self._clipboard = ft.Clipboard()
        self.vault = Preferences(ft.SharedPreferences())
        self.zone = zone_of(here)
        self.language: Language = "en" if str(here.navigator.language).startswith("en") else "fr"
        self.device_name = device_name(str(here.navigator.userAgent))
        # Over plain http a browser has neither the lock nor a service worker to start from again.
        self.storage: Storage | None = (
            BrowserStorage(self._server) if here.isSecureContext else None
        )

    @property
    def installer(self) -> None:
        """It is this one."""

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=Fetching(), base_url=self._server, timeout=TIMEOUT_SECONDS, trust_env=False
        )

    def picking(
        self,
        on_chosen: Callable[[Chosen], None],
        purpose: PickingFor = "ledger",
        *,
        photos: bool = False,
        several: bool = False,
    ) -> ft.PickFiles:
        return self._pickers.picking(on_chosen, purpose, photos=photos, several=several)

    def address(self, path: str) -> str:
        return self._server + path

    def on_line(self, heard: Callable[[bool], None]) -> None:
        machine().addEventListener("online", proxied(lambda _: heard(True)))
        machine().addEventListener("offline", proxied(lambda _: heard(False)))

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._pickers.hand_over(name, content)


def zone_of(here: object) -> tzinfo:
    """As the device says; UTC where it names one that nobody knows."""
    name = here.Intl.DateTimeFormat().resolvedOptions().timeZone  # type: ignore[attr-defined]
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
