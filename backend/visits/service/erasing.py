"""What becomes of a visit report's words once its fact's text is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import ERASED, erased_fact
from backend.visits import queries

if TYPE_CHECKING:
    from backend.activity.reacting import Recorded


async def erase_report(recorded: Recorded) -> None:
    """What follows from `text-erased`."""
    fact = await erased_fact(recorded)
    if fact["kind"] == "visit-reported":
        await queries.erase_words(fact["subject"], ERASED)
