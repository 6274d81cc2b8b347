"""Every client's age, by currency: the rows of the aged balance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import stream
from backend.position.queries.ages import CREDIT, LAST_BUCKET, heap
from backend.position.queries.open_items import open_items

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date
    from decimal import Decimal

    from backend.identity.viewer import Viewer


class AgedClient(NamedTuple):
    """What one client owes in one currency; `buckets` as `shared.rules.aging.BUCKETS` has them."""

    company: str
    branch: str | None
    code: str
    name: str
    town: str | None
    rep: str | None
    currency: str
    documents: int
    unapplied: Decimal
    buckets: tuple[Decimal, ...]


HEAPS: Final = ", ".join(
    f"coalesce(sum(amount) FILTER (WHERE heap = {number}), 0)" for number in range(LAST_BUCKET + 1)
)
# A payment has no due date, and lowers or (paid back) raises what is owed beside the buckets.
AGED: Final = """
SELECT company.name AS company, branch.name AS branch, c.code, c.name, c.town, rep.name AS rep,
  aged.currency, aged.documents, aged.unapplied, aged.buckets
FROM (
  SELECT client, currency, count(document) AS documents,
    coalesce(sum(amount) FILTER (WHERE heap = {credit}), 0) AS unapplied, ARRAY[{heaps}] AS buckets
  FROM (SELECT item.*, CASE WHEN due_on IS NULL THEN {credit} ELSE {heap} END AS heap
        FROM ({items}) item) heaped
  GROUP BY client, currency) aged
  JOIN client c ON c.id = aged.client
  JOIN company ON company.id = c.company
  LEFT JOIN branch ON branch.id = c.branch
  LEFT JOIN account rep ON rep.id = c.rep
WHERE {visible}
ORDER BY company.name, public.fold(c.name), c.id, aged.currency"""


async def aged_clients(viewer: Viewer, as_of: date, *, is_past: bool) -> AsyncIterator[AgedClient]:
    """Inside a transaction; in memory that does not grow."""
    sql = AGED.format(
        credit=CREDIT,
        heaps=HEAPS,
        heap=heap("amount", "due_on", "$1::date"),
        items=open_items("$1::date", is_past=is_past),
        visible=visible("c", 2),
    )
    async for row in stream(sql, as_of, *scope_of(viewer)):
        yield AgedClient(*row.values())
