"""Full settlement closes a dispute; a payment is never refused for one.

Settled by hand, it closes in the transaction of the settlement (backend/reactions.py); settled by
an import, at the end of that import's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import NOBODY, Fact, record
from backend.disputes.queries import writing

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


async def close_when_settled(recorded: Recorded) -> None:
    """What follows from `document-settled`, on the business day it was settled."""
    settled_on: date = (recorded.fact.after or {})["settled_on"]
    await close_settled(on=settled_on, at=recorded.at, document_id=recorded.fact.subject)
