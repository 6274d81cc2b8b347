"""What becomes of what was said and shown of a dispute once its fact's text is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import ERASED, erased_fact
from backend.disputes.queries import writing
from backend.files.service import forget_unless_used

if TYPE_CHECKING:
    from backend.activity.reacting import Recorded


async def erase_entry(recorded: Recorded) -> None:
    """What follows from `text-erased`: the entry that was said with that fact.

    Its photos go with it, but those that something else shows.
    """
    fact = await erased_fact(recorded)
    if fact["kind"].startswith("dispute-"):
        said = (fact["subject"], fact["actor"], fact["said_at"])
        await writing.erase_words(*said, ERASED)
        shown = await writing.erase_files(*said)
        await forget_unless_used(shown, by=recorded.by, at=recorded.at)
