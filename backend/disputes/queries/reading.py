"""Reading disputes: every statement carries the scope clause over the client that owes today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all, fetch_one, fetch_value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from shared.rules.dispute import Department, State

# What older disputes of the invoice hold is not there for a younger one.
DISPUTES: Final = """
SELECT d.*, c.id AS client_now, c.name AS client_name, doc.number AS document_number,
  doc.due_on AS document_due_on, doc.residual AS document_residual, doc.currency,
  owner.name AS owner_name, opener.name AS opened_by_name,
  round(greatest(0, least(d.blocked, doc.residual - coalesce((
    SELECT sum(older.blocked) FROM dispute older
    WHERE older.document = d.document AND older.blocked > 0
      AND (older.opened_at, older.id) < (d.opened_at, d.id)), 0))), scale(doc.amount)) AS effective,
  -- Only while it is of the same client: not once two that were merged stand alone again.
  (SELECT m.id FROM comment m JOIN client mine ON mine.id = m.client
   WHERE m.id = d.origin_comment AND coalesce(mine.merged_into, mine.id) = c.id) AS origin_now
FROM dispute d
  JOIN document doc ON doc.id = d.document
  JOIN client c ON c.id = doc.client
  LEFT JOIN account owner ON owner.id = d.owner
  LEFT JOIN account opener ON opener.id = d.opened_by"""

ONE: Final = f"{DISPUTES} WHERE d.id = $1 AND {visible('c', 2)}"
OF_DOCUMENT: Final = f"""
{DISPUTES} WHERE d.document = $1 AND {visible("c", 2)} ORDER BY d.opened_at, d.id"""
SEES_DOCUMENT: Final = f"""
SELECT EXISTS (SELECT FROM document doc JOIN client c ON c.id = doc.client
               WHERE doc.id = $1 AND {visible("c", 2)})"""
OF_CLIENT: Final = f"""
{DISPUTES}
WHERE d.client IN (SELECT id FROM client WHERE id = $1 OR merged_into = $1) AND c.id = $1
  AND {visible("c", 2)}
  AND ($6::timestamptz IS NULL OR (d.moved_at, d.id) < ($6, $7::uuid))
ORDER BY d.moved_at DESC, d.id DESC LIMIT $8"""

RECENT: Final = f"""
{DISPUTES}
WHERE d.id IN (SELECT id FROM (
    SELECT x.id, x.state, row_number() OVER (PARTITION BY o.client
      ORDER BY x.moved_at DESC, x.id DESC) AS back
    FROM dispute x JOIN document o ON o.id = x.document WHERE x.client = ANY ($1)) told
  WHERE told.state <> 'closed' OR told.back <= $2)
ORDER BY d.moved_at DESC, d.id DESC"""

# Mine: mine to answer, my department's as long as nobody took it, and what I signalled that waits
# for what only the client can say.
WANTED: Final = f"""
{DISPUTES}
WHERE {visible("c", 1)}
  AND d.state = ANY ($5::text[])
  AND (NOT $6 OR d.owner = $7 OR (d.owner IS NULL AND d.department = ANY ($8))
       OR (d.opened_by = $7 AND d.state = 'waiting_client'))
  AND ($9::date IS NULL OR (d.due_on, d.id) > ($9, $10::uuid))
ORDER BY d.due_on, d.id LIMIT $11"""

ENTRIES: Final = """
SELECT e.*, author.name AS author_name, owner.name AS owner_name,
  ARRAY(SELECT f.file FROM dispute_file f WHERE f.entry = e.id ORDER BY f.id) AS files
FROM dispute_entry e
  LEFT JOIN account author ON author.id = e.author
  LEFT JOIN account owner ON owner.id = e.owner
WHERE e.dispute = $1 ORDER BY e.place"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page of all the disputes in scope, those to answer first."""

    is_mine: bool
    states: tuple[State, ...]
    departments: tuple[Department, ...]
    after: tuple[date, UUID] | None
    limit: int


async def one(viewer: Viewer, dispute_id: UUID) -> Record | None:
    return await fetch_one(ONE, dispute_id, *scope_of(viewer))


async def of_document(viewer: Viewer, document_id: UUID) -> list[Record]:
    return await fetch_all(OF_DOCUMENT, document_id, *scope_of(viewer))


async def sees_document(viewer: Viewer, document_id: UUID) -> bool:
    return bool(await fetch_value(SEES_DOCUMENT, document_id, *scope_of(viewer)))


async def of_client(
    viewer: Viewer, client_id: UUID, before: tuple[datetime, UUID] | None, limit: int
) -> list[Record]:
    """The last moved first; of a client that stands."""
    return await fetch_all(
        OF_CLIENT, client_id, *scope_of(viewer), *(before or (None, None)), limit
    )


async def recent(client_ids: Sequence[UUID], most: int) -> list[Record]:
    """Of clients found in sight: disputes not closed, and the last `most` of each."""
    return await fetch_all(RECENT, list(client_ids), most)


async def wanted(viewer: Viewer, of: Wanted) -> list[Record]:
    return await fetch_all(
        WANTED,
        *scope_of(viewer),
        list(of.states),
        of.is_mine,
        viewer.account_id,
        list(of.departments),
        *(of.after or (None, None)),
        of.limit,
    )


async def entries(dispute_id: UUID) -> Sequence[Record]:
    """Of a dispute that the caller has found in sight."""
    return await fetch_all(ENTRIES, dispute_id)


async def told_in_threads(dispute_ids: Sequence[UUID]) -> list[Record]:
    """Of disputes whose client was found in sight: their invoice's number, currency and reason."""
    return await fetch_all(
        "SELECT d.id, doc.number AS document, doc.currency, d.reason"
        " FROM dispute d JOIN document doc ON doc.id = d.document WHERE d.id = ANY ($1)",
        list(dispute_ids),
    )


async def from_comments(comment_ids: Sequence[UUID]) -> list[Record]:
    """Which disputes come from which of these comments, with whose they are; the oldest first."""
    return await fetch_all(
        "SELECT d.id, d.origin_comment, doc.client"
        " FROM dispute d JOIN document doc ON doc.id = d.document"
        " WHERE d.origin_comment = ANY ($1) ORDER BY d.id",
        list(comment_ids),
    )
