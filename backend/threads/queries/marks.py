"""Who follows a thread, who has read how far, what is left to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.database.transaction import execute, execute_many, fetch_one
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

# Marks stay on the client they were made on: what was read before a merge is read after it, and
# whoever followed the client that went follows the one it became, until they say otherwise.
HEAD: Final = """
SELECT count(m.id) AS comments, count(DISTINCT m.author) AS people, mark.read_through,
  coalesce(follow.is_following, EXISTS (
    SELECT FROM thread_follow before JOIN client old ON old.id = before.client
    WHERE old.merged_into = $1 AND before.account = $2 AND before.is_following)) AS is_following,
  count(m.id) FILTER (WHERE m.author <> $2 AND m.recorded_at > coalesce(
    greatest(mark.read_through, own.read_through), '-infinity')) AS unread,
  count(m.id) FILTER (WHERE m.author <> $2 AND m.recorded_at > coalesce(
    greatest(mark.read_through, own.read_through), '-infinity') AND EXISTS (
      SELECT FROM comment_mention n WHERE n.comment = m.id
      AND (n.account = $2 OR n.role = $3))) AS unread_mentions
FROM client c
  LEFT JOIN comment m ON m.client IN (
    SELECT c.id UNION ALL SELECT old.id FROM client old WHERE old.merged_into = c.id)
  LEFT JOIN thread_read mark ON mark.client = c.id AND mark.account = $2
  LEFT JOIN thread_read own ON own.client = m.client AND own.account = $2
  LEFT JOIN thread_follow follow ON follow.client = c.id AND follow.account = $2
WHERE c.id = $1
GROUP BY mark.read_through, follow.is_following"""


async def head(client_id: UUID, account_id: UUID, role: str) -> Record | None:
    """Counts of a thread whose client was found in sight; `unread` are others' comments."""
    return await fetch_one(HEAD, client_id, account_id, role)


async def read_through(client_id: UUID, account_id: UUID, at: datetime) -> None:
    """A mark only moves on: two devices may tell it in any order."""
    await execute(
        "INSERT INTO thread_read AS mark (id, client, account, read_through)"
        " VALUES ($1, $2, $3, $4) ON CONFLICT (client, account) DO UPDATE"
        " SET read_through = greatest(mark.read_through, excluded.read_through)",
        new_id(),
        client_id,
        account_id,
        at,
    )


async def follow(client_id: UUID, account_id: UUID, at: datetime, *, is_following: bool) -> None:
    await execute(
        "INSERT INTO thread_follow AS follow (id, client, account, is_following, since)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (client, account) DO UPDATE"
        " SET is_following = excluded.is_following, since = excluded.since"
        " WHERE follow.is_following <> excluded.is_following",
        new_id(),
        client_id,
        account_id,
        is_following,
        at,
    )


async def follow_unless_told_not_to(
    client_id: UUID, account_ids: Iterable[UUID], at: datetime
) -> None:
    """Whoever once left a thread is not brought back by being named in it."""
    await execute_many(
        "INSERT INTO thread_follow (id, client, account, is_following, since)"
        " VALUES ($1, $2, $3, true, $4) ON CONFLICT (client, account) DO NOTHING",
        [(new_id(), client_id, id_, at) for id_ in sorted(account_ids)],
    )
