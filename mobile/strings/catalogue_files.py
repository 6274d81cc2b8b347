"""Sentences about photos and papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.store.attachments import Refusal
    from mobile.strings.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    add_photo: str
    add_file: str
    remove: str
    waiting: str
    sending: str
    sent: str
    held: str
    refusals: dict[Refusal, str]
    take_away: str
    paper_way: str
    kilobytes: Phrase
    megabytes: Phrase
