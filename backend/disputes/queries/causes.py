"""Why clients do not pay: what each reason blocked, for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# An invoice's time is cut wherever one of its disputes begins, ends or changes, and wherever
# something settled a share of it. In each piece its disputes hold, the oldest first, what was due
# then: no euro counts for two. `$5` and `$6` are the period, both days included, `$7` today.
CAUSES: Final = f"""
WITH seen AS (
  SELECT d.id, d.document, d.reason, d.department, d.opened_at, d.opened_on, d.claimed,
    doc.currency, doc.amount
  FROM dispute d
    JOIN document doc ON doc.id = d.document
    JOIN client c ON c.id = doc.client
  WHERE {visible("c", 1)} AND ($8::uuid IS NULL OR coalesce(doc.branch, c.branch) = $8)
),
held AS (
  SELECT seen.id, seen.document, seen.opened_at, seen.amount AS whole, s.amount,
    greatest(s.from_on, $5::date) AS from_on,
    least(coalesce(s.until_on, $7::date), $7::date, $6::date + 1) AS until_on
  FROM seen JOIN dispute_span s ON s.dispute = seen.id
),
blocking AS (SELECT * FROM held WHERE from_on < until_on),
cut AS (
  SELECT document, from_on AS on_day FROM blocking
  UNION SELECT document, until_on FROM blocking
  UNION SELECT b.document, a.value_on FROM blocking b JOIN allocation a
    ON a.debit_document = b.document AND a.value_on > b.from_on AND a.value_on < b.until_on
),
piece AS (
  SELECT document, on_day AS from_on,
    lead(on_day) OVER (PARTITION BY document ORDER BY on_day) AS until_on
  FROM cut
),
due AS (
  SELECT p.document, p.from_on, p.until_on, p.until_on - p.from_on AS days,
    coalesce((SELECT sum(a.amount) FROM allocation a
              WHERE a.debit_document = p.document AND a.value_on <= p.from_on), 0) AS settled
  FROM piece p WHERE p.until_on IS NOT NULL
),
share AS (
  SELECT b.id, due.days, b.amount, b.whole - due.settled AS due,
    coalesce(sum(b.amount) OVER (PARTITION BY due.document, due.from_on
      ORDER BY b.opened_at, b.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM due JOIN blocking b ON b.document = due.document
    AND b.from_on <= due.from_on AND b.until_on >= due.until_on
),
blocked AS (
  SELECT id, sum(days * greatest(0, least(amount, due - before))) AS amount_days
  FROM share GROUP BY id
)
SELECT seen.reason, seen.department, seen.currency,
  count(*) FILTER (WHERE is_new) AS disputes,
  coalesce(sum(seen.claimed) FILTER (WHERE is_new), 0) AS claimed,
  count(*) FILTER (WHERE blocked.amount_days > 0) AS blocking,
  coalesce(sum(blocked.amount_days), 0) AS amount_days
FROM seen
  CROSS JOIN LATERAL (SELECT seen.opened_on BETWEEN $5 AND $6 AS is_new) period
  LEFT JOIN blocked ON blocked.id = seen.id
WHERE is_new OR blocked.amount_days > 0
GROUP BY 1, 2, 3
ORDER BY seen.currency, amount_days DESC, seen.reason, seen.department"""


async def causes(
    viewer: Viewer, from_on: date, to_on: date, today: date, branch_id: UUID | None
) -> list[Record]:
    """By reason, department and currency: none is added to another."""
    return await fetch_all(CAUSES, *scope_of(viewer), from_on, to_on, today, branch_id)
