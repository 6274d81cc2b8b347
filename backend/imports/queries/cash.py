"""What a file says of its own reach: of whom, and up to which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import fetch_all, fetch_value

if TYPE_CHECKING:
    from datetime import date

    from asyncpg import Record


async def places_covered() -> list[Record]:
    """The companies, or branches of them, that the file speaks of."""
    return await fetch_all(
        "SELECT v.company_id, b.code AS branch FROM covered v LEFT JOIN branch b"
        " ON b.id = v.branch_id"
    )


async def last_value_on() -> date | None:
    """Of a payments file."""
    day: date | None = await fetch_value("SELECT max(paid_on) FROM staged_payment")
    return day


async def last_settled_on() -> date | None:
    """Of a history file."""
    day: date | None = await fetch_value("SELECT max(settled_on) FROM item")
    return day
