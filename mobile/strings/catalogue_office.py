"""Sentences of the administrators' screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mobile.strings.phrase import Phrase, Plural
    from shared.contract.imports import DateOrder, DecimalMark, ImportKind, ImportState


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    scope_portfolio: str
    malformed: str
    link_sent: Phrase
    title: str
    count: Plural
    invite: str
    invited: str
    disabled: str
    name: str
    role: str
    scope: str
    branches: str
    portfolio: Plural
    link_ready: str
    link_way: Phrase
    link_reset: str
    disable: str
    disable_ask: Phrase
    enable: str
    hand_over: str
    hand_over_to: Phrase
    hand_over_ask: Plural
    handed_over: Plural
    empty: str
    empty_way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    as_of_hint: str
    currency: str
    company: str
    preset: str
    preset_name: str
    preset_save: str
    malformed: str
    answer: str
    columns: str
    columns_way: str
    required: str
    no_column: str
    which_column: str
    other_fields: Plural
    preset_saved: Phrase
    preset_no_slash: str
    preset_delete: str
    preset_delete_ask: Phrase
    matches: Plural
    matches_way: str
    matches_more: str
    matches_accept: str
    matches_accepted: str
    matches_left: str
    match: Phrase
    match_reasons: dict[Literal["reference", "amount"], str]
    account: Phrase
    account_apart: str
    title: str
    choose: str
    choose_way: str
    kind: str
    kinds: dict[ImportKind, str]
    states: dict[ImportState, str]
    reading: str
    preview: str
    added: Plural
    changed: Plural
    closed: Plural
    refused: Plural
    warnings: Plural
    line: Phrase
    more_lines: Plural
    control_total: Phrase
    as_of: str
    question: str
    date_orders: dict[DateOrder, str]
    decimals: dict[DecimalMark, str]
    skip_refused: str
    confirm_closing: str
    apply: str
    applied: str
    undo: str
    undo_ask: str
    undone: str
    history: str
    by_at: Phrase
    empty: str
    empty_way: str
