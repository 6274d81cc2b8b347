"""What becomes of the words said of a dispute once their fact's text is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import ERASED, erased_fact
from backend.disputes.queries import writing

if TYPE_CHECKING:
    from backend.activity.reacting import Recorded


async def erase_entry(recorded: Recorded) -> None:
    """What follows from `text-erased`: the entry that was said with that fact."""
    fact = await erased_fact(recorded)
    if fact["kind"].startswith("dispute-"):
        await writing.erase_words(fact["subject"], fact["actor"], fact["said_at"], ERASED)
