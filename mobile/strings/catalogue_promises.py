"""Sentences about promises of payment and payment plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.store.promise_draft import DayName, Trouble
    from mobile.strings.phrase import Phrase, Plural
    from shared.contract.promises import PlanState, PromiseChannel, PromiseState, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The tab of the client file."""

    tab: str
    empty: str
    empty_way: str
    group_open: str
    group_past: str
    more: str
    states: dict[PromiseState, str]
    unknown: str
    suspended: str
    for_day: Phrase
    until: Phrase
    spoken: Phrase
    said_by: Phrase
    said_how: dict[PromiseChannel, str]
    on_account: str
    documents_more: Plural
    received: Phrase
    cash_since: Phrase
    cash_never: str
    kept_late_on: Phrase
    disputed: Phrase
    waits: str
    part: Phrase
    part_between: Phrase
    part_unknown: Phrase
    taken: Phrase
    taken_by: Phrase
    note: Phrase
    verdicts: dict[Verdict, str]
    judged: Phrase
    judged_unexpected: Phrase
    cash_then: Phrase
    ended: Phrase
    ended_by: Phrase
    mark: Phrase
    rate_title: str
    rate: Phrase
    rate_amount: Phrase
    rate_late: Plural
    rate_of: Phrase
    plan: str
    plan_states: dict[PlanState, str]
    plan_proof: Phrase
    plan_about: Phrase
    plan_ended: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseSheet:
    """Taking a promise, putting it off, withdrawing it."""

    action: str
    title: str
    save: str
    amount: str
    amount_edit: str
    amount_most: Phrase
    invoices: str
    overdue_since: Phrase
    already: Phrase
    more_invoices: Plural
    day: str
    days: dict[DayName, str]
    other_day: str
    day_typed: str
    day_hint: str
    chosen: Phrase
    who: str
    person: Phrase
    someone: str
    someone_name: str
    how: str
    channels: dict[PromiseChannel, str]
    note: str
    troubles: dict[Trouble, str]
    nothing_owed: str
    nothing_owed_way: str
    sent: Phrase
    to_review: str
    not_sent: str
    kept: str
    taken_already: str
    reschedule: str
    reschedule_title: str
    reschedule_way: Phrase
    reschedule_save: str
    rescheduled: Phrase
    withdraw: str
    withdraw_title: str
    withdraw_way: str
    why: str
    why_missing: str
    withdraw_save: str
    withdrawn: str
