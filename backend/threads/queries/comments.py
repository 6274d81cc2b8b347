"""Comments: written, changed, pinned and read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import execute, execute_many, fetch_all, fetch_one, fetch_value
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

COLUMNS: Final = """
SELECT m.id, c.id AS client, c.name AS client_name, m.author, author.name AS author_name,
  author.role AS author_role, m.said_at, m.recorded_at, m.version, m.edited_at, v.text,
  m.pinned_at, m.pinned_by, pinner.name AS pinned_by_name,
  ARRAY(SELECT f.file FROM comment_file f WHERE f.comment = m.id ORDER BY f.id) AS files,
  ARRAY(SELECT n.role FROM comment_mention n WHERE n.comment = m.id AND n.role IS NOT NULL
        ORDER BY n.role) AS roles,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id)
            FROM comment_mention n JOIN account p ON p.id = n.account WHERE n.comment = m.id),
           '[]') AS people"""
JOINS: Final = """
FROM comment m
  JOIN client said_of ON said_of.id = m.client
  JOIN client c ON c.id = coalesce(said_of.merged_into, said_of.id)
  JOIN comment_version v ON v.comment = m.id AND v.number = m.version
  JOIN account author ON author.id = m.author
  LEFT JOIN account pinner ON pinner.id = m.pinned_by"""

ONE: Final = f"{COLUMNS}{JOINS} WHERE m.id = $1 AND {visible('c', 2)}"
NAMED: Final = f"{COLUMNS}{JOINS} WHERE m.id = ANY ($1)"
PINNED_MOST: Final = 50
PINNED: Final = f"""{COLUMNS}{JOINS} WHERE c.id = $1 AND m.pinned_at IS NOT NULL
ORDER BY m.pinned_at DESC, m.id DESC LIMIT {PINNED_MOST}"""

PINNED_OF: Final = f"""{COLUMNS}{JOINS} WHERE m.id IN (SELECT id FROM (
    SELECT p.id, row_number() OVER (PARTITION BY coalesce(k.merged_into, k.id)
      ORDER BY p.pinned_at DESC, p.id DESC) AS back
    FROM comment p JOIN client k ON k.id = p.client
    WHERE p.client = ANY ($1) AND p.pinned_at IS NOT NULL) told
  WHERE told.back <= {PINNED_MOST})
ORDER BY m.pinned_at DESC, m.id DESC"""

VERSIONS: Final = """
SELECT number, text, written_at FROM comment_version WHERE comment = $1 ORDER BY number DESC"""

# By the mark on the client, or on the one the comment was made on before a merge.
READ: Final = "coalesce(greatest(mark.read_through, own.read_through), '-infinity')"
# Which they are is found first: few of all comments name anybody.
MENTIONING_ME: Final = f"""
WITH named AS MATERIALIZED (
  SELECT comment FROM comment_mention WHERE account = $1
  UNION SELECT comment FROM comment_mention WHERE role = $2
), chosen AS MATERIALIZED (
  SELECT m.id, m.recorded_at > {READ} AS is_unread
  FROM named
    JOIN comment m ON m.id = named.comment
    JOIN client said_of ON said_of.id = m.client
    JOIN client c ON c.id = coalesce(said_of.merged_into, said_of.id)
    LEFT JOIN thread_read mark ON mark.client = c.id AND mark.account = $1
    LEFT JOIN thread_read own ON own.client = m.client AND own.account = $1
  WHERE m.author <> $1 AND {visible("c", 3)}
    AND ($7::timestamptz IS NULL OR (m.recorded_at, m.id) < ($7, $8::uuid))
    AND (NOT $9::boolean OR m.recorded_at > {READ})
  ORDER BY m.recorded_at DESC, m.id DESC LIMIT $10
)
{COLUMNS}, chosen.is_unread{JOINS} JOIN chosen ON chosen.id = m.id
ORDER BY m.recorded_at DESC, m.id DESC"""


async def comment(viewer: Viewer, comment_id: UUID) -> Record | None:
    return await fetch_one(ONE, comment_id, *scope_of(viewer))


OF_CLIENT: Final = """
SELECT EXISTS (SELECT FROM comment m JOIN client c ON c.id = m.client
  WHERE m.id = $1 AND coalesce(c.merged_into, c.id) = $2)"""


async def is_of(comment_id: UUID, client_id: UUID) -> bool:
    """Whether it was said of the client, or of one merged into it."""
    return bool(await fetch_value(OF_CLIENT, comment_id, client_id))


async def named(comment_ids: Sequence[UUID]) -> list[Record]:
    """For the thread that holds them, once its client was found in sight."""
    return await fetch_all(NAMED, list(comment_ids))


async def pinned(client_id: UUID) -> list[Record]:
    """Of a client found in sight, the last pinned first."""
    return await fetch_all(PINNED, client_id)


async def pinned_of(client_ids: Sequence[UUID]) -> list[Record]:
    """Of each of these clients, found in sight, with what became it: the last pinned first."""
    return await fetch_all(PINNED_OF, list(client_ids))


async def versions(comment_id: UUID) -> list[Record]:
    """Of a comment found in sight, the latest first."""
    return await fetch_all(VERSIONS, comment_id)


async def mentioning_me(
    viewer: Viewer, after: tuple[datetime, UUID] | None, *, unread_only: bool, limit: int
) -> list[Record]:
    """Others' comments in sight that name the viewer or their role, newest first."""
    place = after or (None, None)
    return await fetch_all(
        MENTIONING_ME,
        viewer.account_id,
        viewer.role,
        *scope_of(viewer),
        *place,
        unread_only,
        limit,
    )


