"""The browser's database (IndexedDB) as a shelf of blocks and files: one for the whole origin.

What is written at once is there wholly or not at all, also where the window dies meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from mobile.platform.browser.machine import (
    array,
    machine,
    octets,
    plain,
    proxied,
    settled,
    thrown,
)
from mobile.sync import outbox_disk, portfolio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME: Final = "encours"
VERSION: Final = 1
OUTBOX, PORTFOLIO, FILES = outbox_disk.FILE_NAME, portfolio.FILE_NAME, "files"
STORES: Final = (OUTBOX, PORTFOLIO, FILES)
"""Each a store of its own: what is written to one waits for nothing that goes to another."""
BLOCKS_MOST: Final = 2**31


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one owner's database, and of the files that go with it."""

    owner: str
    store: str
    blocks: Mapping[int, bytes]
    count: int
    """So many blocks there are now: those after them are gone."""
    files: Mapping[UUID, Any] = field(default_factory=dict)
    """As `Blob`; None is gone."""


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is on the shelf, by owner."""

    databases: dict[tuple[str, str], bytes]
    """By owner and store."""
    files: dict[str, dict[UUID, Any]]


class Shelf:
    """What is on the disk. Whoever holds the writer's lock reads and writes it."""

    def __init__(self) -> None:
        self._database: Any = None

    async def open(self) -> None:
        """Raises OSError where the browser keeps nothing, as in some private windows."""
        if self._database is not None:
            return
        try:
            request = machine().indexedDB.open(NAME, VERSION)
        except (AttributeError, thrown()) as error:
            raise OSError(f"the browser keeps nothing: {error}") from error
        upgrade = proxied(lambda _: make(request.result))
        request.onupgradeneeded = upgrade
        await settled(request, "onsuccess", "onerror", "onblocked")
        upgrade.destroy()
        self._database = request.result
        # A later release in another window asks for its own version: it need not wait for this one.
        self._database.onversionchange = proxied(lambda _: self._database.close())

    async def read(self) -> Kept:
        """Raises OSError where blocks are missing, or the browser cannot read them."""
        transaction = self._transaction(STORES, "readonly")
        stores = {name: transaction.objectStore(name) for name in STORES}
        asked = {name: (store.getAllKeys(), store.getAll()) for name, store in stores.items()}
        await settled(transaction, "oncomplete", "onabort")
        found = {
            name: zip(keys.result.to_py(), values.result, strict=True)
            for name, (keys, values) in asked.items()
        }
        files: dict[str, dict[UUID, Any]] = {}
        for (owner, id_), blob in found.pop(FILES):
            files.setdefault(owner, {})[UUID(id_)] = blob
        return Kept({(o, n): c for n in found for o, c in joined(found[n])}, files)

    async def write(self, change: Change) -> None:
        """Returns once it is on the disk. Raises OSError, of a full one too; nothing is changed."""
        names = [change.store, FILES] if change.files else [change.store]
        transaction = self._transaction(names, "readwrite", is_only_copy=change.store == OUTBOX)
        try:
            self._put(transaction, change)
        except thrown() as error:
            transaction.abort()
            raise OSError(str(error)) from error
        await settled(transaction, "oncomplete", "onabort")

    def _put(self, transaction: Any, change: Change) -> None:
        blocks, owner = transaction.objectStore(change.store), change.owner
        for number, content in change.blocks.items():
            blocks.put(octets(content), array([owner, number]))
        after = array([owner, change.count]), array([owner, BLOCKS_MOST])
        blocks.delete(machine().IDBKeyRange.bound(*after))
        for id_, blob in change.files.items():
            files, key = transaction.objectStore(FILES), array([owner, str(id_)])
            _ = files.delete(key) if blob is None else files.put(blob, key)

    def _transaction(self, names: Iterable[str], mode: str, *, is_only_copy: bool = False) -> Any:
        """What can be had again need not have left the computer's own memory."""
        durability = plain({"durability": "strict" if is_only_copy else "relaxed"})
        try:
            return self._database.transaction(array(list(names)), mode, durability)
        except thrown() as error:
            raise OSError(f"the browser's storage is closed: {error}") from error


def make(database: Any) -> None:
    for name in STORES:
        database.createObjectStore(name)


def joined(found: Iterable[tuple[tuple[str, int], Any]]) -> Iterable[tuple[str, bytes]]:
    """Each owner's database, of its blocks in their order."""
    owners: dict[str, list[bytes]] = {}
    for (owner, number), block in found:
        blocks = owners.setdefault(owner, [])
        if number != len(blocks):
            raise OSError(f"block {len(blocks)} is missing")
        blocks.append(block.to_bytes())
    return ((owner, b"".join(blocks)) for owner, blocks in owners.items())
