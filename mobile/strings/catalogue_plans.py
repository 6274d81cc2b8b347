"""Sentences about payment plans as they are proposed, agreed and ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.store.plan_draft import MoveTrouble, PlanTrouble, Rhythm
    from mobile.strings.phrase import Phrase, Plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The sheets, and what a plan's card says beside its instalments."""

    action: str
    title: str
    save: str
    total: str
    parts: str
    times: Phrase
    parts_other: str
    parts_typed: str
    rhythm: str
    rhythms: dict[Rhythm, str]
    first: str
    preview: str
    preview_way: str
    troubles: dict[PlanTrouble, str]
    sent: Plural
    to_review: str
    not_sent: str
    kept: str
    taken_already: str
    paid: Phrase
    missed: Plural
    proposed_by: Phrase
    accepted_by: Phrase
    note: Phrase
    accept: str
    accept_title: str
    accept_way: Phrase
    accept_save: str
    accepted: str
    proof: str
    withdraw: str
    withdraw_title: str
    cancel: str
    cancel_title: str
    cancel_way: Phrase
    why: str
    cancelled: str
    missing: dict[MoveTrouble, str]
