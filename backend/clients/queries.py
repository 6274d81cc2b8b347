"""Every statement on clients and their contacts that is not a view of what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import execute, fetch_all, fetch_one, fetch_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# The id of a merged client stands for the one it became: links to it stay good.
STANDING: Final = f"""
SELECT c.*, branch.name AS branch_name, rep.name AS rep_name, collector.name AS collector_name
FROM client named
  JOIN client c ON c.id = coalesce(named.merged_into, named.id)
  LEFT JOIN branch ON branch.id = c.branch
  LEFT JOIN account rep ON rep.id = c.rep
  LEFT JOIN account collector ON collector.id = c.collector
WHERE named.id = $1 AND {visible("c", 2)}"""

# Itself, merged or not; seen by whoever sees what it became.
ITSELF: Final = f"""
SELECT itself.*, EXISTS (SELECT FROM client m WHERE m.merged_into = itself.id) AS holds_others
FROM client itself JOIN client c ON c.id = coalesce(itself.merged_into, itself.id)
WHERE itself.id = $1 AND {visible("c", 2)}"""


async def standing(viewer: Viewer, client_id: UUID) -> Record | None:
    return await fetch_one(STANDING, client_id, *scope_of(viewer))


async def itself(viewer: Viewer, client_id: UUID) -> Record | None:
    return await fetch_one(ITSELF, client_id, *scope_of(viewer))


MERGED_MOST: Final = 200

MERGED: Final = f"""
SELECT id, code, name, town FROM client WHERE merged_into = $1 ORDER BY code, id
LIMIT {MERGED_MOST}"""


async def merged_into(client_id: UUID) -> list[Record]:
    """The clients that became this one; whoever sees it sees them."""
    return await fetch_all(MERGED, client_id)


async def family(client_id: UUID) -> list[UUID]:
    rows = await fetch_all("SELECT id FROM client WHERE id = $1 OR merged_into = $1", client_id)
    return [row["id"] for row in rows]


async def lock(client_ids: Sequence[UUID]) -> None:
    """Until the transaction's end: no document is booked on them, nobody else changes them."""
    await execute("SELECT FROM client WHERE id = ANY ($1) ORDER BY id FOR UPDATE", list(client_ids))


async def change(client_id: UUID, fields: Mapping[str, Any]) -> None:
    """`fields` are columns, by names of this program's own."""
    sets = ", ".join(f"{name} = ${place}" for place, name in enumerate(fields, start=2))
    await execute(f"UPDATE client SET {sets} WHERE id = $1", client_id, *fields.values())


async def take_over(column: str, old: UUID, new: UUID) -> list[UUID]:
    """Gives one person's clients to another, as `rep` or as `collector`; answers which."""
    rows = await fetch_all(
        f"UPDATE client SET {column} = $2 WHERE {column} = $1 RETURNING id", old, new
    )
    return [row["id"] for row in rows]


CONTACT: Final = "id, name, role, email, phone, mobile, note"


async def contacts(client_id: UUID) -> list[Record]:
    """The client's own and those of the clients merged into it, by name."""
    return await fetch_all(
        f"SELECT {CONTACT} FROM contact WHERE client = $1"
        " OR client IN (SELECT id FROM client WHERE merged_into = $1)"
        " ORDER BY public.fold(name), id",
        client_id,
    )


async def contact(client_id: UUID, contact_id: UUID) -> Record | None:
    """One of `contacts`, held against other writers until the transaction's end."""
    return await fetch_one(
        f"SELECT {CONTACT} FROM contact WHERE id = $2 AND (client = $1"
        " OR client IN (SELECT id FROM client WHERE merged_into = $1)) FOR UPDATE",
        client_id,
        contact_id,
    )


async def add_contact(contact_id: UUID, client_id: UUID, fields: Mapping[str, Any]) -> bool:
    """False where the id is taken."""
    names = ", ".join(fields)
    places = ", ".join(f"${place}" for place in range(3, 3 + len(fields)))
    added = await fetch_value(
        f"INSERT INTO contact (id, client, {names}) VALUES ($1, $2, {places})"
        " ON CONFLICT (id) DO NOTHING RETURNING true",
        contact_id,
        client_id,
        *fields.values(),
    )
    return bool(added)


async def change_contact(contact_id: UUID, fields: Mapping[str, Any]) -> None:
    sets = ", ".join(f"{name} = ${place}" for place, name in enumerate(fields, start=2))
    await execute(f"UPDATE contact SET {sets} WHERE id = $1", contact_id, *fields.values())


async def remove_contact(contact_id: UUID) -> None:
    await execute("DELETE FROM contact WHERE id = $1", contact_id)
