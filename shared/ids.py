"""Identifiers: UUID version 7 (RFC 9562 §5.7), made by whoever creates the thing, phone included.

Layout used here: 48 bits of Unix milliseconds, then a 42-bit counter that is drawn afresh at each
new millisecond and counts within it (RFC 9562 §6.2, method 1), then 32 random bits. Ids of one
process therefore sort in the order they were made, even when its clock steps back.
"""

import os
import secrets
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from shared.refusal import Refusal, Refused

_COUNTER_BITS = 42
_COUNTER_LIMIT = 1 << _COUNTER_BITS
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION = 7


class _Sequence:
    """The last id's place in time, shared by the threads of a process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.millisecond = -1
        self.counter = 0

    def advance(self, now_ms: int) -> tuple[int, int]:
        with self.lock:
            if now_ms > self.millisecond:
                self._begin(now_ms)
            else:
                self.counter += 1
                if self.counter == _COUNTER_LIMIT:
                    self._begin(self.millisecond + 1)
            return self.millisecond, self.counter

    def _begin(self, millisecond: int) -> None:
        self.millisecond = millisecond
        # The top bit starts at 0, which leaves at least 2^41 ids to count within the millisecond.
        self.counter = secrets.randbits(_COUNTER_BITS - 1)


_sequence = _Sequence()


def _restart_sequence() -> None:
    # A forked child must neither inherit a held lock nor count on from its parent's counter.
    global _sequence  # noqa: PLW0603
    _sequence = _Sequence()


if hasattr(os, "register_at_fork"):  # absent on Windows and in the browser
    os.register_at_fork(after_in_child=_restart_sequence)


def new_id() -> UUID:
    """A new UUIDv7, greater than every one this process made before."""
    millisecond, counter = _sequence.advance(time.time_ns() // 1_000_000)
    high, low = divmod(counter, 1 << 30)
    value = millisecond << 80 | _VERSION << 76 | high << 64
    value |= 0b10 << 62 | low << 32 | secrets.randbits(32)
    return UUID(int=value)


def instant_of(id_: UUID) -> datetime:
    """The UTC millisecond at which an id says it was made; `Refused` (422) for any other UUID.

    A device's clock said so: it orders and displays, and proves nothing.
    """
    if id_.variant != RFC_4122 or id_.version != _VERSION:
        raise Refused(Refusal("id-not-uuid7", 422, "An id must be a UUID version 7.", {"id": id_}))
    try:
        return _EPOCH + timedelta(milliseconds=id_.int >> 80)
    except OverflowError:
        raise Refused(
            Refusal("id-out-of-time", 422, "The id is dated after the year 9999.", {"id": id_})
        ) from None
