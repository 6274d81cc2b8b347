"""A payment plan before it is proposed: what it covers, in how many parts, from when on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal, cast

from mobile.store.promise_draft import Draft, chosen_day, of_any_word
from shared.calendar import add_months
from shared.contract.promises import NewPlan
from shared.money import Money
from shared.rules.payment_plan import INSTALMENTS_LEAST, INSTALMENTS_MOST, Instalment

if TYPE_CHECKING:
    from datetime import date

    from mobile.store.promise_draft import Proposal

Rhythm = Literal["weekly", "fortnightly", "monthly"]
PlanPart = Literal["invoices", "parts", "day", "who", "note"]
PlanTrouble = Literal[
    "nothing-ticked", "parts-malformed", "parts-too-many", "no-day", "day-malformed", "too-long"
]
MoveTrouble = Literal["proof", "why", "too-long", "failed-file"]
OFFERED: Final = (2, 3, 4, 6, 12)
DAYS_APART: Final[dict[Rhythm, int]] = {"weekly": 7, "fortnightly": 14}
RHYTHMS: Final[tuple[Rhythm, ...]] = ("weekly", "fortnightly", "monthly")


@dataclass(frozen=True, slots=True)
class PlanDraft(Draft):
    """Its day is that of the first instalment. `parts_typed` is a field once it holds a text."""

    parts: int = 3
    parts_typed: str | None = None
    rhythm: Rhythm = "monthly"


def chosen_parts(draft: PlanDraft) -> int | None:
    """None for what is no number of instalments."""
    if draft.parts_typed is None:
        return draft.parts
    typed = draft.parts_typed.strip()
    if not (typed.isascii() and typed.isdigit()) or len(typed) > len(str(INSTALMENTS_MOST)):
        return None
    return int(typed) if INSTALMENTS_LEAST <= int(typed) <= INSTALMENTS_MOST else None


def instalments(draft: PlanDraft, proposed: Proposal, today: date) -> list[Instalment]:
    """Equal parts that add up to the cent; none while something of it is not known."""
    first, parts = chosen_day(draft, today), chosen_parts(draft)
    if first is None or parts is None or proposed.total <= 0:
        return []
    shares = Money(proposed.total, proposed.currency).apportion([1] * parts)
    return [
        Instalment(due_on(first, draft.rhythm, place), share.amount)
        for place, share in enumerate(shares)
    ]


def due_on(first: date, rhythm: Rhythm, place: int) -> date:
    """The day of the instalment at that place, from 0; months keep the number of the first day."""
    if rhythm == "monthly":
        return add_months(first, place)
    return first + timedelta(days=DAYS_APART[rhythm] * place)


def plan_troubles(draft: PlanDraft, proposed: Proposal, today: date) -> dict[PlanPart, PlanTrouble]:
    """What is still to be said or corrected before it can be sent, by where."""
    found: dict[PlanPart, PlanTrouble] = {}
    if not proposed.ticked:
        found["invoices"] = "nothing-ticked"
    if chosen_parts(draft) is None:
        found["parts"] = "parts-malformed"
    elif any(one.amount <= 0 for one in instalments(draft, proposed, today)):
        found["parts"] = "parts-too-many"
    said = cast("dict[PlanPart, PlanTrouble]", of_any_word(draft, today))  # never of an amount
    return found | said


def plan_of(draft: PlanDraft, proposed: Proposal, today: date) -> NewPlan:
    """What is sent, once nothing troubles."""
    every = (*proposed.overdue, *proposed.coming)
    return NewPlan.model_validate(
        {
            "id": draft.id,
            "document_ids": [one.id for one in every if one.id in proposed.ticked],
            "instalments": [
                {"due_on": one.due_on, "amount": one.amount}
                for one in instalments(draft, proposed, today)
            ],
            "said_by_contact_id": draft.contact_id,
            "said_by": (draft.someone or "").strip() or None,
            "note": draft.note.strip() or None,
        }
    )
