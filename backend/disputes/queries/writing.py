"""Writing disputes, under the lock of their invoice or their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import execute, execute_many, fetch_all, fetch_one, fetch_value
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

LOCK: Final = f"""
SELECT d.*, c.id AS client_now
FROM dispute d JOIN document doc ON doc.id = d.document JOIN client c ON c.id = doc.client
WHERE d.id = $1 AND {visible("c", 2)} FOR UPDATE OF d"""

NEXT_PLACE: Final = (
    "(SELECT coalesce(max(place), 0) + 1 FROM dispute_entry WHERE dispute = $2::uuid)"
)


async def lock(viewer: Viewer, dispute_id: UUID) -> Record | None:
    return await fetch_one(LOCK, dispute_id, *scope_of(viewer))


async def blocked(document_id: UUID, *, but: UUID | None = None) -> Decimal:
    """What the document's disputes hold, under the lock of the document."""
    held: Decimal = await fetch_value(
        "SELECT coalesce(sum(blocked), 0) FROM dispute"
        " WHERE document = $1 AND blocked > 0 AND id IS DISTINCT FROM $2",
        document_id,
        but,
    )
    return held


async def add(id_: UUID, fields: Mapping[str, Any]) -> bool:
    """False where the id is in use."""
    names = ", ".join(fields)
    places = ", ".join(f"${place}" for place in range(2, 2 + len(fields)))
    tag = await execute(
        f"INSERT INTO dispute (id, {names}) VALUES ($1, {places}) ON CONFLICT (id) DO NOTHING",
        id_,
        *fields.values(),
    )
    return tag == "INSERT 0 1"


async def change(dispute_id: UUID, fields: Mapping[str, Any]) -> None:
    sets = ", ".join(f"{name} = ${place}" for place, name in enumerate(fields, start=2))
    await execute(f"UPDATE dispute SET {sets} WHERE id = $1", dispute_id, *fields.values())


async def add_entry(id_: UUID, fields: Mapping[str, Any]) -> bool:
    """As the dispute's next, under its lock. False where the id is in use."""
    others = {name: value for name, value in fields.items() if name != "dispute"}
    names = ", ".join(others)
    places = ", ".join(f"${place}" for place in range(3, 3 + len(others)))
    tag = await execute(
        f"INSERT INTO dispute_entry (id, dispute, place, {names})"
        f" VALUES ($1, $2, {NEXT_PLACE}, {places}) ON CONFLICT (id) DO NOTHING",
        id_,
        fields["dispute"],
        *others.values(),
    )
    return tag == "INSERT 0 1"


async def add_files(entry_id: UUID, file_ids: Sequence[UUID]) -> None:
    await execute_many(
        "INSERT INTO dispute_file (id, entry, file) VALUES ($1, $2, $3)",
        [(new_id(), entry_id, file_id) for file_id in file_ids],
    )


async def block(dispute_id: UUID, amount: Decimal, on: date) -> None:
    """From that day on the dispute holds so much; nothing where it is zero."""
    await execute(
        "UPDATE dispute_span SET until_on = greatest($2, from_on)"
        " WHERE dispute = $1 AND until_on IS NULL",
        dispute_id,
        on,
    )
    if amount > 0:
        await execute(
            "INSERT INTO dispute_span (id, dispute, from_on, amount)"
            " SELECT $1, $2, greatest($3, max(until_on)), $4 FROM dispute_span WHERE dispute = $2",
            new_id(),
            dispute_id,
            on,
            amount,
        )


# Of which nothing is due any more.
SETTLED: Final = """
SELECT d.id, d.state, d.blocked, c.id AS client
FROM dispute d JOIN document doc ON doc.id = d.document JOIN client c ON c.id = doc.client
WHERE d.state <> 'closed' AND doc.residual <= 0 AND ($1::uuid IS NULL OR d.document = $1)
ORDER BY d.id FOR UPDATE OF d"""


async def settled(document_id: UUID | None) -> list[Record]:
    """The disputes that full settlement closes, of one document or of all."""
    return await fetch_all(SETTLED, document_id)


async def close_settled(dispute_ids: Sequence[UUID], on: date, at: datetime) -> None:
    await execute(
        "UPDATE dispute SET state = 'closed', blocked = 0, closed_on = $2, moved_at = $3,"
        " closed_because = 'settled' WHERE id = ANY ($1)",
        list(dispute_ids),
        on,
        at,
    )
    await execute(
        "UPDATE dispute_span SET until_on = greatest($2, from_on)"
        " WHERE dispute = ANY ($1) AND until_on IS NULL",
        list(dispute_ids),
        on,
    )
    await execute_many(
        "INSERT INTO dispute_entry (id, dispute, place, said_at, recorded_at, move, state)"
        f" VALUES ($1, $2, {NEXT_PLACE}, $3, $3, 'close', 'closed')",
        [(new_id(), dispute_id, at) for dispute_id in dispute_ids],
    )


async def erase_files(dispute_id: UUID, author: UUID | None, said_at: datetime) -> list[UUID]:
    """What that person brought then shows nothing any more; answers the files."""
    rows = await fetch_all(
        "DELETE FROM dispute_file shown USING dispute_entry entry"
        " WHERE entry.id = shown.entry AND entry.dispute = $1"
        " AND entry.author IS NOT DISTINCT FROM $2 AND entry.said_at = $3 RETURNING shown.file",
        dispute_id,
        author,
        said_at,
    )
    return [row["file"] for row in rows]


# Of which something is due again, and what they were before the settlement: a decision holds.
OWED_AGAIN: Final = """
SELECT d.id, d.claimed, d.granted, d.closed_on, c.id AS client, before.state
FROM dispute d JOIN document doc ON doc.id = d.document JOIN client c ON c.id = doc.client
  CROSS JOIN LATERAL (
    SELECT e.state FROM dispute_entry e WHERE e.dispute = d.id AND e.state <> 'closed'
    ORDER BY e.place DESC LIMIT 1) before
WHERE d.state = 'closed' AND d.closed_because = 'settled' AND doc.residual > 0
  AND ($1::uuid IS NULL OR d.document = $1)
ORDER BY d.id FOR UPDATE OF d"""


async def owed_again(document_id: UUID | None) -> list[Record]:
    """The disputes that a settlement closed which is no more, of one document or of all."""
    return await fetch_all(OWED_AGAIN, document_id)


async def reopen_owed(rows: Sequence[tuple[UUID, str, Decimal, Decimal]], at: datetime) -> None:
    """Each with its state, what it blocks in it, and what it claims."""
    await execute_many(
        "UPDATE dispute SET state = $2, blocked = $3, moved_at = $4, closed_on = NULL,"
        " closed_because = NULL WHERE id = $1",
        [(dispute_id, state, held, at) for dispute_id, state, held, _ in rows],
    )
    await execute_many(
        "INSERT INTO dispute_entry (id, dispute, place, said_at, recorded_at, move, state, amount)"
        f" VALUES ($1, $2, {NEXT_PLACE}, $3, $3, 'reopen', $4, $5)",
        [(new_id(), dispute_id, at, state, claimed) for dispute_id, state, _, claimed in rows],
    )


async def erase_words(
    dispute_id: UUID, author: UUID | None, said_at: datetime, erased: str
) -> None:
    """Of what that person said of it then."""
    await execute(
        "UPDATE dispute_entry SET text = $4 WHERE dispute = $1 AND text IS NOT NULL"
        " AND author IS NOT DISTINCT FROM $2 AND said_at = $3",
        dispute_id,
        author,
        said_at,
        erased,
    )
