"""Under Flet's server mode: the app runs beside the API, and draws for a browser.

The browser keeps the refresh token (its local storage, `encours` under Flet's prefix) and nothing
else. Requests go straight into the API's ASGI application, without a socket, under the browser's
own address: attempts to sign in are counted where they come from.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import flet as ft
import httpx

from mobile.api.failures import GoneFromDevice, Unreachable
from mobile.platform.devices import device_name
from mobile.platform.in_process import InProcess
from mobile.platform.ports import PICKING_FOR
from mobile.platform.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import tzinfo
    from pathlib import Path
    from typing import BinaryIO

    from mobile.platform.ports import Chosen, PickingFor, Storage
    from shared.contract.identity import Language

TIMEOUT_SECONDS = 30.0
INSTALLER = "/app/"
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
    installable: Callable[[], bool] = lambda: False
    """Whether the app to install is built and served beside."""


class UploadFailed(Unreachable):
    """The browser could not send its file."""


class BrowserFiles:
    """One of the window's file pickers: what is chosen with it, and how far each file has come.

    It listens from the start: the browser is told once whether anybody does. The browser holds the
    files of its last choice only, and knows them by their place in it: `choice` counts them.
    """

    def __init__(self, page: ft.Page) -> None:
        self.picker = ft.FilePicker(on_result=self._picked, on_upload=self._moved)
        self.on_chosen: Callable[[ft.FilePickerFile], None] = _nobody
        self.choice = 0
        self._page = page
        self._arriving: dict[str, tuple[asyncio.Future[None], Callable[[float], None]]] = {}

    async def bring(
        self, chosen: ft.FilePickerFile, name: str, on_share: Callable[[float], None]
    ) -> None:
        """The chosen file, to the server's disk under that name."""
        arrived: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arriving[chosen.name] = (arrived, on_share)
        address = self._page.get_upload_url(name, UPLOAD_SECONDS)
        try:
            await self.picker.upload(
                [ft.FilePickerUploadFile(address, id=chosen.id, name=chosen.name)]
            )
            await asyncio.wait_for(arrived, UPLOAD_SECONDS)
        except TimeoutError as error:
            raise UploadFailed(f"{chosen.name} did not come") from error
        finally:
            del self._arriving[chosen.name]

    def _picked(self, event: ft.FilePickerResultEvent) -> None:
        self.choice += 1
        for file in event.files:
            self.on_chosen(file)

    def _moved(self, event: ft.FilePickerUploadEvent) -> None:
        arrived, on_share = self._arriving.get(event.file_name, (None, _nobody))
        if arrived is None or arrived.done():
            return
        if event.error:
            arrived.set_exception(UploadFailed(event.error))
        elif event.progress is not None:
            on_share(event.progress)
            if event.progress >= 1:
                arrived.set_result(None)


def _nobody(_: object) -> None:
    """Nobody waits for it."""


class BrowserFile:
    """A file in somebody's browser. It crosses to the server's disk when it is opened.

    Once another choice was made with its picker it cannot cross any more.
    """

    def __init__(self, files: BrowserFiles, chosen: ft.FilePickerFile, to: Path) -> None:
        self.name = chosen.name
        self.size = chosen.size
        self._files = files
        self._choice = files.choice
        self._chosen = chosen
        self._to = to

    @asynccontextmanager
    async def opened(self, on_share: Callable[[float], None]) -> AsyncIterator[BinaryIO]:
        if self._choice != self._files.choice:
            raise GoneFromDevice(self.name)
        landed = self._to / f"{uuid4()}.upload"
        try:
            await self._files.bring(self._chosen, landed.name, on_share)
            with landed.open("rb") as file:
                yield file
        finally:
            landed.unlink(missing_ok=True)


class ServerPlatform:
    """One browser window's."""

    def __init__(self, page: ft.Page, host: Host) -> None:
        self._page = page
        self._host = host
        self._files = {purpose: BrowserFiles(page) for purpose in PICKING_FOR}
        self._clipboard = ft.Clipboard()
        self.vault = Preferences(ft.SharedPreferences())
        self.zone = host.zone
        self.language = host.language
        self.device_name = device_name(page.client_user_agent or "")
        self.storage: Storage | None = (
            None  # the window is a picture of this process, and keeps nothing
        )

    @property
    def installer(self) -> str | None:
        return INSTALLER if self._host.installable() else None

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=InProcess(self._host.api, self._page.client_ip or "127.0.0.1"),
            base_url=self._host.public_url,
            headers={"User-Agent": self._page.client_user_agent or "Encours"},
            timeout=TIMEOUT_SECONDS,
        )

    def picking(
        self,
        on_chosen: Callable[[Chosen], None],
        purpose: PickingFor = "ledger",
        *,
        photos: bool = False,
        several: bool = False,
    ) -> ft.PickFiles:
        files = self._files[purpose]
        files.on_chosen = lambda file: on_chosen(BrowserFile(files, file, self._host.uploads))
        return ft.PickFiles(
            files.picker,
            file_type=ft.FilePickerFileType.IMAGE if photos else ft.FilePickerFileType.ANY,
            allow_multiple=several,
            cancel_upload_on_window_blur=False,
        )

    def address(self, path: str) -> str:
        """The browser opens it where it has the page from."""
        return path

    def on_line(self, heard: Callable[[bool], None]) -> None:
        """The API is in this very process."""

    async def copy(self, words: str) -> None:
        await self._clipboard.set(words)

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._files["ledger"].picker.save_file(file_name=name, src_bytes=content)
