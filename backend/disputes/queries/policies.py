"""The company's own departments and days of response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_all
from shared.ids import new_id
from shared.rules.dispute import Override

if TYPE_CHECKING:
    from datetime import date


async def overrides() -> list[Override]:
    rows = await fetch_all("SELECT reason, from_on, department, sla_days FROM dispute_policy")
    return [Override(**row) for row in rows]


async def set_policy(reason: str, from_on: date, department: str, sla_days: int) -> None:
    """Replaces what was said for the same day; other days stay as they were."""
    await execute(
        "INSERT INTO dispute_policy (id, reason, from_on, department, sla_days)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (reason, from_on)"
        " DO UPDATE SET department = EXCLUDED.department, sla_days = EXCLUDED.sla_days",
        new_id(),
        reason,
        from_on,
        department,
        sla_days,
    )
