"""A thing read from the server: what is known of it, how old that is, and what went wrong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from flet import Observable

from mobile.store.failing import kept_on

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.api.failures import Failure

T = TypeVar("T")

FRESH_SECONDS = 5.0
"""What was confirmed so lately is shown without asking again."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value and the instant the server last confirmed it."""

    value: T
    read_at: datetime
    etag: str | None = None

    @classmethod
    def now(cls, value: T, etag: str | None = None) -> Known[T]:
        return cls(value, datetime.now(UTC), etag)


class Reading(Observable, Generic[T]):
    """Shows at once what is known and refreshes it. A failure keeps what was known."""

    def __init__(self, source: Callable[[Known[T] | None], Awaitable[Known[T]]]) -> None:
        self._source = source
        self._task: asyncio.Task[None] | None = None
        self._forgotten = 0
        self.known: Known[T] | None = None
        self.failure: Failure | None = None
        self.loading = False

    @property
    def value(self) -> T | None:
        return self.known.value if self.known else None

    @property
    def stale(self) -> bool:
        """What is shown could not be confirmed."""
        return self.known is not None and self.failure is not None

    def put(self, value: T) -> None:
        """The server's answer to a change is the newest there is."""
        self.known = Known.now(value)
        self.failure = None

    async def ensure(self, seconds: float = FRESH_SECONDS) -> None:
        """Ask unless the server confirmed it just now."""
        fresh = timedelta(seconds=seconds)
        if self.known is None or datetime.now(UTC) - self.known.read_at > fresh:
            await self.refresh()

    async def refresh(self) -> None:
        """Ask again; those who ask meanwhile wait for the same answer."""
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
                self.loading = False
