"""What a browser keeps of each owner: databases in Python's memory, and on the disk by `flush`.

Of a database only the blocks that changed are written: a portfolio of megabytes is not rewritten
for the day it was read on.
"""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING, Any, Final

from mobile.platform.browser.machine import array, machine, octets, thrown
from mobile.platform.browser.shelf import OUTBOX, Change
from mobile.sync.keeping import opened

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path
    from uuid import UUID

    from mobile.platform.browser.shelf import Shelf
    from mobile.sync.keeping import Keeping
    from mobile.sync.owner import Owner

BLOCK_BYTES: Final = 32_768
"""A browser writes values from 64 kB on as files of their own, which takes it longer."""


class BrowserKeeping:
    """One owner's. A `mobile.sync.keeping.Keeping`; its files go with the outbox."""

    def __init__(
        self,
        shelf: Shelf,
        name: str,
        folder: Path,
        on_disk: dict[str, bytes],
        files: dict[UUID, Any],
    ) -> None:
        self._shelf = shelf
        self._name = name
        self._folder = folder
        self._on_disk = on_disk
        self._files = files
        self._changed: dict[UUID, Any] = {}
        self._alone: dict[str, asyncio.Lock] = {}
        folder.mkdir(parents=True)
        for database, content in on_disk.items():
            (folder / database).write_bytes(content)

    def database(self, name: str) -> sqlite3.Connection:
        return opened(self._folder / name)

    def erase(self, name: str) -> None:
        for suffix in ("", "-journal"):
            (self._folder / (name + suffix)).unlink(missing_ok=True)

    def keep(self, id_: UUID, content: bytes) -> None:
        self._files[id_] = self._changed[id_] = machine().Blob.new(array([octets(content)]))

    def read(self, id_: UUID) -> bytes:
        """From where the browser has it: photos do not stay in memory."""
        if id_ not in self._files:
            raise FileNotFoundError(str(id_))
        try:
            content = machine().FileReaderSync.new().readAsArrayBuffer(self._files[id_])
        except thrown() as error:
            raise FileNotFoundError(f"{id_}: {error}") from error
        return bytes(content.to_bytes())

    def drop(self, id_: UUID) -> None:
        if self._files.pop(id_, None) is not None:
            self._changed[id_] = None

    def kept(self) -> set[UUID]:
        return set(self._files)

    async def flush(self, name: str) -> None:
        async with self._alone.setdefault(name, asyncio.Lock()):
            path = self._folder / name
            now = path.read_bytes() if path.exists() else b""
            before = self._on_disk.get(name, b"")
            files = dict(self._changed) if name == OUTBOX else {}
            blocks = differing(before, now)
            if not blocks and not files and len(now) == len(before):
                return
            count = -(-len(now) // BLOCK_BYTES)
            await self._shelf.write(Change(self._name, name, blocks, count, files))
            self._on_disk[name] = now
            for id_, blob in files.items():
                if self._changed.get(id_) is blob:
                    del self._changed[id_]


class BrowserPocket:
    """Everybody's, as it was when the writer's lock was taken."""

    def __init__(self, shelf: Shelf, root: Path) -> None:
        self._shelf = shelf
        self._root = root
        self._keepings: dict[str, BrowserKeeping] = {}

    async def load(self) -> None:
        """Reads it from the disk: another window may have written since. Raises OSError."""
        kept = await self._shelf.read()
        shutil.rmtree(self._root, ignore_errors=True)
        databases: dict[str, dict[str, bytes]] = {owner: {} for owner in kept.files}
        for (owner, name), content in kept.databases.items():
            databases.setdefault(owner, {})[name] = content
        self._keepings = {
            owner: self._made(owner, found, kept.files.get(owner, {}))
            for owner, found in databases.items()
        }

    def of(self, owner: Owner) -> BrowserKeeping:
        if owner.name not in self._keepings:
            self._keepings[owner.name] = self._made(owner.name, {}, {})
        return self._keepings[owner.name]

    def others(self, owner: Owner) -> list[Keeping]:
        return [one for name, one in sorted(self._keepings.items()) if name != owner.name]

    def _made(
        self, owner: str, on_disk: dict[str, bytes], files: dict[UUID, Any]
    ) -> BrowserKeeping:
        return BrowserKeeping(self._shelf, owner, self._root / owner, on_disk, files)


def differing(before: bytes, now: bytes) -> dict[int, bytes]:
    """The blocks of `now` that are not as they were, by their number."""
    return {
        start // BLOCK_BYTES: now[start : start + BLOCK_BYTES]
        for start in range(0, len(now), BLOCK_BYTES)
        if now[start : start + BLOCK_BYTES] != before[start : start + BLOCK_BYTES]
    }
