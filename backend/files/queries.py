"""Every statement on stored files. None without the scope clause, but the sweeper's.

`file_in_use` is what refers to a file, in the modules above this one: the database holds the tie
(migration 0012b).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import execute, fetch_all, fetch_one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
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

# Two numbers name a lock: our space, and who sends.
SPACE: Final = 7_230_421
IN_USE: Final = "EXISTS (SELECT FROM file_in_use used WHERE used.file = f.id)"
SENT: Final = f"""
SELECT count(*) AS files, coalesce(sum(size_bytes), 0)::bigint AS size_bytes,
  min(uploaded_at) AS oldest, count(*) FILTER (WHERE NOT is_used) AS unused,
  min(uploaded_at) FILTER (WHERE NOT is_used) AS oldest_unused
FROM (SELECT f.size_bytes, f.uploaded_at, {IN_USE} AS is_used FROM stored_file f
      WHERE f.uploaded_by = $1 AND f.uploaded_at > $2) sent"""
# What is being referred to at this moment is left alone: it is held.
UNUSED: Final = f"""
SELECT f.id FROM stored_file f WHERE f.uploaded_at <= $1 AND NOT {IN_USE}
ORDER BY f.id LIMIT $2 FOR UPDATE OF f SKIP LOCKED"""
HOLD: Final = "SELECT f.id FROM stored_file f WHERE f.id = ANY ($1) ORDER BY f.id FOR UPDATE"
FORGET: Final = f"""
DELETE FROM stored_file f WHERE f.id = ANY ($1) AND NOT {IN_USE} RETURNING f.id, f.client"""


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


async def held_files(file_ids: Sequence[UUID]) -> list[Record]:
    """Of which client each is; until the transaction's end none of them is taken away."""
    return await fetch_all(
        "SELECT f.id, coalesce(c.merged_into, c.id) AS client FROM stored_file f"
        " JOIN client c ON c.id = f.client WHERE f.id = ANY ($1) ORDER BY f.id"
        " FOR KEY SHARE OF f",
        list(file_ids),
    )


async def sent_since(account_id: UUID, since: datetime) -> Record:
    """How many, how much and from when on; and how many that nothing refers to."""
    row = await fetch_one(SENT, account_id, since)
    assert row is not None  # noqa: S101 - an aggregate always answers
    return row


async def hold_sending(account_id: UUID) -> None:
    """Until the transaction's end this person's other files wait."""
    await execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", SPACE, str(account_id))


async def is_kept(file_id: UUID) -> bool:
    found = await fetch_one("SELECT FROM stored_file WHERE id = $1", file_id)
    return found is not None


async def hold_unused(before: datetime, limit: int) -> list[UUID]:
    """Sent until then and referred to by nothing; held until the transaction's end."""
    return [row["id"] for row in await fetch_all(UNUSED, before, limit)]


async def hold(file_ids: Sequence[UUID]) -> None:
    await execute(HOLD, list(file_ids))


async def forget(file_ids: Sequence[UUID]) -> list[Record]:
    """Those of these held files that nothing refers to; the others stay. Answers which."""
    return await fetch_all(FORGET, list(file_ids))


async def known_keys(keys: Sequence[UUID]) -> set[UUID]:
    """Those of the storage's keys that a file still has."""
    rows = await fetch_all(
        "SELECT body AS key FROM stored_file WHERE body = ANY ($1)"
        " UNION SELECT thumbnail FROM stored_file WHERE thumbnail = ANY ($1)",
        list(keys),
    )
    return {row["key"] for row in rows}
