"""On a phone, or with Python in the browser itself: the API is reached over the network."""

from __future__ import annotations

import os
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime, tzinfo
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import flet as ft
import httpx

from mobile.platform.ports import PICKING_FOR
from mobile.platform.preferences import Preferences
from mobile.platform.pyodide import Fetching

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from typing import BinaryIO

    from mobile.platform.ports import Chosen, PickingFor, Storage
    from shared.contract.identity import Language

TIMEOUT_SECONDS = 15.0
LOCAL = "http://127.0.0.1:8000"


class DeviceFile:
    """A file on the device itself, or in the memory of the browser that runs Python."""

    def __init__(self, chosen: ft.FilePickerFile) -> None:
        self.name = chosen.name
        self.size = chosen.size
        self._chosen = chosen

    @asynccontextmanager
    async def opened(self, on_share: Callable[[float], None]) -> AsyncIterator[BinaryIO]:
        on_share(1.0)
        if self._chosen.path is None:
            yield BytesIO(self._chosen.bytes or b"")
            return
        with Path(self._chosen.path).open("rb") as file:  # noqa: ASYNC230 - a local file
            yield file


class DevicePicker:
    """The device's own dialog, and who hears of what is chosen with it."""

    def __init__(self) -> None:
        self.dialog = ft.FilePicker(on_result=self._picked)
        self.on_chosen: Callable[[Chosen], None] = _nobody

    def _picked(self, event: ft.FilePickerResultEvent) -> None:
        for file in event.files:
            self.on_chosen(DeviceFile(file))


class NativePlatform:
    """One device's. The server is where `ENCOURS_SERVER` says, or where the page came from."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._pickers = {purpose: DevicePicker() for purpose in PICKING_FOR}
        self._clipboard = ft.Clipboard()
        self.vault = Preferences(ft.SharedPreferences())
        self.zone: tzinfo = datetime.now(UTC).astimezone().tzinfo or UTC
        self.language: Language = "fr"
        self.device_name = str(page.platform.value if page.platform else sys.platform).capitalize()
        self.storage = self._storage()

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def http(self) -> httpx.AsyncClient:
        transport = Fetching() if sys.platform == "emscripten" else None
        return httpx.AsyncClient(
            base_url=self._server(), timeout=TIMEOUT_SECONDS, transport=transport
        )

    def picking(
        self,
        on_chosen: Callable[[Chosen], None],
        purpose: PickingFor = "ledger",
        *,
        photos: bool = False,
        several: bool = False,
    ) -> ft.PickFiles:
        picker = self._pickers[purpose]
        picker.on_chosen = on_chosen
        return ft.PickFiles(
            picker.dialog,
            file_type=ft.FilePickerFileType.IMAGE if photos else ft.FilePickerFileType.ANY,
            allow_multiple=several,
            with_data=self._page.web,
        )

    def address(self, path: str) -> str:
        return self._server() + path

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._pickers["ledger"].dialog.save_file(file_name=name, src_bytes=content)

    def _storage(self) -> Storage | None:
        """In the folder that the device gives the app for what it is to keep."""
        folder = os.environ.get("FLET_APP_STORAGE_DATA")
        if self._page.web or not folder:
            return None
        from mobile.platform.device_storage import (  # noqa: PLC0415 - no browser has its lock
            DeviceStorage,
        )

        return DeviceStorage(Path(folder) / "encours", self._server())

    def _server(self) -> str:
        if given := os.environ.get("ENCOURS_SERVER"):
            return given
        if self._page.web and self._page.url:
            parts = urlsplit(self._page.url)
            return f"{parts.scheme}://{parts.netloc}"
        return LOCAL


def _nobody(_: object) -> None:
    """Nobody waits for a file."""
