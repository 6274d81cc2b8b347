"""Sentences about what was entered on a device, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.strings.phrase import Phrase, Plural
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """`waiting` and `review` are the status line's. Texts of `reasons` go by the problem's code."""

    title: str
    waiting: Plural
    review: Plural
    none: str
    none_way: str
    nothing_kept: str
    nothing_kept_way: str
    elsewhere: str
    elsewhere_way: str
    failed: str
    kept: str
    kept_again: str
    pending: str
    mark: Phrase
    standings: dict[Standing, str]
    kinds: dict[Kind, str]
    unknown_kind: str
    client_unknown: str
    said_at: Phrase
    by: Phrase
    for_day: Phrase
    of_invoices: Plural
    instalments: Plural
    on_the: Phrase
    files: Plural
    held_why: str
    reasons: dict[str, str]
    modify: str
    again: str
    discard: str
    discard_title: str
    discard_ask: str
    discard_yes: str
    discard_keep: str
    send_now: str
    discarded: str
    leave_title: str
    leave_ask: Plural
    leave_first: str
    leave_anyway: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """Why the device itself does not take or change an entry."""

    not_kept: str
    full: str
    file_too_large: Phrase
    too_many_files: Plural
    already_entered: str
    may_have_arrived: str
    somebody_else: str
