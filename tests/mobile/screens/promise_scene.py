"""What one does to take a promise, and what is then kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from backend.database.transaction import fetch_all
from tests.edge_fixtures import Somebody
from tests.mobile.app_fixtures import Window

FRIDAY = date(2026, 11, 27)


async def kept() -> list[tuple[Decimal, date]]:
    rows = await fetch_all("SELECT amount, promised_on FROM promise ORDER BY id")
    return [(row["amount"], row["promised_on"]) for row in rows]


async def opened(window: Window, somebody: Somebody) -> None:
    await window.sign_in(somebody)
    await window.tap("promise")
    await window.sees("promise-sheet")
