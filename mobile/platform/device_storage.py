"""A folder of the device itself, with one in it for each person on each server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.sync.file_lock import FileLock
from mobile.sync.keeping import Folders

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "writer"


class DeviceStorage:
    """What the app's own folder keeps: nobody throws it away, and no other app reads it."""

    darkroom = None
    is_encrypted = False
    """By the device's screen lock only."""

    def __init__(self, root: Path, server: str) -> None:
        self._root = root
        self.server = server
        self.pocket = Folders(root)

    async def ready(self) -> None:
        self._root.mkdir(parents=True, exist_ok=True)

    def lock(self) -> FileLock:
        return FileLock(self._root / LOCK)

    async def persist(self) -> bool:
        """The folder is the app's until it is removed from the device."""
        return True
