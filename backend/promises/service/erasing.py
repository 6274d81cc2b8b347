"""What becomes of a promise's or a plan's words once their fact's text is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.activity.service import ERASED, erased_fact
from backend.files.service import forget_unless_used
from backend.promises.queries import plans, promises

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.activity.reacting import Recorded

# The columns that hold what was said with each kind of fact; a judgement says nothing of a person.
OF_PROMISE: Final[Mapping[str, tuple[str, ...]]] = {
    "promise-taken": ("said_by", "note"),
    "promise-rescheduled": ("said_by", "note"),
    "promise-withdrawn": ("ended_why",),
}
OF_PLAN: Final[Mapping[str, tuple[str, ...]]] = {
    "plan-proposed": ("said_by", "note"),
    "plan-accepted": ("proof",),
    "plan-cancelled": ("ended_why",),
}


async def erase_promise(recorded: Recorded) -> None:
    """What follows from `text-erased`: what was said with that fact, of its promise or plan.

    The papers of an acceptance go with its words, but those that something else shows.
    """
    fact = await erased_fact(recorded)
    kind = fact["kind"]
    if kind in OF_PROMISE:
        await promises.erase_words(fact["subject"], OF_PROMISE[kind], ERASED)
    elif kind in OF_PLAN:
        await plans.erase_words(fact["subject"], OF_PLAN[kind], ERASED)
    if kind == "plan-accepted":
        shown = await plans.erase_files(fact["subject"], ERASED)
        await forget_unless_used(shown, by=recorded.by, at=recorded.at)
