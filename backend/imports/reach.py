"""How far an applied file takes the cash we know of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from backend.imports.queries import cash
from backend.imports.reading.rows import Kind
from backend.receivables.cash_sources import cash_told

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from backend.imports.placing import Plan

SOURCES: Final = {
    Kind.PAYMENTS: "payments",
    Kind.OPEN_ITEMS: "ledger",
    Kind.HISTORY: "ledger",
    Kind.FEC: "ledger",
}
"""The name of the source where none is given. All exports of a ledger are one source: a history
loaded once at the beginning must not be waited for for ever."""


async def tell_reach(plan: Plan, kind: Kind, run_id: UUID) -> None:
    """Notes, for each company in the file, that its cash is known up to a day.

    A ledger's file that speaks of some branches only says nothing of the others: each is a source
    of its own.
    """
    through = await covers_through(plan, kind)
    if through is None:
        return
    sources: set[tuple[UUID, str]] = set()
    for row in await cash.places_covered():
        name = plan.source or SOURCES[kind]
        by_branch = row["branch"] and not plan.source and kind is not Kind.PAYMENTS
        sources.add((row["company_id"], f"{name} {row['branch']}" if by_branch else name))
    await cash_told(run_id, sources, through)


async def covers_through(plan: Plan, kind: Kind) -> date | None:
    """The last day the file is whole for; nothing is claimed beyond what it says of itself.

    A day still running is covered only where somebody said that the file is of it.
    """
    if plan.as_of_stated is not None:
        return min(plan.as_of_stated, plan.today)
    match kind:
        case Kind.PAYMENTS:
            last = await cash.last_value_on()
        case Kind.HISTORY:
            last = await cash.last_settled_on()
        case _:
            last = plan.as_of
    return None if last is None else min(last, plan.today - timedelta(days=1))