async def add(comment_id: UUID, fields: Mapping[str, Any]) -> bool:
    """False where the id is in use."""
    tag = await execute(
        "INSERT INTO comment (id, client, author, said_at, recorded_at, version)"
        " VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (id) DO NOTHING",
        comment_id,
        fields["client"],
        fields["author"],
        fields["said_at"],
        fields["recorded_at"],
    )
    return tag == "INSERT 0 1"


async def add_version(
    version_id: UUID, comment_id: UUID, number: int, text: str, at: datetime
) -> bool:
    """False where the id is in use."""
    tag = await execute(
        "INSERT INTO comment_version (id, comment, number, text, written_at)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
        version_id,
        comment_id,
        number,
        text,
        at,
    )
    return tag == "INSERT 0 1"


async def point_to_version(comment_id: UUID, number: int, at: datetime) -> None:
    await execute(
        "UPDATE comment SET version = $2, edited_at = $3 WHERE id = $1", comment_id, number, at
    )


async def lock(comment_id: UUID) -> int | None:
    """Held until the transaction's end; its latest version."""
    row = await fetch_one("SELECT version FROM comment WHERE id = $1 FOR UPDATE", comment_id)
    return None if row is None else row["version"]


async def add_mentions(comment_id: UUID, account_ids: Iterable[UUID], roles: Iterable[str]) -> None:
    """Those that it did not name yet."""
    rows: list[tuple[Any, ...]] = [(new_id(), comment_id, id_, None) for id_ in account_ids]
    rows += [(new_id(), comment_id, None, role) for role in roles]
    await execute_many(
        "INSERT INTO comment_mention (id, comment, account, role) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT DO NOTHING",
        rows,
    )


async def add_files(comment_id: UUID, file_ids: Iterable[UUID]) -> None:
    await execute_many(
        "INSERT INTO comment_file (id, comment, file) VALUES ($1, $2, $3)",
        [(new_id(), comment_id, id_) for id_ in file_ids],
    )


async def pin(comment_id: UUID, by: UUID | None, at: datetime | None) -> None:
    """Both empty to take it down."""
    await execute(
        "UPDATE comment SET pinned_at = $2, pinned_by = $3 WHERE id = $1", comment_id, at, by
    )


async def erase_files(comment_id: UUID) -> list[UUID]:
    """It shows none any more; answers those it showed."""
    rows = await fetch_all("DELETE FROM comment_file WHERE comment = $1 RETURNING file", comment_id)
    return [row["file"] for row in rows]


async def erase_words(comment_id: UUID, erased: str) -> None:
    """Of every version of it."""
    await execute("UPDATE comment_version SET text = $2 WHERE comment = $1", comment_id, erased)
