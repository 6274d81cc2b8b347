"""Where a device keeps what outlives the app: a folder, or this session's memory.

A browser's own storage is the third (mobile.platform.browser.keeping): there alone, what is written
reaches the disk with `flush` only.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Final, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from pathlib import Path

    from mobile.sync.owner import Owner

HALF: Final = ".half"
DURABLE: Final = (
    # The journal is emptied and not deleted: no folder needs syncing for a commit to last. No
    # write-ahead log, whose shared memory a browser does not have.
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "fullfsync = ON",  # what Apple's plain sync leaves in the drive
)


class Keeping(Protocol):
    """The things of one owner: databases by their name, files by their id."""

    def database(self, name: str) -> sqlite3.Connection:
        """Made where there is none. Every statement outside a transaction is one by itself.

        Raises sqlite3.DatabaseError for a file that is none.
        """

    def erase(self, name: str) -> None:
        """The database, wholly; it must be closed. None to erase is fine."""

    def keep(self, id_: UUID, content: bytes) -> None:
        """A file, whole or not at all. Raises OSError where there is no room."""

    def read(self, id_: UUID) -> bytes:
        """Raises FileNotFoundError."""

    def drop(self, id_: UUID) -> None:
        """None to drop is fine."""

    def kept(self) -> set[UUID]:
        """The files there are."""

    async def flush(self, name: str) -> None:
        """Returns once the database, and every file, would survive the power going.

        Of one database: what is a person's only copy does not wait for what can be had again.
        Raises OSError where the device would not take it.
        """


class Pocket(Protocol):
    """Everything a device keeps, by whose it is."""

    def of(self, owner: Owner) -> Keeping: ...

    def others(self, owner: Owner) -> list[Keeping]:
        """What is kept of anybody else."""


class Folder:
    """A folder of a file system. Natively a write is on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = path / "files"
        _make(self._files)

    def database(self, name: str) -> sqlite3.Connection:
        return opened(self._path / name)

    def erase(self, name: str) -> None:
        for suffix in ("", "-journal"):
            (self._path / (name + suffix)).unlink(missing_ok=True)
        _sync_folder(self._path)

    def keep(self, id_: UUID, content: bytes) -> None:
        half = self._files / f"{id_}{HALF}"
        try:
            with half.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            half.replace(self._files / str(id_))
        except OSError:
            half.unlink(missing_ok=True)
            raise
        _sync_folder(self._files)

    def read(self, id_: UUID) -> bytes:
        return (self._files / str(id_)).read_bytes()

    def drop(self, id_: UUID) -> None:
        (self._files / str(id_)).unlink(missing_ok=True)

    def kept(self) -> set[UUID]:
        for half in self._files.glob(f"*{HALF}"):
            half.unlink()  # of an app that was killed while it wrote
        return {UUID(file.name) for file in self._files.iterdir()}

    async def flush(self, name: str) -> None:
        """It is there already."""


class Folders:
    """A folder of a device, with one in it for each owner."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def of(self, owner: Owner) -> Folder:
        return Folder(self._root / owner.name)

    def others(self, owner: Owner) -> list[Keeping]:
        if not self._root.is_dir():
            return []
        found = [one for one in self._root.iterdir() if one.is_dir() and one.name != owner.name]
        return [Folder(one) for one in sorted(found)]


class Memory:
    """For a session that leaves nothing behind: each opening of a database finds it empty."""

    def __init__(self) -> None:
        self._files: dict[UUID, bytes] = {}

    def database(self, name: str) -> sqlite3.Connection:  # noqa: ARG002 - they are all apart
        return sqlite3.connect(":memory:", isolation_level=None)

    def erase(self, name: str) -> None:
        """It ended with its connection."""

    def keep(self, id_: UUID, content: bytes) -> None:
        self._files[id_] = content

    def read(self, id_: UUID) -> bytes:
        if id_ not in self._files:
            raise FileNotFoundError(str(id_))
        return self._files[id_]

    def drop(self, id_: UUID) -> None:
        self._files.pop(id_, None)

    def kept(self) -> set[UUID]:
        return set(self._files)

    async def flush(self, name: str) -> None:
        """There is no power to go."""


class Memories:
    """A session's memory, by owner."""

    def __init__(self) -> None:
        self._kept: dict[str, Memory] = {}

    def of(self, owner: Owner) -> Memory:
        return self._kept.setdefault(owner.name, Memory())

    def others(self, owner: Owner) -> list[Keeping]:
        return [kept for name, kept in self._kept.items() if name != owner.name]


def opened(path: Path) -> sqlite3.Connection:
    """A database whose commits last. Raises sqlite3.DatabaseError for a file that is none."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for setting in DURABLE:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _make(folder: Path) -> None:
    """With its parents, each named on the disk by the one it is in."""
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """What was made, renamed or deleted in it is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
