"""How much one person may send: pure, and counted by what is kept.

Ten visits with ten photos each are a hundred files and, drawn anew, some 150 MB: twice the files
and three times the room are let in. Twenty files go with one comment: two drafts and some to spare
may lie there unused. Beyond that it is no day's work but a stolen phone, or a program gone wild,
and the disk is everybody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.refusal import Refusal

WINDOW: Final = timedelta(hours=24)
"""Counted back from now; as long a file may lie unused before it is taken away."""
FILES_MOST: Final = 200
MEGABYTES_MOST: Final = 500
UNUSED_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Sending:
    """What a person sent within the window: how many, how much, and those nothing refers to."""

    files: int
    size_bytes: int
    unused: int
    oldest: datetime | None
    oldest_unused: datetime | None


def one_more(sent: Sending, size_bytes: int, now: datetime) -> Refusal | None:
    """Why another file of that size is one too many."""
    if sent.files >= FILES_MOST or sent.size_bytes + size_bytes > MEGABYTES_MOST << 20:
        return Refusal(
            "too-many-files",
            429,
            "Up to {files} files and {limit_mb} MB are taken in 24 hours. Try again in {hours} h.",
            {"files": FILES_MOST, "limit_mb": MEGABYTES_MOST, **until(sent.oldest, now)},
        )
    if sent.unused >= UNUSED_MOST:
        return Refusal(
            "too-many-unused-files",
            429,
            "{files} files you sent are not used yet: post what shows them, or try again in"
            " {hours} h.",
            {"files": sent.unused, **until(sent.oldest_unused, now)},
        )
    return None


def until(oldest: datetime | None, now: datetime) -> dict[str, int]:
    """When the first of them counts no more."""
    wait = max(1, round(((oldest or now) + WINDOW - now).total_seconds()))
    return {"retry_after_seconds": wait, "hours": -(-wait // 3600)}
