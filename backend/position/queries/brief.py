"""What is known of a client that might be worth a word: one statement, one row a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# A client merged into another is the one it became; what was said of either is said of it.
SHOWN: Final = f"""
  SELECT c.id FROM client named JOIN client c ON c.id = coalesce(named.merged_into, named.id)
  WHERE named.id = $1 AND {visible("c", 2)}"""
FAMILY: Final = """
  SELECT shown.id FROM shown
  UNION ALL SELECT old.id FROM shown JOIN client old ON old.merged_into = shown.id"""

# What is still to come of each is the promises' own to say.
PROMISES: Final = """
  SELECT CASE WHEN p.plan IS NULL THEN 'promise' ELSE 'instalment' END AS what, p.id AS subject,
    p.state, NULL::numeric AS amount, p.currency, p.promised_on AS due_on, NULL AS number,
    false AS is_mine, NULL::numeric AS against
  FROM family JOIN promise p ON p.client = family.id
    AND p.state IN ('open', 'broken', 'partly_kept')"""

# Waiting for the one who asks: as in the list of their disputes. What older ones of its invoice
# hold is not there for a younger one.
DISPUTES: Final = """
  SELECT 'dispute', d.id, d.state, greatest(0, least(d.blocked, doc.residual - coalesce((
      SELECT sum(older.blocked) FROM dispute older
      WHERE older.document = d.document AND older.blocked > 0
        AND (older.opened_at, older.id) < (d.opened_at, d.id)), 0))),
    doc.currency, d.due_on, doc.number,
    d.owner = $4 OR (d.owner IS NULL AND d.department = ANY ($7::text[]))
      OR (d.opened_by = $4 AND d.state = 'waiting_client'),
    NULL
  FROM shown JOIN document doc ON doc.client = shown.id AND doc.residual > 0
    JOIN dispute d ON d.document = doc.id
    AND d.state IN ('opened', 'assigned', 'waiting_client', 'waiting_internal')"""

# Of what is late the oldest is told; of what is coming, what could be big.
INVOICES: Final = """
  SELECT 'invoice', o.id, NULL, o.residual, o.currency, o.due_on, o.number, false, o.owed FROM (
    SELECT d.id, d.residual, d.currency, d.due_on, d.number,
      sum(d.residual) OVER (PARTITION BY d.currency) AS owed
    FROM shown JOIN document d ON d.client = shown.id AND d.residual <> 0 AND d.residual > 0) o
  WHERE o.due_on <= $6::date + 7"""

PAYMENTS: Final = """
  SELECT 'payments', NULL, NULL, sum(p.unapplied), p.currency, NULL, NULL, false, NULL
  FROM shown JOIN payment p ON p.client = shown.id AND p.unapplied <> 0 AND p.unapplied > 0
  GROUP BY p.currency"""

MENTIONS: Final = """
  SELECT 'mention', m.id, NULL, NULL, NULL, NULL, NULL, true, NULL
  FROM family JOIN comment m ON m.client = family.id AND m.author <> $4
  WHERE EXISTS (SELECT FROM comment_mention n WHERE n.comment = m.id
                AND (n.account = $4 OR n.role = $8))
    AND m.recorded_at > coalesce((SELECT max(mark.read_through) FROM thread_read mark, shown
      WHERE mark.client IN (shown.id, m.client) AND mark.account = $4), '-infinity')"""

# The last three months against the nine before, weighed by amount; an early payment counts 0.
HABITS: Final = """
  SELECT 'habits', NULL, NULL, recent, currency, NULL, NULL, false, before FROM (
    SELECT d.currency,
      count(*) FILTER (WHERE d.last_settled_on > $6::date - 91) AS lately,
      count(*) FILTER (WHERE d.last_settled_on <= $6::date - 91) AS long_ago,
      sum(d.amount * greatest(0, d.last_settled_on - d.due_on))
          FILTER (WHERE d.last_settled_on > $6::date - 91)
        / sum(d.amount) FILTER (WHERE d.last_settled_on > $6::date - 91) AS recent,
      sum(d.amount * greatest(0, d.last_settled_on - d.due_on))
          FILTER (WHERE d.last_settled_on <= $6::date - 91)
        / sum(d.amount) FILTER (WHERE d.last_settled_on <= $6::date - 91) AS before
    FROM shown JOIN document d ON d.client = shown.id AND d.residual = 0 AND d.amount > 0
      AND d.last_settled_on > $6::date - 365 AND d.last_settled_on <= $6::date
    GROUP BY d.currency) h
  WHERE lately >= 3 AND long_ago >= 3"""

BRIEF: Final = f"""
WITH shown AS MATERIALIZED ({SHOWN}),
family AS MATERIALIZED ({FAMILY}),
noted AS ({PROMISES} UNION ALL {DISPUTES} UNION ALL {INVOICES} UNION ALL {PAYMENTS}
  UNION ALL {MENTIONS} UNION ALL {HABITS})
SELECT shown.id AS client, noted.* FROM shown LEFT JOIN noted ON true"""


async def noted(
    viewer: Viewer, client_id: UUID, today: date, departments: tuple[str, ...]
) -> list[Record]:
    """No row where the viewer sees no such client; a row of nothing where nothing is known.

    `client` is the one that stands. Promises come without what is still to come of them.
    """
    return await fetch_all(
        BRIEF, client_id, *scope_of(viewer), today, list(departments), viewer.role
    )
