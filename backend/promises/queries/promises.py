"""Promises as they are kept: taken, ended, read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.database.transaction import execute, execute_many, fetch_all, fetch_one, fetch_value
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

LISTED_MOST: Final = 200
STANDING: Final = "p.state NOT IN ('superseded', 'withdrawn')"
# What was said of a client merged since is said of the one it became.
OF_CLIENTS: Final = """p.client IN (
    SELECT id FROM client WHERE id = ANY ($1) UNION SELECT id FROM client
    WHERE merged_into = ANY ($1))"""


async def add(promise_id: UUID, fields: Mapping[str, Any]) -> bool:
    """False where the id is taken."""
    names = ", ".join(fields)
    places = ", ".join(f"${place}" for place in range(2, 2 + len(fields)))
    added = await fetch_value(
        f"INSERT INTO promise (id, {names}) VALUES ($1, {places})"
        " ON CONFLICT (id) DO NOTHING RETURNING true",
        promise_id,
        *fields.values(),
    )
    return bool(added)


async def add_documents(promise_id: UUID, document_ids: Iterable[UUID]) -> None:
    await execute_many(
        "INSERT INTO promise_document (id, promise, document) VALUES ($1, $2, $3)",
        [(new_id(), promise_id, document_id) for document_id in document_ids],
    )


async def add_known(promise_id: UUID, known: Mapping[str | None, Decimal]) -> None:
    await execute_many(
        "INSERT INTO promise_known (id, promise, credit, amount) VALUES ($1, $2, $3, $4)",
        [(new_id(), promise_id, credit, amount) for credit, amount in known.items()],
    )


async def end(
    promise_id: UUID, state: str, *, by: UUID | None, at: datetime, why: str | None
) -> None:
    await execute(
        "UPDATE promise SET state = $2, ended_by = $3, ended_at = $4, ended_why = $5 WHERE id = $1",
        promise_id,
        state,
        by,
        at,
        why,
    )


async def erase_words(promise_id: UUID, columns: Sequence[str], erased: str) -> None:
    """In these columns, by names of this program's own; a contact is named by its own row."""
    await execute(
        f"UPDATE promise SET {erasing(columns)} WHERE id = $1",
        promise_id,
        erased,
    )


def erasing(columns: Iterable[str]) -> str:
    """`$2` in each of them that holds words."""
    return ", ".join(f"{name} = CASE WHEN {name} IS NOT NULL THEN $2 END" for name in columns)


PROMISE: Final = f"""
SELECT p.* FROM promise p WHERE p.id = $2 AND {OF_CLIENTS} FOR UPDATE OF p"""


async def locked(client_id: UUID, promise_id: UUID) -> Record | None:
    """The client's promise, held against other writers until the transaction's end."""
    return await fetch_one(PROMISE, [client_id], promise_id)


async def documents_of(promise_id: UUID) -> list[UUID]:
    rows = await fetch_all(
        "SELECT document FROM promise_document WHERE promise = $1 ORDER BY document", promise_id
    )
    return [row["document"] for row in rows]


# Documents of `p` on which a payment plan was agreed once its day was over, and which of these
# plans go on.
AGREED_SINCE: Final = """
  SELECT array_agg(agreed.document) AS agreed_documents, array_agg(agreed.first_on) AS agreed_on,
    array_agg(agreed.document) FILTER (WHERE agreed.goes_on) AS owed_by_plan
  FROM (
    SELECT x.document, min(i.taken_on) AS first_on,
      bool_or(l.state IN ('accepted', 'active', 'completed')) AS goes_on
    FROM promise_document x JOIN promise_document y ON y.document = x.document
      JOIN promise i ON i.id = y.promise JOIN payment_plan l ON l.id = i.plan
    WHERE x.promise = p.id AND i.plan IS DISTINCT FROM p.plan
      AND i.taken_on >= p.deadline_on AND i.recorded_at > p.recorded_at
    GROUP BY x.document) agreed"""

# As the rule needs them. Those that ended take no euro any more.
STANDING_PROMISES: Final = f"""
SELECT p.id, coalesce(c.merged_into, c.id) AS client, c.company, p.currency, p.amount,
  p.on_account, p.taken_on, p.recorded_at, p.place, p.promised_on, p.deadline_on, p.state,
  ARRAY(SELECT x.document FROM promise_document x WHERE x.promise = p.id) AS documents,
  known.credits, known.amounts, judged.verdicts, judged.disputed,
  agreed.agreed_documents, agreed.agreed_on, agreed.owed_by_plan
FROM promise p JOIN client c ON c.id = p.client
  CROSS JOIN LATERAL (
    SELECT array_agg(k.credit) AS credits, array_agg(k.amount) AS amounts
    FROM promise_known k WHERE k.promise = p.id) known
  CROSS JOIN LATERAL (
    SELECT array_agg(j.verdict ORDER BY j.place) AS verdicts,
      (array_agg(CASE WHEN j.verdict <> 'reopened' THEN j.disputed END ORDER BY j.place DESC)
        FILTER (WHERE j.verdict <> 'kept_late'))[1] AS disputed
    FROM promise_judgement j WHERE j.promise = p.id) judged
  CROSS JOIN LATERAL ({AGREED_SINCE}) agreed
WHERE {STANDING} AND {OF_CLIENTS}"""


