"""Keeps a device and the server alike: what was entered goes, what changed comes.

One writer at a time: it begins once the device's lock is its own. It may be told at any moment that
there is something to do (`nudge`), and otherwise looks by itself when a client has rested, or after
a minute.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Literal

from mobile.api import changes as api
from mobile.api.failures import Failure, SessionOver, SomebodyElse, Unreachable
from mobile.sync.refusals import NotKept

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mobile.api.wire import Wire
    from mobile.sync.portfolio import Portfolio
    from mobile.sync.sending import Sending
    from mobile.sync.writing import WriterLock
    from shared.contract.changes import Changes

State = Literal["elsewhere", "working", "fresh", "offline", "signed-out", "failed"]
"""`elsewhere`: another window of the device does it. `failed`: the device or the server could not,
and `failure` says what.
"""
EVERY_SECONDS: Final = 60.0
NEXT_LEAST_SECONDS: Final = 0.5


class Synchronising:
    """Of one owner's outbox and portfolio, over one line."""

    def __init__(
        self, sending: Sending, portfolio: Portfolio, wire: Wire, lock: WriterLock
    ) -> None:
        self.state: State = "elsewhere"
        self.failure: Failure | None = None
        self.reads = True
        """Off where the person wants nothing more kept here: then only what they said goes."""
        self.on_change: Callable[[], None] = lambda: None
        self.on_page: Callable[[Changes], None] = lambda _: None
        self._sending = sending
        self._portfolio = portfolio
        self._wire = wire
        self._lock = lock
        self._nudged = asyncio.Event()

    @property
    def read_at(self) -> datetime | None:
        """The portfolio is as the server's was then; None before it was first read."""
        return self._portfolio.read_at

    def nudge(self) -> None:
        """Something was entered, or the server tells that something changed."""
        self._nudged.set()

    def wake(self) -> None:
        """The network is back, or the person asks: nobody rests any more."""
        self._sending.wake()
        self.nudge()

    async def run(self) -> None:
        """Until it is cancelled."""
        await self._lock.wait()
        try:
            while True:
                self._nudged.clear()
                seconds = await self.once()
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        # No `wait_for`, which until Python 3.12 loses a cancellation that comes
                        # with the nudge: whoever closes would wait for ever.
                        await self._nudged.wait()
        finally:
            self._lock.release()

    async def once(self) -> float:
        """Sends, then reads; answers in how many seconds to look again."""
        self._tell("working")
        seconds = EVERY_SECONDS
        try:
            ended = await self._sending.round()
            if ended.next_seconds is not None:
                seconds = min(EVERY_SECONDS, max(NEXT_LEAST_SECONDS, ended.next_seconds))
            if ended.ended == "done":
                await self._read()
                self._tell("fresh")
            else:
                self._tell(ended.ended)
        except (SessionOver, SomebodyElse):
            self._tell("signed-out")
        except Unreachable:
            self._tell("offline")
        except Failure as failure:
            self._tell("failed", failure)
        except (OSError, sqlite3.Error) as error:
            self._tell("failed", NotKept(str(error)))
        return seconds

    async def _read(self) -> None:
        """Page after page: what was put in stays, wherever the line breaks."""
        more = self.reads
        while more:
            owner = self._portfolio.owner.user_id
            cursor = self._portfolio.cursor
            page = await api.page(self._wire, cursor, whose=owner)
            if self._portfolio.cursor != cursor:
                return  # erased meanwhile: it begins anew when it is wanted again
            await self._portfolio.apply(page)
            self.on_page(page)
            more = page.more

    def _tell(self, state: State, failure: Failure | None = None) -> None:
        self.state, self.failure = state, failure
        self.on_change()
