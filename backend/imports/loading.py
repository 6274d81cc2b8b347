"""Brings a file's rows into the staging tables, and tells how far it is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.imports.queries import staging
from backend.imports.reading.ledger_file import open_ledger_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from backend.imports.reading.diagnosis import Options, Outcome
    from backend.imports.reading.ledger_file import OpenLedger
    from backend.imports.reading.rows import Kind, Row


@dataclass(slots=True)
class Progress:
    """How far an import is, 0 to 1: reading is most of it, writing the rest.

    One thread writes it and another reads it: a number that is a moment old does no harm.
    """

    share: float = 0.0

    READING_SHARE = 0.7

    def read(self, done: int, total: int) -> None:
        self.share = self.READING_SHARE * min(1.0, done / total) if total else 0.0

    def planned(self) -> None:
        self.share = 0.8

    def written(self) -> None:
        self.share = 1.0


async def open_file(path: Path, kind: Kind, options: Options, progress: Progress) -> OpenLedger:
    """Goes through the file for what it is; in a thread, for it may be large."""
    return await asyncio.to_thread(open_ledger_file, path, kind, options, progress.read)


async def stage(ledger: OpenLedger, kind: Kind, progress: Progress) -> Outcome:
    """Loads all rows, the next batch being read while the server takes in the last.

    Memory holds two batches, whatever the file's size.
    """
    await staging.prepare(kind)
    batches = ledger.batches(progress.read)
    coming = asyncio.ensure_future(asyncio.to_thread(next_batch, batches))
    try:
        while (batch := await coming) is not None:
            coming = asyncio.ensure_future(asyncio.to_thread(next_batch, batches))
            await staging.keep(batch)
    finally:
        # A thread cannot be interrupted: leave the file only once it has.
        await asyncio.wait([coming])
    await staging.measure(kind)
    return ledger.outcome()


def next_batch(batches: Iterator[Sequence[Row]]) -> Sequence[Row] | None:
    return next(batches, None)
