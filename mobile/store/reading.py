"""A thing read from the server: what is known of it, how old that is, and what went wrong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from flet import Observable

from mobile.api.failures import Refused, Unreachable
from mobile.store.failing import kept_on

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.api.failures import Failure

T = TypeVar("T")

FRESH_SECONDS = 5.0
"""What was confirmed so lately is shown without asking again."""
NOT_THEIRS = (403, 404)
"""The server will not tell them of it, or there is no such thing."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value and the instant the server last confirmed it.

    `is_held`: it comes from what the device keeps, which may be less than the server would tell.
    """

    value: T
    read_at: datetime
    etag: str | None = None
    is_held: bool = False

    @classmethod
    def now(cls, value: T, etag: str | None = None) -> Known[T]:
        return cls(value, datetime.now(UTC), etag)


class Reading(Observable, Generic[T]):
    """Shows at once what is known and refreshes it. A failure keeps what was known.

    Where nothing is known yet, what the device holds is shown; where the server cannot be reached,
    the newer of the two.
    """

    def __init__(
        self,
        source: Callable[[Known[T] | None], Awaitable[Known[T]]],
        held: Callable[[], Known[T] | None] | None = None,
    ) -> None:
        self._source = source
        self._held = held or _nothing
        self._task: asyncio.Task[None] | None = None
        self._forgotten = 0
        self.known: Known[T] | None = None
        self.failure: Failure | None = None
        self.loading = False

    @property
    def value(self) -> T | None:
        return self.known.value if self.known else None

    @property
    def is_asked(self) -> bool:
        """Something is known of it, or it is known why nothing is."""
        return self.known is not None or self.failure is not None

    @property
    def stale(self) -> bool:
        """What is shown could not be confirmed."""
        return self.known is not None and self.failure is not None

    def put(self, value: T) -> None:
        """The server's answer to a change is the newest there is."""
        self.known = Known.now(value)
        self.failure = None

    def look(self) -> None:
        """Where nothing is known: what the device holds."""
        if self.known is None:
            self.known = self._held()

    async def ensure(self, seconds: float = FRESH_SECONDS) -> None:
        """Ask unless the server confirmed it just now."""
        self.look()
        fresh, known = timedelta(seconds=seconds), self.known
        if known is None or known.is_held or datetime.now(UTC) - known.read_at > fresh:
            await self.refresh()

    async def refresh(self) -> None:
        """Ask again; those who ask meanwhile wait for the same answer."""
        self.look()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._read())
        await asyncio.shield(self._task)

    async def anew(self) -> None:
        """It has changed: what is being read may be of before, and is read once more."""
        if self._task is not None and not self._task.done():
            await asyncio.shield(self._task)
        await self.refresh()

    def forget(self) -> None:
        """Nothing of it is known any more; what is being read is not kept either."""
        self._forgotten += 1
        self._task, self.known, self.failure, self.loading = None, None, None, False

    async def _read(self) -> None:
        forgotten = self._forgotten
        self.loading = True
        try:
            with kept_on(self):
                known = await self._source(self.known)
                if forgotten == self._forgotten:
                    self.known, self.failure = known, None
        finally:
            if forgotten == self._forgotten:
                self._settle_for_what_is_held()
                self.loading = False

    def _settle_for_what_is_held(self) -> None:
        """After a failure. What the server refuses to tell is not told from the device either."""
        known, failure = self.known, self.failure
        if isinstance(failure, Refused) and failure.status in NOT_THEIRS:
            self.known = None if known is not None and known.is_held else known
        elif isinstance(failure, Unreachable):
            held = self._held()
            if held is not None and (known is None or held.read_at > known.read_at):
                self.known = held


def _nothing() -> None:
    """The device holds nothing of it."""
