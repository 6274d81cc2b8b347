"""Sentences about looking after a portfolio: what changed, who has a client, merging, reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.strings.phrase import Phrase, Plural
    from shared.contract.clients import TermsBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The audit view of a client. `kinds` and `fields` are named as facts are recorded."""

    title: str
    empty: str
    empty_way: str
    nobody: str
    by: Phrase
    by_on: Phrase
    nothing: str
    was: Phrase
    became: Phrase
    more: str
    yes: str
    no: str
    handover: str
    kinds: dict[str, str]
    any_kind: str
    about: Phrase
    fields: dict[str, str]
    bases: dict[TermsBasis, str]
    documents: Plural
    items: Plural
    added: Plural
    changed: Plural
    closed: Plural
    of_document: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    into: str
    into_title: Phrase
    into_way: str
    search: str
    none_found: str
    none_found_way: str
    confirm_title: str
    gives: str
    takes: str
    moves: Plural
    moves_owing: Phrase
    moves_more: str
    code_stays: Phrase
    can_be_undone: Phrase
    confirm: str
    merged: Phrase
    became: Phrase
    became_open: str
    part: str
    part_title: str
    part_which: Phrase
    part_ask: Phrase
    part_confirm: str
    parted: Phrase
    loading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    title: str
    way: str
    branch: str
    rep: str
    collector: str
    no_branch: str
    search: str
    none_found: str
    save: str
    saved: str
    out_of_sight: str
    choose: Phrase
    no_branches: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    aged_balance: str
    as_of: Phrase
    today: str
    end_of: Phrase
    other_day: str
    day: str
    day_hint: str
    day_malformed: str
    day_show: str
    clients: Plural
    documents: Plural
    unapplied: str
    outstanding: str
    empty: str
    empty_way: str
    recomputed: str
    from_now: str
    export_balance: str
    export_clients: str
    preparing: str
    clients_file: Phrase
    balance_file: Phrase
