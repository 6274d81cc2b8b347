"""Full settlement closes a dispute, for as long as it stands; a payment is never refused for one.

Settled by hand, it closes in the transaction of the settlement (backend/reactions.py); settled by
an import, at the end of that import's. So it is with a settlement that is taken back: the dispute
is again what it was before, a decision holds, and what was said meanwhile stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import NOBODY, Fact, record
from backend.disputes.queries import writing
from shared.rules.dispute import blocked_by

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from backend.activity.reacting import Recorded


async def close_settled(*, on: date, at: datetime, document_id: UUID | None = None) -> int:
    """Closes the disputes whose invoice is settled, of one document or of all; answers how many.

    In the caller's transaction; once done, it finds nothing more to do.
    """
    rows = await writing.settled(document_id)
    if rows:
        await writing.close_settled([row["id"] for row in rows], on, at)
        facts = [
            Fact(
                kind="dispute-closed",
                subject=row["id"],
                client=row["client"],
                before={"state": row["state"], "blocked": row["blocked"]},
                after={"state": "closed", "closed_because": "settled"},
            )
            for row in rows
        ]
        await record(*facts, by=NOBODY, at=at)
    return len(rows)


async def reopen_owed(*, at: datetime, document_id: UUID | None = None) -> int:
    """Reopens those that a settlement closed and whose invoice owes something again; how many.

    In the caller's transaction; once done, it finds nothing more to do. From the day it was closed
    on each holds what it held: what was taken back had never settled anything.
    """
    rows = await writing.owed_again(document_id)
    if not rows:
        return 0
    held = {row["id"]: blocked_by(row["state"], row["claimed"], row["granted"]) for row in rows}
    reopened = [(row["id"], row["state"], held[row["id"]], row["claimed"]) for row in rows]
    await writing.reopen_owed(reopened, at)
    for row in rows:
        await writing.block(row["id"], held[row["id"]], row["closed_on"])
    facts = [
        Fact(
            kind="dispute-reopened",
            subject=row["id"],
            client=row["client"],
            before={"state": "closed", "closed_because": "settled"},
            after={"state": row["state"], "blocked": held[row["id"]]},
        )
        for row in rows
    ]
    await record(*facts, by=NOBODY, at=at)
    return len(rows)


async def follow_settlements(*, on: date, at: datetime) -> None:
    """Closes and reopens what an import, or the undoing of one, settled or left owed again."""
    await reopen_owed(at=at)
    await close_settled(on=on, at=at)


async def reopen_when_released(recorded: Recorded) -> None:
    """What follows from `settlement-released`."""
    await reopen_owed(at=recorded.at, document_id=recorded.fact.subject)


async def close_when_settled(recorded: Recorded) -> None:
    """What follows from `document-settled`, on the business day it was settled."""
    settled_on: date = (recorded.fact.after or {})["settled_on"]
    await close_settled(on=settled_on, at=recorded.at, document_id=recorded.fact.subject)
