"""The statement that appends facts. `position` reads them, with the names of who and what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.database.transaction import execute_many

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = "id, recorded_at, said_at, actor, device, client, kind, subject, before, after, why"


async def append(rows: Iterable[tuple[Any, ...]]) -> None:
    await execute_many(
        f"INSERT INTO activity ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        rows,
    )
