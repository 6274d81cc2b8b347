"""Takes away what nobody will see again: files that nothing refers to, and bytes no row names.

The first are photos taken off a draft, or of drafts given up; the second, what a server left that
was stopped between storing and naming, and what was of the first.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import transaction
from backend.files import queries
from backend.files.rules import WINDOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from uuid import UUID

    from backend.clock import Clock
    from backend.files.storage import Storage

AGE_SECONDS_LEAST: Final = 3_600
"""Of what is swept: what is being stored at this moment is younger."""
EVERY_SECONDS: Final = 6 * 3_600
KEYS_AT_ONCE: Final = 1_000
ROWS_AT_ONCE: Final = 200

logger = logging.getLogger(__name__)


async def sweep(storage: Storage, *, age_seconds: float = AGE_SECONDS_LEAST) -> int:
    """Forgets drafts and stored bytes that no row names; answers how many."""
    swept = await asyncio.to_thread(storage.forget_drafts, age_seconds)
    keys = storage.older_than(age_seconds)
    while batch := await asyncio.to_thread(taken, keys):
        known = await queries.known_keys(batch)
        for key in batch:
            if key not in known:
                await asyncio.to_thread(storage.forget, key)
                swept += 1
    return swept


def taken(keys: Iterator[UUID]) -> list[UUID]:
    return list(islice(keys, KEYS_AT_ONCE))


async def remove_unused(now: datetime) -> int:
    """Files sent a day ago or before that nothing refers to; answers how many.

    Their bytes lie there until the next `sweep`. One that is referred to meanwhile stays: it is
    held from the moment it is found (`require_files_of` waits, or is waited for).
    """
    removed = 0
    while True:
        async with transaction():
            found = await queries.hold_unused(now - WINDOW, ROWS_AT_ONCE)
            gone = await queries.forget(found)
            told = {"reason": "unused"}
            await record(
                *(
                    Fact(kind="file-removed", subject=row["id"], client=row["client"], after=told)
                    for row in gone
                ),
                by=NOBODY,
                at=now,
            )
        removed += len(gone)
        if not gone:
            return removed


@asynccontextmanager
async def swept(storage: Storage, clock: Clock) -> AsyncIterator[None]:
    """While a server runs: at its start, then a few times a day."""
    sweeper = asyncio.create_task(sweep_for_ever(storage, clock))
    try:
        yield
    finally:
        sweeper.cancel()
        with suppress(asyncio.CancelledError):
            await sweeper


async def sweep_for_ever(storage: Storage, clock: Clock) -> None:
    while True:
        try:
            if unused := await remove_unused(clock.now()):
                logger.info("Removed %d files that nothing refers to.", unused)
            if number := await sweep(storage):
                logger.warning("Swept %d files that nothing names.", number)
        except Exception:
            # The next time may go better; a server without a sweeper still serves.
            logger.exception("Files could not be swept.")
        await asyncio.sleep(EVERY_SECONDS)
