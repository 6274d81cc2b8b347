"""A folder of the device itself, with one in it for each person on each server."""

from __future__ import annotations

from shutil import disk_usage
from typing import TYPE_CHECKING

from mobile.platform.ports import Room
from mobile.sync.file_lock import FileLock
from mobile.sync.keeping import Folders

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "writer"


class DeviceStorage:
    """What the app's own folder keeps: nobody throws it away, and no other app reads it."""

    darkroom = None
    """Python's own library draws nothing, and Pillow is on no phone."""

    def __init__(self, root: Path, server: str, *, is_encrypted: bool = False) -> None:
        self._root = root
        self.server = server
        self.is_encrypted = is_encrypted
        self.pocket = Folders(root)

    async def ready(self) -> None:
        self._root.mkdir(parents=True, exist_ok=True)

    def lock(self) -> FileLock:
        return FileLock(self._root / LOCK)

    async def persist(self) -> bool:
        """The folder is the app's until it is removed from the device."""
        return True

    async def room(self) -> Room:
        used = sum(one.stat().st_size for one in self._root.rglob("*") if one.is_file())
        return Room(used, used + disk_usage(self._root).free)
