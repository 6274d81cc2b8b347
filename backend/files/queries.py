"""Every statement on stored files. None without the scope clause, but the sweeper's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import execute, fetch_all, fetch_one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# A file of a merged client belongs to the one it became.
FILES: Final = """
SELECT f.id, c.id AS client, f.name, f.media_type, f.size_bytes, f.width, f.height, f.body,
  f.thumbnail, f.uploaded_at, f.uploaded_by, person.name AS uploaded_by_name
FROM stored_file f
  JOIN client said_of ON said_of.id = f.client
  JOIN client c ON c.id = coalesce(said_of.merged_into, said_of.id)
  LEFT JOIN account person ON person.id = f.uploaded_by"""
ONE: Final = f"{FILES} WHERE f.id = $1 AND {visible('c', 2)}"
NAMED: Final = f"{FILES} WHERE f.id = ANY ($1)"


async def add(id_: UUID, fields: Mapping[str, Any]) -> bool:
    """False where the id is in use."""
    names = ", ".join(fields)
    places = ", ".join(f"${place}" for place in range(2, 2 + len(fields)))
    tag = await execute(
        f"INSERT INTO stored_file (id, {names}) VALUES ($1, {places}) ON CONFLICT (id) DO NOTHING",
        id_,
        *fields.values(),
    )
    return tag == "INSERT 0 1"


async def file(viewer: Viewer, file_id: UUID) -> Record | None:
    return await fetch_one(ONE, file_id, *scope_of(viewer))


async def named(file_ids: Sequence[UUID]) -> list[Record]:
    """For what refers to them, once the caller has found that in sight."""
    return await fetch_all(NAMED, list(file_ids))


async def known_keys(keys: Sequence[UUID]) -> set[UUID]:
    """Those of the storage's keys that a file still has."""
    rows = await fetch_all(
        "SELECT body AS key FROM stored_file WHERE body = ANY ($1)"
        " UNION SELECT thumbnail FROM stored_file WHERE thumbnail = ANY ($1)",
        list(keys),
    )
    return {row["key"] for row in rows}
