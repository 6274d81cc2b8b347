"""Under Flet's server mode: the app runs beside the API, and draws for a browser.

The browser keeps the refresh token (its local storage, `encours` under Flet's prefix) and nothing
else. Requests go straight into the API's ASGI application, without a socket, under the browser's
own address: attempts to sign in are counted where they come from.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import flet as ft
import httpx

from mobile.api.failures import Unreachable
from mobile.platform.devices import device_name
from mobile.platform.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import tzinfo
    from pathlib import Path
    from typing import BinaryIO

    from mobile.platform.ports import Chosen
    from shared.contract.identity import Language

TIMEOUT_SECONDS = 30.0
UPLOAD_SECONDS = 900
"""Within which a browser's file must have come; its address is good for as long."""


@dataclass(frozen=True, slots=True)
class Host:
    """The API that every session of this process talks to."""

    api: Any
    """An ASGI application."""
    public_url: str
    zone: tzinfo
    language: Language
    uploads: Path
    """Where a browser's files land before the API is given them."""


class UploadFailed(Unreachable):
    """The browser could not send its file."""


class BrowserFile:
    """A file in somebody's browser. It crosses to the server's disk when it is opened."""

    def __init__(
        self, page: ft.Page, picker: ft.FilePicker, chosen: ft.FilePickerFile, to: Path
    ) -> None:
        self.name = chosen.name
        self._page = page
        self._picker = picker
        self._chosen = chosen
        self._to = to

    @asynccontextmanager
    async def opened(self, on_share: Callable[[float], None]) -> AsyncIterator[BinaryIO]:
        landed = self._to / f"{uuid4()}.upload"
        await self._cross(landed.name, on_share)
        try:
            with landed.open("rb") as file:
                yield file
        finally:
            landed.unlink(missing_ok=True)

    async def _cross(self, name: str, on_share: Callable[[float], None]) -> None:
        arrived: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def told(event: ft.FilePickerUploadEvent) -> None:
            if arrived.done():
                return
            if event.error:
                arrived.set_exception(UploadFailed(event.error))
            elif event.progress is not None:
                on_share(event.progress)
                if event.progress >= 1:
                    arrived.set_result(None)

        self._picker.on_upload = told
        address = self._page.get_upload_url(name, UPLOAD_SECONDS)
        file = ft.FilePickerUploadFile(address, id=self._chosen.id, name=self._chosen.name)
        await self._picker.upload([file])
        await asyncio.wait_for(arrived, UPLOAD_SECONDS)


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

    def picking(self, on_chosen: Callable[[Chosen], None]) -> ft.PickFiles:
        def picked(event: ft.FilePickerResultEvent) -> None:
            for file in event.files:
                on_chosen(BrowserFile(self._page, self._files, file, self._host.uploads))

        self._files.on_result = picked
        return ft.PickFiles(self._files, cancel_upload_on_window_blur=False)

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._files.save_file(file_name=name, src_bytes=content)
