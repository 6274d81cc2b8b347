"""The chain of sealed facts: what each hash covers, and how the chain's head is written.

A fact's hash covers the hash before it, its position and everything it says, except that of what
may be personal text (before, after, why) it covers a digest made with a random salt. Text and salt
can so be erased together: the chain still verifies, and nothing lets anybody guess the text.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Final

from backend.activity.history import Head
from shared.refusal import Refusal

if TYPE_CHECKING:
    from backend.activity.history import Told

SALT_BYTES: Final = 16
FORM: Final = 1
"""Which fields a hash covers, in which order; another form would have another number."""

HEAD_WRITTEN = re.compile(r"(0|[1-9][0-9]{0,17}):([0-9a-f]{64})")


NO_HEAD = Refusal(
    "no-head-of-history", 400, "This is no head of the history: it is a position, “:” and 64 hex."
)


def read_head(text: str) -> Head | Refusal:
    """A head as `encours check` prints it."""
    written = HEAD_WRITTEN.fullmatch(text.strip())
    if written is None:
        return NO_HEAD
    return Head(int(written[1]), bytes.fromhex(written[2]))


def text_digest(told: Told, salt: bytes) -> bytes:
    """What a hash knows of a fact's text."""
    return sha256([salt.hex(), told.before, told.after, told.why])


def next_head(head: Head, told: Told, digest: bytes) -> Head:
    """The chain with one more fact, of whose text only the digest counts."""
    position = head.position + 1
    covered = [
        FORM,
        head.hash.hex(),
        position,
        str(told.id),
        told.recorded_at.isoformat(),
        told.said_at.isoformat(),
        *(None if id_ is None else str(id_) for id_ in (told.actor, told.device, told.client)),
        told.kind,
        None if told.subject is None else str(told.subject),
        digest.hex(),
    ]
    return Head(position, sha256(covered))


def sha256(fields: list[str | int | None]) -> bytes:
    """Of the fields as JSON, in which no two lists look alike."""
    written = json.dumps(fields, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).digest()
