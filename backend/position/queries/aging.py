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


def statement(*, is_past: bool, sees_everything: bool, of_one_company: bool = False) -> str:
    """Items into heaps, those into the currency's line; the clients are counted beside them.

    Every item belongs to a client, so whoever sees every client of every company needs no list of
    them: their being entitled to it (`$2`) is the whole clause, and the index is read by several.

    Counting distinct clients over the heaps instead would sort every client's heaps: two passes
    over the index of open items are twice as quick. Whoever sees few clients has those read one by
    one, where residuals say what is open; what is dear to tell is told once.
    """
    if is_past or sees_everything:
        items = open_items("$1::date", is_past=is_past)
        is_whole = sees_everything and not of_one_company
        whose = "$2::boolean" if is_whole else "client IN (SELECT id FROM seen)"
        mine = f"SELECT * FROM ({items}) item WHERE {whose}"
    else:
        each = open_items("$1::date", is_past=False, client="seen.id")
        mine = f"SELECT own.* FROM seen CROSS JOIN LATERAL ({each}) own"
    kept = "NOT MATERIALIZED" if sees_everything and not is_past else "MATERIALIZED"
    of_document = heap("amount", "due_on", "$1::date")
    which = f"CASE WHEN due_on IS NULL THEN {FREE_PAYMENT} ELSE {of_document} END"
    return f"""
WITH seen AS MATERIALIZED (SELECT c.id, c.company FROM client c
  WHERE ($6::uuid IS NULL OR c.company = $6) AND {visible("c", 2)}),
item AS {kept} ({mine}),
clients AS MATERIALIZED (SELECT currency, count(*) AS clients
  FROM (SELECT DISTINCT client, currency FROM item) owing GROUP BY 1),
heaps AS (
  SELECT currency, {which} AS heap, count(document) AS documents, sum(amount) AS amount
  FROM item GROUP BY 1, 2
)
SELECT currency, (SELECT clients FROM clients c WHERE c.currency = heaps.currency) AS clients,
  sum(documents)::int AS documents,
  sum(amount) AS outstanding, {total(f"heap >= {CREDIT}")} AS unapplied, {buckets()} AS buckets,
  (SELECT min(ledger_loaded_at) FROM company WHERE id IN (SELECT company FROM seen)) AS data_as_of
FROM heaps GROUP BY currency ORDER BY currency"""


async def aging(
    viewer: Viewer, as_of: date, company_id: UUID | None, *, is_past: bool
) -> Sequence[Record]:
    """One row a currency that anything was open in; of one company where it is named."""
    sql = statement(
        is_past=is_past,
        sees_everything=viewer.sees_everything,
        of_one_company=company_id is not None,
    )
    return await fetch_all(sql, as_of, *scope_of(viewer), company_id)
