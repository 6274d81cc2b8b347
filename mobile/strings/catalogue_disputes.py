"""Sentences about disputes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.store.dispute_draft import Trouble
    from mobile.strings.phrase import Phrase, Plural
    from shared.rules.dispute import Department, Move, Reason, Resolution, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """The tab of the client file, one dispute, those that wait for me."""

    tab: str
    empty: str
    empty_way: str
    group_open: str
    group_past: str
    states: dict[State, str]
    reasons: dict[Reason, str]
    departments: dict[Department, str]
    resolutions: dict[Resolution, str]
    spoken: Phrase
    of_invoice: Phrase
    due_on: Phrase
    late_since: Phrase
    waits_for: Phrase
    mark: str
    mark_share: Phrase
    title: Phrase
    claimed: str
    effective: str
    granted: str
    invoice: str
    invoice_line: Phrase
    owner: str
    opened: str
    by_on: Phrase
    answer_due: str
    resolution: str
    closed_on: Phrase
    closed_settled: Phrase
    conversation: str
    no_words: str
    by_itself: str
    moved: dict[Move, str]
    signalled: str
    assigned_to: Phrase
    to_department: str
    waits_client: str
    waits_internal: str
    mine: str
    mine_under: str
    mine_empty: str
    mine_empty_way: str
    more: str
    in_dispute: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSheet:
    """Signalling one."""

    action: str
    title: str
    save: str
    sent: Phrase
    invoice: str
    other_invoices: str
    choose_invoice: str
    more_invoices: Plural
    reason: str
    other_reason: str
    amount: str
    amount_edit: str
    whole: str
    rest: Phrase
    rest_none: str
    note: str
    who: str
    anybody_of: Phrase
    me: str
    person: Phrase
    someone_else: str
    nothing: str
    nothing_way: str
    troubles: dict[Trouble, str]
    to_review: str
    not_sent: str
    kept: str
    taken_already: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeMoves:
    """What is done with one."""

    say: str
    say_save: str
    actions: dict[Move, str]
    titles: dict[Move, str]
    saves: dict[Move, str]
    done: dict[Move, str]
    said: str
    text: str
    why: str
    note: str
    text_missing: str
    why_missing: str
    whose_turn: str
    turns: dict[str, str]
    owner: str
    owner_missing: str
    outcome: str
    granted: str
    granted_way: Phrase
    again: str
    again_way: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """Why clients do not pay."""

    title: str
    under: str
    period: str
    months: dict[str, str]
    by_department: str
    by_reason: str
    disputes: Plural
    claimed: str
    amount_days: str
    amount_days_way: str
    blocking: Plural
    branch: str
    every_branch: str
    empty: str
    empty_way: str
    spoken: Phrase
    days_of: Phrase
