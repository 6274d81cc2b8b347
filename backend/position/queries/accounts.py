"""The parts of a client's account, by page: documents, payments, what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

DocumentState = Literal["open", "settled", "all"]

SHOWN: Final = f"""
  SELECT c.id FROM client named JOIN client c ON c.id = coalesce(named.merged_into, named.id)
  WHERE named.id = $1 AND {visible("c", 2)}"""
"""The client, or the one it became; parameters 1 to 5."""

# Both partial indexes of a client's documents serve `all`, which no single one could.
STATES: Final[dict[DocumentState, tuple[str, str, str]]] = {
    "open": ("d.residual <> 0", "d.due_on", ""),
    "settled": ("d.residual = 0", "coalesce(d.last_settled_on, d.due_on)", "DESC"),
    "all": ("(d.residual <> 0 OR d.residual = 0)", "d.issued_on", "DESC"),
}


def documents_statement(state: DocumentState, *, further: bool) -> str:
    condition, day, direction = STATES[state]
    after = f"AND ({day}, d.id) {'<' if direction else '>'} ($7::date, $8::uuid)" if further else ""
    return f"""
WITH shown AS MATERIALIZED ({SHOWN})
SELECT d.*, branch.name AS branch
FROM shown LEFT JOIN LATERAL (
  SELECT d.id, d.kind, d.number, d.label, d.issued_on, d.due_on, d.due_estimated, d.currency,
    d.amount, d.residual, d.branch AS branch_id, {day} AS place,
    CASE WHEN d.residual = 0 THEN d.last_settled_on END AS settled_on
  FROM document d WHERE d.client = shown.id AND {condition} {after}
  ORDER BY {day} {direction}, d.id {direction} LIMIT $6
) d ON true LEFT JOIN branch ON branch.id = d.branch_id
ORDER BY d.place {direction}, d.id {direction}"""


async def documents(
    viewer: Viewer, client_id: UUID, state: DocumentState, after: Sequence[Any] | None, limit: int
) -> list[Record] | None:
    """None where the viewer sees no such client; `place` is the date the state is ordered by."""
    sql = documents_statement(state, further=after is not None)
    return page_of(
        await fetch_all(sql, client_id, *scope_of(viewer), limit, *(() if after is None else after))
    )


PAYMENTS: Final = f"""
WITH shown AS MATERIALIZED ({SHOWN})
SELECT p.*
FROM shown LEFT JOIN LATERAL (
  SELECT p.id, p.value_on, p.currency, p.amount, p.unapplied, p.reference, p.label
  FROM payment p WHERE p.client = shown.id {{after}}
  ORDER BY p.value_on DESC, p.id DESC LIMIT $6
) p ON true
ORDER BY p.value_on DESC, p.id DESC"""


async def payments(
    viewer: Viewer, client_id: UUID, after: Sequence[Any] | None, limit: int
) -> list[Record] | None:
    """Newest first; None where the viewer sees no such client."""
    further = "AND (p.value_on, p.id) < ($7::date, $8::uuid)" if after is not None else ""
    sql = PAYMENTS.format(after=further)
    return page_of(
        await fetch_all(sql, client_id, *scope_of(viewer), limit, *(() if after is None else after))
    )


# What was recorded of a client before it was merged is told with the one it became.
CHANGES: Final = f"""
WITH shown AS MATERIALIZED ({SHOWN})
SELECT f.*, person.name AS actor_name, device.name AS device_name, about.name AS subject_name
FROM shown LEFT JOIN LATERAL (
  SELECT a.* FROM activity a
  WHERE a.client IN (SELECT shown.id UNION SELECT m.id FROM client m WHERE m.merged_into = shown.id)
    AND ($6::uuid IS NULL OR a.id < $6)
  ORDER BY a.id DESC LIMIT $7
) f ON true
  LEFT JOIN account person ON person.id = f.actor
  LEFT JOIN device ON device.id = f.device
  LEFT JOIN LATERAL (
    SELECT code AS name FROM client WHERE id = f.subject
    UNION ALL SELECT number FROM document WHERE id = f.subject
    UNION ALL SELECT coalesce(reference, value_on::text) FROM payment WHERE id = f.subject
    UNION ALL SELECT name FROM contact WHERE id = f.subject
    UNION ALL SELECT file_name FROM import_run WHERE id = f.subject
    LIMIT 1
  ) about ON true
ORDER BY f.id DESC"""


async def changes(
    viewer: Viewer, client_id: UUID, before_id: UUID | None, limit: int
) -> list[Record] | None:
    """What was recorded, newest first; None where the viewer sees no such client."""
    return page_of(await fetch_all(CHANGES, client_id, *scope_of(viewer), before_id, limit))


NAMES: Final = """
SELECT id::text AS id, name FROM account WHERE id::text = ANY ($1)
UNION ALL SELECT id::text, name FROM branch WHERE id::text = ANY ($1)"""


async def names_of(ids: Sequence[str]) -> dict[str, str]:
    """What people and branches are called now, by id."""
    return {row["id"]: row["name"] for row in await fetch_all(NAMES, list(ids))}


def page_of(rows: Sequence[Record]) -> list[Record] | None:
    """A visible client gives at least one row, empty where the page is."""
    return [row for row in rows if row["id"] is not None] if rows else None
