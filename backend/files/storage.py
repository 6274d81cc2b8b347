"""Where the bytes of files are kept: one interface, and the folder that stands behind it.

Whatever is kept has a key made by this program. A file appears under its key wholly or not at all.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from backend.settings import Settings

BLOCK_BYTES: Final = 1 << 18


class Storage(Protocol):
    """What a place for files can do. None of it runs on the event loop: it may wait for a disk."""

    def draft(self) -> Path:
        """A path on a local disk where a file may be prepared; nothing lies there yet."""

    def keep(self, key: UUID, draft: Path) -> None:
        """Takes the draft over under the key; it will survive a power cut."""

    def read(self, key: UUID) -> BinaryIO:
        """Opens what is kept. `FileNotFoundError` where nothing is."""

    def forget(self, key: UUID) -> None:
        """Whether or not something was kept."""

    def older_than(self, seconds: float) -> Iterator[UUID]:
        """The keys of what has been kept for so long."""

    def forget_drafts(self, seconds: float) -> int:
        """Takes away drafts that nobody has touched for so long; answers how many."""


class Folder:
    """Files below one folder, which only the server's own user may read."""

    __slots__ = ("_drafts", "_kept")

    def __init__(self, folder: Path) -> None:
        self._drafts, self._kept = folder / "drafts", folder / "kept"

    def draft(self) -> Path:
        make(self._drafts)
        return self._drafts / os.urandom(16).hex()

    def keep(self, key: UUID, draft: Path) -> None:
        path = self._path(key)
        make(path.parent)
        sync(draft)
        draft.rename(path)
        sync(path.parent)

    def read(self, key: UUID) -> BinaryIO:
        return self._path(key).open("rb")

    def forget(self, key: UUID) -> None:
        self._path(key).unlink(missing_ok=True)

    def older_than(self, seconds: float) -> Iterator[UUID]:
        for path in old(self._kept.glob("??/*"), seconds):
            with suppress(ValueError):  # somebody's own file: not ours to speak of
                yield UUID(path.name)

    def forget_drafts(self, seconds: float) -> int:
        abandoned = list(old(self._drafts.glob("*"), seconds))
        for path in abandoned:
            path.unlink(missing_ok=True)
        return len(abandoned)

    def _path(self, key: UUID) -> Path:
        # Spread by the random end of the key, so that no folder grows without bounds.
        return self._kept / key.hex[-2:] / str(key)


def storage_of(settings: Settings) -> Storage:
    return Folder(settings.data / "files")


def make(folder: Path) -> None:
    for missing in (folder.parent.parent, folder.parent, folder):
        missing.mkdir(mode=0o700, exist_ok=True, parents=True)


def sync(path: Path) -> None:
    """To the disk itself; a folder's entries too."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def old(paths: Iterator[Path], seconds: float) -> Iterator[Path]:
    before = time.time() - seconds
    for path in paths:
        with suppress(FileNotFoundError):  # another server's sweep was faster
            if path.stat().st_mtime < before:
                yield path


def blocks(file: BinaryIO) -> Iterator[bytes]:
    """What is left of an open file, block by block; closes it."""
    with file:
        while block := file.read(BLOCK_BYTES):
            yield block
