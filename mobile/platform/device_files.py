"""Files that a person chooses where the app runs on their own device."""

from __future__ import annotations

from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import flet as ft

from mobile.platform.ports import PICKING_FOR

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from typing import BinaryIO

    from mobile.platform.ports import Chosen, PickingFor


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


class DevicePickers:
    """One for each purpose."""

    def __init__(self, *, with_content: bool) -> None:
        """`with_content` where the device gives no path to open."""
        self._pickers = {purpose: DevicePicker() for purpose in PICKING_FOR}
        self._with_content = with_content

    def picking(
        self,
        on_chosen: Callable[[Chosen], None],
        purpose: PickingFor,
        *,
        photos: bool,
        several: bool,
    ) -> ft.PickFiles:
        picker = self._pickers[purpose]
        picker.on_chosen = on_chosen
        return ft.PickFiles(
            picker.dialog,
            file_type=ft.FilePickerFileType.IMAGE if photos else ft.FilePickerFileType.ANY,
            allow_multiple=several,
            with_data=self._with_content,
        )

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._pickers["ledger"].dialog.save_file(file_name=name, src_bytes=content)


def _nobody(_: object) -> None:
    """Nobody waits for a file."""
