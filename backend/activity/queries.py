"""Appending facts (`position` reads them, with the names of who and what); answered commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from backend.database.transaction import execute, execute_many, fetch_one

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

COLUMNS = "id, recorded_at, said_at, actor, device, client, kind, subject, before, after, why"


async def append(rows: Iterable[tuple[Any, ...]]) -> None:
    await execute_many(
        f"INSERT INTO activity ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        rows,
    )


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
