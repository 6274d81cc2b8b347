"""The head of the client list: how many clients are in view, and what they owe together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_one
from backend.position.queries.client_list import DISPUTED
from backend.position.queries.field import BROKEN
from backend.position.queries.owed import owed

if TYPE_CHECKING:
    from datetime import date

    from asyncpg import Record

    from backend.identity.viewer import Viewer


def totals_statement(viewer: Viewer) -> str:
    """A client is counted as overdue by any currency; figures of currencies stay apart."""
    return f"""
WITH seen AS MATERIALIZED (
  SELECT c.id, c.company, c.rep = $4::uuid OR c.collector = $4::uuid AS mine,
    c.branch IS NULL AND c.rep IS NULL AS unassigned
  FROM client c WHERE c.merged_into IS NULL AND {visible("c", 2)}
), owed AS MATERIALIZED ({owed(viewer, "$1::date")})
SELECT
  (SELECT count(*) FROM seen) AS clients,
  (SELECT count(*) FROM seen WHERE mine) AS mine,
  (SELECT count(DISTINCT client) FROM owed WHERE overdue > 0) AS overdue,
  (SELECT count(*) FROM seen WHERE id IN {DISPUTED}) AS disputed,
  (SELECT count(*) FROM seen WHERE id IN {BROKEN}) AS promise_broken,
  (SELECT count(*) FROM seen WHERE unassigned) AS unassigned,
  (SELECT coalesce(json_agg(t ORDER BY t.currency), '[]') FROM (
    SELECT currency, sum(outstanding)::text AS outstanding,
      coalesce(sum(overdue), 0 * sum(outstanding))::text AS overdue,
      greatest(0, $1::date - min(first_due_on)) AS oldest_days_overdue
    FROM owed GROUP BY currency) t) AS currencies,
  (SELECT min(ledger_loaded_at) FROM company
   WHERE id IN (SELECT company FROM seen)) AS data_as_of"""


async def totals(viewer: Viewer, today: date) -> Record:
    row = await fetch_one(totals_statement(viewer), today, *scope_of(viewer))
    assert row is not None  # noqa: S101 - an aggregate always answers
    return row
