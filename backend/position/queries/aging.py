"""The age of everything that the clients in view owe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all
from backend.position.queries.ages import CREDIT, FREE_PAYMENT, buckets, heap, total
from backend.position.queries.open_items import open_items

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer


def statement(*, is_past: bool, sees_everything: bool) -> str:
    """Item by item into heaps of a client and a currency, then those into the currency's line.

    Whoever sees few clients has those read one by one, where residuals say what is open.
    """
    if is_past or sees_everything:
        items = f"SELECT * FROM ({open_items('$1::date', is_past=is_past)}) item"
    else:
        each = open_items("$1::date", is_past=False, client="seen.id")
        items = f"SELECT own.* FROM seen CROSS JOIN LATERAL ({each}) own"
    of_document = heap("amount", "due_on", "$1::date")
    which = f"CASE WHEN due_on IS NULL THEN {FREE_PAYMENT} ELSE {of_document} END"
    return f"""
WITH seen AS MATERIALIZED (SELECT c.id, c.company FROM client c
  WHERE ($6::uuid IS NULL OR c.company = $6) AND {visible("c", 2)}),
heaps AS (
  SELECT client, currency, {which} AS heap, count(document) AS documents, sum(amount) AS amount
  FROM ({items}) item GROUP BY 1, 2, 3
)
SELECT currency, count(DISTINCT client) AS clients, sum(documents)::int AS documents,
  sum(amount) AS outstanding, {total(f"heap >= {CREDIT}")} AS unapplied, {buckets()} AS buckets,
  (SELECT min(ledger_loaded_at) FROM company WHERE id IN (SELECT company FROM seen)) AS data_as_of
FROM heaps WHERE client IN (SELECT id FROM seen)
GROUP BY currency ORDER BY currency"""


async def aging(
    viewer: Viewer, as_of: date, company_id: UUID | None, *, is_past: bool
) -> Sequence[Record]:
    """One row a currency that anything was open in; of one company where it is named."""
    sql = statement(is_past=is_past, sees_everything=viewer.sees_everything)
    return await fetch_all(sql, as_of, *scope_of(viewer), company_id)
