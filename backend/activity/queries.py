"""Every statement on the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.database.transaction import execute_many, fetch_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

COLUMNS = "id, recorded_at, said_at, actor, device, client, kind, subject, before, after, why"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact as it was recorded; people and devices by id."""

    id: UUID
    recorded_at: datetime
    said_at: datetime
    actor: UUID | None
    device: UUID | None
    client: UUID | None
    kind: str
    subject: UUID | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    why: str | None


async def append(rows: Iterable[tuple[Any, ...]]) -> None:
    await execute_many(
        f"INSERT INTO activity ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        rows,
    )


async def of_client(client_id: UUID, before_id: UUID | None, limit: int) -> list[Recorded]:
    return [
        recorded(row)
        for row in await fetch_all(
            f"SELECT {COLUMNS} FROM activity WHERE client = $1 AND ($2::uuid IS NULL OR id < $2)"
            " ORDER BY id DESC LIMIT $3",
            client_id,
            before_id,
            limit,
        )
    ]


def recorded(row: Record) -> Recorded:
    return Recorded(**row)
