"""Under Flet's server mode: the app runs beside the API, and draws for a browser.

The browser keeps the refresh token (its local storage, `encours` under Flet's prefix) and nothing
else. Requests go straight into the API's ASGI application, without a socket, under the browser's
own address: attempts to sign in are counted where they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import flet as ft
import httpx

from mobile.platform.devices import device_name
from mobile.platform.preferences import Preferences

if TYPE_CHECKING:
    from datetime import tzinfo

    from shared.contract.identity import Language

TIMEOUT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Host:
    """The API that every session of this process talks to."""

    api: Any
    """An ASGI application."""
    public_url: str
    zone: tzinfo
    language: Language


class ServerPlatform:
    """One browser window's."""

    def __init__(self, page: ft.Page, host: Host) -> None:
        self._page = page
        self._host = host
        self._files = ft.FilePicker()
        self._clipboard = ft.Clipboard()
        self.vault = Preferences(ft.SharedPreferences())
        self.zone = host.zone
        self.language = host.language
        self.device_name = device_name(page.client_user_agent or "")

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(
                app=self._host.api,
                client=(self._page.client_ip or "127.0.0.1", 0),
                raise_app_exceptions=False,
            ),
            base_url=self._host.public_url,
            headers={"User-Agent": self._page.client_user_agent or "Encours"},
            timeout=TIMEOUT_SECONDS,
        )

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._files.save_file(file_name=name, src_bytes=content)
