"""The age of a portfolio, today's or a past day's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.position.queries import aging
from shared.contract.receivables import Aging, AgingLine, Buckets

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from backend.identity.viewer import Viewer


async def portfolio_aging(
    viewer: Viewer, as_of: date | None, *, today: date, company_id: UUID | None = None
) -> Aging:
    """The age of all that the viewer sees, or of one company's, a line for each currency.

    A past day is recomputed as it stood then, from issue dates and value dates. Today and later
    days are told from what is open now, with the ages of that day.
    """
    day = as_of or today
    rows = await aging.aging(viewer, day, company_id, is_past=day < today)
    return Aging(
        as_of=day,
        currencies=[
            AgingLine(
                currency=row["currency"],
                clients=row["clients"],
                documents=row["documents"],
                outstanding=row["outstanding"],
                unapplied=row["unapplied"],
                buckets=Buckets(**row["buckets"]),
            )
            for row in rows
        ],
        data_as_of=rows[0]["data_as_of"] if rows else None,
    )
