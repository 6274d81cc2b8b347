"""The sealer: numbers committed facts and chains them (docs/decisions/0012).

Writers commit facts unnumbered and go on. One sealer at a time gives those it can see their
position and their hash, a batch a transaction; a writer never waits for it, and what is not yet
committed is simply sealed later. Whoever must see every committed fact calls `seal` first.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING, Final

from backend.activity import queries
from backend.activity.rules import SALT_BYTES, next_head, text_digest
from backend.database.transaction import transaction

if TYPE_CHECKING:
    from uuid import UUID

    from backend.activity.history import Head

SEALED_AT_ONCE: Final = 500
AGAIN_AFTER_SECONDS: Final = 1.0

logger = logging.getLogger(__name__)


async def seal() -> None:
    """Seals every fact that was committed before the call; outside a transaction only.

    Safe to run anywhere at any time: of several sealers each waits for the one before.
    """
    after: UUID | None = None
    while True:
        last = await seal_some(after)
        if last is None and after is None:
            return
        # Onwards first, so as not to pass again and again over what was just sealed; then once
        # more from the start, for ids that are older than they were committed.
        after = last


async def seal_some(after: UUID | None) -> UUID | None:
    """Seals the next facts by id; answers the last of them, None where there was none."""
    async with transaction():
        await queries.hold_sealing()
        facts = await queries.unsealed(after, SEALED_AT_ONCE)
        if not facts:
            return None
        head, rows = await queries.head(), []
        for told in facts:
            salt = secrets.token_bytes(SALT_BYTES)
            digest = text_digest(told, salt)
            head = next_head(head, told, digest)
            rows.append((head.position, told.id, salt, digest, head.hash))
        await queries.add_sealed(rows)
        await queries.tell_sealed(head.position)
    return facts[-1].id


async def head() -> Head:
    """The last sealed fact's position and hash, everything committed sealed."""
    await seal()
    return await queries.head()


async def last_sealed() -> int:
    """How far the history goes by now; what waits to be sealed is not counted."""
    return (await queries.head()).position


async def keep_sealing(woken: asyncio.Event) -> None:
    """Seals at once and whenever `woken` is set, until cancelled."""
    woken.set()
    while True:
        await woken.wait()
        woken.clear()
        try:
            await seal()
        except Exception:
            logger.exception("Facts could not be sealed; trying again.")
            woken.set()
            await asyncio.sleep(AGAIN_AFTER_SECONDS)
