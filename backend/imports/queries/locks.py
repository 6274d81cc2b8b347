"""Who works on what: one import writes the ledger at a time, one worker has a run in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_value

if TYPE_CHECKING:
    from uuid import UUID

# Two numbers name a lock: our space, and a run's own (0 is the ledger).
SPACE = 7_230_419
LEDGER = 0


async def lock_ledger() -> None:
    """Until the transaction's end: other imports wait, and nobody else writes what we compare.

    Readers are not held up.
    """
    await execute("SET LOCAL lock_timeout = 0")
    await execute("SELECT pg_advisory_xact_lock($1, $2)", SPACE, LEDGER)
    await execute("SET LOCAL lock_timeout = '30s'")
    await execute(
        "LOCK TABLE company, branch, client, document, payment, allocation"
        " IN SHARE ROW EXCLUSIVE MODE"
    )


async def hold(run_id: UUID) -> bool:
    """Marks the run as in hand until the transaction's end; False where it is in another's."""
    return bool(
        await fetch_value("SELECT pg_try_advisory_xact_lock($1, $2)", SPACE, number_of(run_id))
    )


def number_of(run_id: UUID) -> int:
    """The random end of the id, as a positive integer of PostgreSQL's."""
    return (run_id.int & 0x7FFFFFFF) or 1
