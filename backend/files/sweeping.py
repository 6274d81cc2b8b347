"""Takes away what was stored and never named: a server that was stopped between the two."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from backend.files import queries

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from uuid import UUID

    from backend.files.storage import Storage

AGE_SECONDS_LEAST: Final = 3_600
"""Of what is swept: what is being stored at this moment is younger."""
EVERY_SECONDS: Final = 6 * 3_600
KEYS_AT_ONCE: Final = 1_000

logger = logging.getLogger(__name__)


async def sweep(storage: Storage, *, age_seconds: float = AGE_SECONDS_LEAST) -> int:
    """Forgets drafts and stored files that no row names; answers how many."""
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


@asynccontextmanager
async def swept(storage: Storage) -> AsyncIterator[None]:
    """While a server runs: at its start, then a few times a day."""
    sweeper = asyncio.create_task(sweep_for_ever(storage))
    try:
        yield
    finally:
        sweeper.cancel()
        with suppress(asyncio.CancelledError):
            await sweeper


async def sweep_for_ever(storage: Storage) -> None:
    while True:
        try:
            if number := await sweep(storage):
                logger.warning("Swept %d files that nothing names.", number)
        except Exception:
            # The next time may go better; a server without a sweeper still serves.
            logger.exception("Files could not be swept.")
        await asyncio.sleep(EVERY_SECONDS)
