"""What one does in a thread."""

from __future__ import annotations

from backend.database.transaction import fetch_all
from tests.edge_fixtures import Somebody
from tests.mobile.app_fixtures import Window


async def at(window: Window, somebody: Somebody) -> None:
    await window.sign_in(somebody)
    await window.sees("thread-counts")


async def post(window: Window, text: str) -> None:
    await window.tap("comment")
    await window.type("comment-text", text)
    await window.tap("comment-save")
    await window.misses("comment-sheet")


async def texts() -> list[str]:
    rows = await fetch_all("SELECT text FROM comment_version ORDER BY written_at, number")
    return [row["text"] for row in rows]
