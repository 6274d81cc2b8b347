"""A visit being reported: kept while it is typed, sent in one go, and sent again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID  # noqa: TC003

from flet import Observable

from mobile.api.failures import Failure, Refused
from mobile.store.promise_draft import day_of
from mobile.store.sent_draft import draft_after, draft_refused, is_typed
from shared.contract.visits import ReportVisit
from shared.ids import new_id
from shared.rules.wording_guard import not_factual

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from mobile.sync.entries import Entry as Kept
    from shared.contract.visits import VisitReport
    from shared.rules.visit import Mood, UnpaidReason
    from shared.rules.wording.terms import Topic

Part = Literal["who", "mood", "evidence", "next_step", "day", "note", "override"]
Trouble = Literal[
    "no-one", "no-mood", "no-evidence", "no-step", "no-day", "day-malformed", "day-past", "too-long"
]
NAME_MOST: Final = 200
TEXT_MOST: Final = 10_000
WEEK: Final = timedelta(days=7)
NOT_FACTUAL: Final = "wording-not-factual"


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """`id` is the report's own from the first letter on: sent twice, it is taken once.

    `someone` and `day_typed` are fields that are shown once they hold a text, even an empty one.
    `override` is why wording must stand that the guard advised against.
    """

    id: UUID = field(default_factory=new_id)
    contact_id: UUID | None = None
    someone: str | None = None
    mood: Mood | None = None
    evidence: str = ""
    unpaid_reason: UnpaidReason | None = None
    next_step: str = ""
    next_step_on: date | None = None
    day_typed: str | None = None
    note: str = ""
    override: str = ""


def chosen_day(draft: VisitDraft, today: date) -> date | None:
    return draft.next_step_on if draft.day_typed is None else day_of(draft.day_typed, today)


def troubles(draft: VisitDraft, today: date) -> dict[Part, Trouble]:
    """What is still to be said or corrected before it can be sent, by where."""
    found: dict[Part, Trouble] = {}
    if draft.mood is None:
        found["mood"] = "no-mood"
    met = draft.contact_id is not None or bool((draft.someone or "").strip())
    if not met and draft.mood != "avoiding":
        found["who"] = "no-one"
    if draft.mood in {"annoyed", "avoiding"} and not draft.evidence.strip():
        found["evidence"] = "no-evidence"
    found |= _of_next_step(draft, today)
    if len((draft.someone or "").strip()) > NAME_MOST:
        found["who"] = "too-long"
    texts: dict[Part, str] = {
        "evidence": draft.evidence,
        "next_step": draft.next_step,
        "note": draft.note,
    }
    return found | {part: "too-long" for part, text in texts.items() if len(text) > TEXT_MOST}


def _of_next_step(draft: VisitDraft, today: date) -> dict[Part, Trouble]:
    """A step has its day and a day its step; neither is needed."""
    day, has_step = chosen_day(draft, today), bool(draft.next_step.strip())
    if draft.day_typed is not None and draft.day_typed.strip() and day is None:
        return {"day": "day-malformed"}
    if day is not None and day < today:
        return {"day": "day-past"}
    if has_step and day is None:
        return {"day": "no-day"}
    return {"next_step": "no-step"} if day is not None and not has_step else {}


def report_of(draft: VisitDraft, visit_id: UUID | None, today: date) -> ReportVisit:
    """What is sent, once nothing troubles."""
    return ReportVisit.model_validate(
        {
            "id": draft.id,
            "visit_id": visit_id,
            "met_contact_id": draft.contact_id,
            "met": (draft.someone or "").strip() or None,
            "mood": draft.mood,
            "evidence": draft.evidence.strip() or None,
            "unpaid_reason": draft.unpaid_reason,
            "next_step": draft.next_step.strip() or None,
            "next_step_on": chosen_day(draft, today),
            "note": draft.note.strip() or None,
            "override_reason": draft.override.strip() or None,
        }
    )


def not_factual_in(draft: VisitDraft) -> dict[Part, tuple[Topic, ...]]:
    """What the wording guard advises against, by text: the server's rule."""
    texts: dict[Part, str] = {
        "evidence": draft.evidence,
        "next_step": draft.next_step,
        "note": draft.note,
    }
    found = {
        part: tuple(dict.fromkeys(one.topic for one in not_factual(text)))
        for part, text in texts.items()
    }
    return {part: topics for part, topics in found.items() if topics}


class VisitEntry(Observable):
    """Nothing typed is lost by a failure, by closing the sheet, or by leaving the screen."""

    def __init__(self, send: Callable[[ReportVisit], Awaitable[VisitReport | Kept]]) -> None:
        self._send = send
        self.draft = VisitDraft()
        self.asked = False
        """Whether it was to be sent as it is: what is missing is told from then on."""
        self.advised: Mapping[Part, tuple[Topic, ...]] = {}
        """What the guard found in each text, as it was to be sent."""
        self.guarded = False
        """Whether wording was advised against: the reason for it is asked from then on."""
        self.sending = False
        self.failure: Failure | None = None

    @property
    def is_typed(self) -> bool:
        return self.sending or is_typed(self.draft, VisitDraft())

    def change(self, **fields: Any) -> None:
        """What is typed or chosen, over what is there now."""
        self.draft = replace(self.draft, **fields)
        self.advised = {part: one for part, one in self.advised.items() if part not in fields}
        if isinstance(self.failure, Refused):
            self.failure = None

    def ask(self) -> None:
        self.asked = True

    def look_over(self) -> bool:
        """Whether its wording is factual, or why it must stand is said; else that is asked."""
        self.advised = {} if self.draft.override.strip() else not_factual_in(self.draft)
        self.guarded = self.guarded or bool(self.advised)
        return not self.advised

    async def send(self, told: ReportVisit) -> VisitReport | Kept | None:
        """The report as it was taken in, or kept until it can be sent.

        None where it is neither, and then `failure` says why.
        """
        if self.sending:
            return None
        self.sending, self.failure = True, None
        sent = self.draft
        try:
            made = await self._send(told)
        except Failure as failure:
            self.failure = failure
            self.guarded = self.guarded or getattr(failure, "code", "") == NOT_FACTUAL
            self.draft = draft_refused(failure, self.draft)
            return None
        finally:
            self.sending = False
        self.draft = draft_after(sent, self.draft, VisitDraft())
        self.asked, self.guarded = False, bool(self.draft.override)
        return made
