"""On a phone, or with Python in the browser itself: the API is reached over the network."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import flet as ft
import httpx

from mobile.platform.preferences import Preferences

if TYPE_CHECKING:
    from shared.contract.identity import Language

TIMEOUT_SECONDS = 15.0
LOCAL = "http://127.0.0.1:8000"


class NativePlatform:
    """One device's. The server is where `ENCOURS_SERVER` says, or where the page came from."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._files = ft.FilePicker()
        self._clipboard = ft.Clipboard()
        self.vault = Preferences(ft.SharedPreferences())
        self.zone: tzinfo = datetime.now(UTC).astimezone().tzinfo or UTC
        self.language: Language = "fr"
        self.device_name = str(page.platform.value if page.platform else sys.platform).capitalize()

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self._server(), timeout=TIMEOUT_SECONDS)

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._files.save_file(file_name=name, src_bytes=content)

    def _server(self) -> str:
        if given := os.environ.get("ENCOURS_SERVER"):
            return given
        if self._page.web and self._page.url:
            parts = urlsplit(self._page.url)
            return f"{parts.scheme}://{parts.netloc}"
        return LOCAL
