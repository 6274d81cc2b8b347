"""The head of the client list: how many clients are in view, and what they owe together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_one

if TYPE_CHECKING:
    from datetime import date

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# A client is counted as overdue by any currency; figures of different currencies stay apart.
TOTALS = f"""
WITH seen AS (
  SELECT c.id, c.company, c.rep = $4::uuid OR c.collector = $4::uuid AS mine,
    c.branch IS NULL AND c.rep IS NULL AS unassigned
  FROM client c WHERE c.merged_into IS NULL AND {visible("c", 2)}
), owed AS (
  SELECT client, currency, sum(amount) AS outstanding,
    sum(amount) FILTER (WHERE amount > 0 AND due_on < $1::date) AS overdue,
    min(due_on) FILTER (WHERE amount > 0 AND due_on < $1::date) AS first_due_on
  FROM (
    SELECT client, currency, residual AS amount, due_on FROM document WHERE residual <> 0
    UNION ALL
    SELECT client, currency, -unapplied, NULL FROM payment WHERE unapplied <> 0
  ) item
  WHERE client IN (SELECT id FROM seen)
  GROUP BY client, currency
)
SELECT
  (SELECT count(*) FROM seen) AS clients,
  (SELECT count(*) FROM seen WHERE mine) AS mine,
  (SELECT count(DISTINCT client) FROM owed WHERE overdue > 0) AS overdue,
  (SELECT count(*) FROM seen WHERE unassigned) AS unassigned,
  (SELECT coalesce(json_agg(t ORDER BY t.currency), '[]') FROM (
    SELECT currency, sum(outstanding)::text AS outstanding,
      coalesce(sum(overdue), 0 * sum(outstanding))::text AS overdue,
      coalesce($1::date - min(first_due_on), 0) AS oldest_days_overdue
    FROM owed GROUP BY currency) t) AS currencies,
  (SELECT min(ledger_loaded_at) FROM company
   WHERE id IN (SELECT company FROM seen)) AS data_as_of"""


async def totals(viewer: Viewer, today: date) -> Record:
    row = await fetch_one(TOTALS, today, *scope_of(viewer))
    assert row is not None  # noqa: S101 - an aggregate always answers
    return row
