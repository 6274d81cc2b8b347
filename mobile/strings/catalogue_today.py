"""Sentences of À dire and of Aujourd'hui."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.store.visit_entry import Trouble
    from mobile.strings.phrase import Phrase, Plural
    from shared.rules.brief import LineKind
    from shared.rules.visit import Mood, UnpaidReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    title: str
    nothing: str
    unread: str
    stale: Phrase
    lines: dict[LineKind, Phrase]
    more: Plural
    today: str
    tomorrow: str
    yesterday: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    title: str
    hello: Phrase
    nothing: str
    nothing_way: str
    visits: str
    no_visits: str
    no_visits_way: str
    add_visit: str
    add_title: str
    search: str
    none_found: str
    added: Phrase
    made: str
    report: str
    drag: str
    up: str
    down: str
    tomorrow: str
    remove: str
    overdue_for: Phrase
    nothing_overdue: str
    suggestions: str
    suggest: str
    missed: str
    is_overdue: Phrase
    near_due: Phrase
    near: str
    promises_due: str
    promises_broken: str
    instalment: str
    expected: Phrase
    promised: Phrase
    disputes: str
    disputes_oldest: str
    disputes_all: str
    answer_by: Phrase
    late: str
    mentions: str
    mentioned_by: Phrase
    worklist: str
    worklist_why: str
    work: Phrase
    work_aside: Phrase
    work_spoken: Phrase
    call: Phrase
    branches: str
    no_branch: str
    branch_outstanding: Phrase
    branch_overdue: Phrase
    branch_clients: Plural


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheet:
    """What came of a visit."""

    action: str
    title: str
    save: str
    met: str
    mood: str
    moods: dict[Mood, str]
    evidence: str
    evidence_hint: str
    unpaid: str
    unpaid_reasons: dict[UnpaidReason, str]
    next_step: str
    in_a_week: str
    day_typed: str
    override: str
    override_hint: str
    troubles: dict[Trouble, str]
    sent: Phrase
    to_review: str
    not_sent: str
    kept: str
    taken_already: str
