"""Visits: a rep's list for a day, and what a report of a visit must say (DOMAIN §15).

How the client seemed is a judgement about a person, who may ask to read it: whoever says more than
that the client was satisfied says what makes them think so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeVar, get_args

from shared.refusal import Refusal

Mood = Literal["satisfied", "annoyed", "avoiding"]
MOODS: Final[tuple[Mood, ...]] = get_args(Mood)

UnpaidReason = Literal[
    "cash_short",
    "waits_for_own_clients",
    "forgotten",
    "invoice_not_received",
    "awaiting_approval",
    "disputed",
    "payment_sent",
    "terms_misunderstood",
    "unwilling",
    "no_decider",
    "other",
]
"""Why the client says it has not paid; `disputed` should become a dispute, `payment_sent` money."""
UNPAID_REASONS: Final[tuple[UnpaidReason, ...]] = get_args(UnpaidReason)

AHEAD_MOST: Final = timedelta(days=366)
VISITS_A_DAY_MOST: Final = 50

_Stop = TypeVar("_Stop")


def may_plan(planned_on: date, said_on: date) -> Refusal | None:
    """Why a visit cannot be planned for that day; None where it can."""
    if planned_on < said_on:
        return Refusal("visit-in-the-past", 422, "A visit is planned for today or later.")
    if planned_on > said_on + AHEAD_MOST:
        return Refusal(
            "visit-too-far",
            422,
            "A visit is planned {days} days ahead at most.",
            {"days": AHEAD_MOST.days},
        )
    return None


def put_at(order: Sequence[_Stop], stop: _Stop, place: int | None) -> list[_Stop]:
    """The day's order once `stop` stands at `place`, counted from 1; last where none is given.

    The others keep their order among themselves. A place beyond the end is the end: the list may
    have become shorter since the person saw it.
    """
    others = [one for one in order if one != stop]
    index = len(others) if place is None else min(max(place, 1) - 1, len(others))
    return [*others[:index], stop, *others[index:]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says, as far as a rule looks at it."""

    mood: Mood
    met_somebody: bool
    evidence: str | None
    next_step: str | None
    next_step_on: date | None


def may_report(told: Told, said_on: date) -> Refusal | None:
    """Why a report will not do; None where it will."""
    if told.mood != "satisfied" and told.evidence is None:
        return Refusal(
            "visit-evidence-missing", 422, "Say what the client said or did that shows it."
        )
    if not told.met_somebody and told.mood != "avoiding":
        return Refusal("visit-met-missing", 422, "Say whom you met.")
    if (told.next_step is None) != (told.next_step_on is None):
        return Refusal("visit-next-step-half", 422, "A next step has its day, and a day its step.")
    if told.next_step_on is not None and told.next_step_on < said_on:
        return Refusal("visit-next-step-past", 422, "The next step is for today or later.")
    return None
