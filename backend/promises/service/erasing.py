"""What becomes of a promise's or a plan's words once their fact's text is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import ERASED, erased_fact
from backend.promises.queries import plans, promises

if TYPE_CHECKING:
    from backend.activity.reacting import Recorded


async def erase_promise(recorded: Recorded) -> None:
    """What follows from `text-erased`: of the promise or the plan that the fact was about."""
    fact = await erased_fact(recorded)
    if fact["kind"].startswith("promise-"):
        await promises.erase_words(fact["subject"], ERASED)
    elif fact["kind"].startswith("plan-"):
        await plans.erase_words(fact["subject"], ERASED)