async def standing_promises(client_ids: Sequence[UUID], *, lock: bool = False) -> list[Record]:
    """Of these clients; with `lock`, nobody ends one of them until the transaction's end."""
    suffix = " FOR UPDATE OF p" if lock else ""
    return await fetch_all(STANDING_PROMISES + suffix, list(client_ids))


# Only while it is of the same client: not once two that were merged stand alone again.
ORIGIN: Final = """
  (SELECT m.id FROM comment m JOIN client mine ON mine.id = m.client
     JOIN client whose ON whose.id = p.client
   WHERE m.id = p.origin_comment
     AND coalesce(mine.merged_into, mine.id) = coalesce(whose.merged_into, whose.id))"""

ROWS: Final = f"""
SELECT p.*, {ORIGIN} AS origin_now, taker.name AS taken_by_name, ender.name AS ended_by_name,
  coalesce(covered.documents, '[]') AS documents, coalesce(judged.judgements, '[]') AS judgements,
  (SELECT later.id FROM promise later WHERE later.replaces = p.id) AS replaced_by
FROM promise p
  LEFT JOIN account taker ON taker.id = p.taken_by
  LEFT JOIN account ender ON ender.id = p.ended_by
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number, 'due_on', d.due_on)
        ORDER BY d.due_on, d.id) AS documents
    FROM promise_document x JOIN document d ON d.id = x.document WHERE x.promise = p.id) covered
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('verdict', j.verdict, 'closed_on', j.closed_on,
        'expected', j.expected::text, 'counted', j.counted::text, 'disputed', j.disputed::text,
        'cash_through', j.cash_through) ORDER BY j.place) AS judgements
    FROM promise_judgement j WHERE j.promise = p.id) judged"""
TOLD: Final = f"""{ROWS}
WHERE {OF_CLIENTS} AND ($2::uuid IS NULL OR p.id = $2)
ORDER BY p.recorded_at DESC, p.place DESC, p.id DESC LIMIT {LISTED_MOST}"""


async def told(client_id: UUID, promise_id: UUID | None = None) -> list[Record]:
    """The client's promises, newest first; or one of them."""
    return await fetch_all(TOLD, [client_id], promise_id)


RECENT: Final = f"""{ROWS}
WHERE p.id IN (SELECT id FROM (
    SELECT p.id, p.state, row_number() OVER (PARTITION BY coalesce(c.merged_into, c.id)
      ORDER BY p.recorded_at DESC, p.place DESC, p.id DESC) AS back
    FROM promise p JOIN client c ON c.id = p.client WHERE p.client = ANY ($1)) told
  WHERE told.state = 'open' OR told.back <= $2)
ORDER BY p.recorded_at DESC, p.place DESC, p.id DESC"""


async def recent(client_ids: Sequence[UUID], most: int) -> list[Record]:
    """Of each of these: the promises still open, and the last `most`; the newest first."""
    return await fetch_all(RECENT, list(client_ids), most)


# One promise once: by its last judgement of whether it was kept in time. Nothing was left to be
# paid of those expected to bring nothing: they say nothing of the client's word.
RATES: Final = f"""
SELECT p.currency, p.said_by_contact, max(p.said_by) AS said_by,
  grouping(p.said_by_contact, p.said_by_key) = 3 AS is_whole,
  count(*) AS judged, count(*) FILTER (WHERE p.verdict = 'kept') AS kept,
  count(*) FILTER (WHERE p.state = 'kept_late') AS kept_late,
  sum(p.expected) AS expected, sum(least(p.counted, p.expected)) AS counted
FROM (
  SELECT p.currency, p.said_by_contact, p.said_by, p.state, j.*,
    CASE WHEN p.said_by_contact IS NULL THEN p.said_by END AS said_by_key
  FROM promise p CROSS JOIN LATERAL (
    SELECT verdict, expected, counted FROM promise_judgement j
    WHERE j.promise = p.id AND j.verdict IN ('kept', 'partly_kept', 'broken')
    ORDER BY j.place DESC LIMIT 1) j
  WHERE {OF_CLIENTS} AND p.plan IS NULL AND j.expected > 0
    AND p.state IN ('kept', 'partly_kept', 'broken', 'kept_late')
) p
GROUP BY GROUPING SETS ((p.currency), (p.currency, p.said_by_contact, p.said_by_key))
ORDER BY p.currency, is_whole DESC, said_by"""


async def rates(client_id: UUID) -> list[Record]:
    """How often, and for how much, the client's word held: as a whole, and by who gave it."""
    return await fetch_all(RATES, [client_id])


async def from_comments(comment_ids: Sequence[UUID]) -> list[Record]:
    """Which promises come from which of these comments, with whose they are; the oldest first."""
    return await fetch_all(
        "SELECT p.id, p.origin_comment, coalesce(c.merged_into, c.id) AS client"
        " FROM promise p JOIN client c ON c.id = p.client"
        " WHERE p.origin_comment = ANY ($1) ORDER BY p.id",
        list(comment_ids),
    )
