"""Sentences about what a device keeps of clients, and about being without a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.strings.phrase import Phrase, Plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Offline:
    elsewhere: str
    first: Plural
    newer_release: str
    unreadable: str
    not_yours: str
    nothing_yet: str
    older: str
    conversation: str
    settlements: str
    brief_partly: str
    day_of: Phrase
    day_needs: str
    title: str
    clients: str
    size: str
    megabytes: Phrase
    read_at: str
    never: str
    refresh: str
    erase: str
    erase_ask: str
    erase_yes: str
    erased: str
    for_good: str
    not_for_good: str
    encrypted: str
    not_encrypted: str
