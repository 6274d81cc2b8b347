"""On a phone or a desk, installed: the API is reached over the network, files are the device's."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Final

import flet as ft
import httpx

from mobile.platform.device_files import DevicePickers
from mobile.platform.device_storage import DeviceStorage
from mobile.platform.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.platform.ports import Chosen, PickingFor, Storage
    from shared.contract.identity import Language

TIMEOUT_SECONDS = 15.0
LOCAL: Final = "http://127.0.0.1:8000"
ENCRYPTED: Final = frozenset({ft.PagePlatform.ANDROID, ft.PagePlatform.IOS})
"""Phones encrypt what an app keeps to itself; of a desktop nobody knows."""


class NativePlatform:
    """One device's. The server is where `ENCOURS_SERVER` says."""

    def __init__(self, page: ft.Page) -> None:
        self._pickers = DevicePickers(with_content=False)
        self._clipboard = ft.Clipboard()
        self.vault = Preferences(ft.SharedPreferences())
        self.zone: tzinfo = datetime.now(UTC).astimezone().tzinfo or UTC
        self.language: Language = "fr"
        self.device_name = str(page.platform.value if page.platform else sys.platform).capitalize()
        self.storage = own_folder(page)

    @property
    def installer(self) -> None:
        """It is this one."""

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=server(), timeout=TIMEOUT_SECONDS)

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
        return server() + path

    def on_line(self, heard: Callable[[bool], None]) -> None:
        """Python is not told by a phone: the next request finds out."""

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._pickers.hand_over(name, content)


def own_folder(page: ft.Page) -> Storage | None:
    """The folder that the device gives the app; None where the app is run from its source."""
    folder = os.environ.get("FLET_APP_STORAGE_DATA")
    if page.web or not folder:
        return None
    is_encrypted = page.platform in ENCRYPTED
    return DeviceStorage(Path(folder) / "encours", server(), is_encrypted=is_encrypted)


def server() -> str:
    return os.environ.get("ENCOURS_SERVER", LOCAL)
