"""Facts, the order they were sealed in, and answered commands.

`position` reads the facts too, with the names of who and what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from backend.activity.history import BEGINNING, Head, Told
from backend.database.transaction import execute, execute_many, fetch_all, fetch_one, stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

COLUMNS = "id, recorded_at, said_at, actor, device, client, kind, subject, before, after, why"


async def append(rows: Iterable[tuple[Any, ...]]) -> None:
    await execute_many(
        f"INSERT INTO activity ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        rows,
    )


OF_CLIENTS = f"""
SELECT {COLUMNS} FROM activity
WHERE client = ANY ($1) AND kind = ANY ($2) AND ($3::uuid IS NULL OR id < $3)
ORDER BY id DESC LIMIT $4"""


async def of_clients(
    client_ids: Sequence[UUID], kinds: Sequence[str], before: UUID | None, limit: int
) -> list[Record]:
    return await fetch_all(OF_CLIENTS, list(client_ids), list(kinds), before, limit)


LATEST_OF_EACH = f"""
SELECT told.* FROM unnest($1::uuid[]) AS named (id) CROSS JOIN LATERAL (
  SELECT {COLUMNS} FROM activity WHERE client = named.id AND kind = ANY ($2)
  ORDER BY id DESC LIMIT $3) told
ORDER BY told.id DESC"""


async def latest_of_each(
    client_ids: Sequence[UUID], kinds: Sequence[str], most: int
) -> list[Record]:
    return await fetch_all(LATEST_OF_EACH, list(client_ids), kinds, most)


TOLD = ", ".join(
    f"a.{name}::text AS {name}" if name in {"before", "after"} else f"a.{name}"
    for name in Told._fields
)
SEALING_LOCK = 7_230_418_823  # any number nobody else in this database uses


async def hold_sealing() -> None:
    """One sealer at a time, until the transaction's end. Writers of facts never ask for it."""
    await execute("SELECT pg_advisory_xact_lock($1)", SEALING_LOCK)


async def unsealed(after: UUID | None, limit: int) -> list[Told]:
    """Committed facts without a position, by id from `after` on."""
    rows = await fetch_all(
        f"""SELECT {TOLD} FROM (
              SELECT fact FROM unsealed_fact WHERE $1::uuid IS NULL OR fact > $1
              ORDER BY fact LIMIT $2) waiting
            JOIN activity a ON a.id = waiting.fact ORDER BY a.id""",
        after,
        limit,
    )
    return [Told(**row) for row in rows]


async def head() -> Head:
    """The last sealed fact, or the beginning."""
    row = await fetch_one("SELECT position, hash FROM sealed_fact ORDER BY position DESC LIMIT 1")
    return BEGINNING if row is None else Head(**row)


async def add_sealed(rows: Sequence[tuple[int, UUID, bytes, bytes, bytes]]) -> None:
    """Position, fact, salt, digest of the text and hash of each; they wait no longer."""
    await execute(
        """INSERT INTO sealed_fact (position, fact, salt, text_digest, hash)
           SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[])""",
        *zip(*rows, strict=True),
    )
    await execute("DELETE FROM unsealed_fact WHERE fact = ANY ($1)", [row[1] for row in rows])


async def tell_sealed(position: int) -> None:
    """Tells the servers how far the history goes, once this is committed."""
    await execute("SELECT pg_notify('encours_sealed', $1)", str(position))


async def sealed_after(position: int, limit: int) -> list[Record]:
    """The next facts of the history, whole, each with its `position`."""
    return await fetch_all(
        """SELECT s.position, a.* FROM sealed_fact s JOIN activity a ON a.id = s.fact
           WHERE s.position > $1 ORDER BY s.position LIMIT $2""",
        position,
        limit,
    )


async def chain() -> AsyncIterator[Record]:
    """The history from its beginning, as it is to be verified; inside a transaction.

    A row without `id` is of a fact that is gone; `erasure_told` says whether a fact names the text
    of this one as erased.
    """
    async for row in stream(
        f"""SELECT s.position, s.fact, s.salt, s.text_digest, s.hash, {TOLD},
              s.salt IS NULL AND EXISTS (SELECT FROM activity e
                WHERE e.kind = 'text-erased' AND e.subject = s.fact) AS erasure_told
            FROM sealed_fact s LEFT JOIN activity a ON a.id = s.fact ORDER BY s.position"""
    ):
        yield row


async def outside_the_chain(limit: int) -> list[Record]:
    """Facts that neither have a position nor wait for one, and what waits without a fact."""
    return await fetch_all(
        """SELECT a.id AS fact, TRUE AS is_there FROM activity a
           WHERE NOT EXISTS (SELECT FROM sealed_fact s WHERE s.fact = a.id)
             AND NOT EXISTS (SELECT FROM unsealed_fact u WHERE u.fact = a.id)
           UNION ALL
           SELECT u.fact, FALSE FROM unsealed_fact u
           WHERE NOT EXISTS (SELECT FROM activity a WHERE a.id = u.fact)
           LIMIT $1""",
        limit,
    )


async def one(fact_id: UUID) -> Record:
    """A fact that exists."""
    row = await fetch_one("SELECT * FROM activity WHERE id = $1", fact_id)
    if row is None:
        raise LookupError(f"There is no fact {fact_id}.")
    return row


async def erasable(fact_ids: Sequence[UUID]) -> list[Record]:
    """Those that exist: whose they are, and whether there is text that may be erased."""
    return await fetch_all(
        """SELECT a.id, a.client, a.kind <> 'text-erased' AND NOT EXISTS (SELECT FROM activity e
             WHERE e.kind = 'text-erased' AND e.subject = a.id) AS may_be
           FROM activity a WHERE a.id = ANY ($1) ORDER BY a.id""",
        fact_ids,
    )


async def erase(fact_ids: Sequence[UUID]) -> None:
    """The text of facts, and the salts without which their digests tell nothing."""
    await execute(
        "UPDATE activity SET before = NULL, after = NULL, why = NULL WHERE id = ANY ($1)", fact_ids
    )
    await execute("UPDATE sealed_fact SET salt = NULL WHERE fact = ANY ($1)", fact_ids)


class AnsweredRow(NamedTuple):
    id: UUID
    digest: str


async def answered(account_id: UUID, asked_id: UUID) -> AnsweredRow | None:
    """What this account's command under that id made."""
    row = await fetch_one(
        "SELECT id, digest FROM answered_command WHERE account = $1 AND asked_id = $2",
        account_id,
        asked_id,
    )
    return None if row is None else AnsweredRow(**row)


async def answer(
    id_: UUID, *, account_id: UUID, asked_id: UUID, command: str, digest: str, at: datetime
) -> bool:
    """False where the account has used `asked_id`, or anybody's command has made `id_`.

    Waits for whoever is just doing so.
    """
    tag = await execute(
        "INSERT INTO answered_command (id, account, asked_id, command, digest, answered_at)"
        " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        id_,
        account_id,
        asked_id,
        command,
        digest,
        at,
    )
    return tag == "INSERT 0 1"


async def answer_otherwise(id_: UUID, new_id: UUID) -> None:
    await execute("UPDATE answered_command SET id = $2 WHERE id = $1", id_, new_id)
