"""What this device keeps of the person signed in: their clients, and what they said and is unsent.

Where nothing outlives the window (Flet's server mode), nothing is kept: everything is read from the
server, and a word is sent before it is called taken.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeVar

from flet import Observable

from mobile.api.failures import Failure
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from mobile.sync.sending import Sending
from mobile.sync.synchronising import Synchronising

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.api.wire import Wire
    from mobile.platform.ports import Storage
    from mobile.sync.writing import WriterLock

State = Literal["nothing", "opening", "elsewhere", "open", "failed"]
"""`elsewhere`: another window of the device has it; this lives from the server until it is free.
`failed`: what is kept cannot be opened, and `failure` says why. It is left as it is.
"""

T = TypeVar("T")


class Local(Observable):
    """Of one window. `outbox` and `portfolio` are there while it is "open"."""

    def __init__(self, storage: Storage | None, wire: Wire) -> None:
        self.state: State = "nothing"
        self.failure: Failure | None = None
        self.outbox: Outbox | None = None
        self.portfolio: Portfolio | None = None
        self.synchronising: Synchronising | None = None
        self.changes = 0
        """Counts what was entered, sent, refused and read: what is drawn of them follows it."""
        self._storage = storage
        self._wire = wire
        self._lock: WriterLock | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def is_kept(self) -> bool:
        """Whether this device keeps anything at all."""
        return self._storage is not None

    async def open(self, user_id: UUID) -> None:
        """Opens what is kept of them, as soon as no other window has it, and keeps it up."""
        storage = self._storage
        if storage is None or self.state != "nothing":
            return
        self.state = "opening"
        await storage.ready()
        self._lock = lock = storage.lock()
        if not await lock.take():
            self.state = "elsewhere"
            await lock.wait()
        try:
            synchronising = self._opened(storage, Owner(storage.server, user_id), lock)
        except Failure as failure:
            lock.release()
            self.state, self.failure = "failed", failure
            return
        self._running = asyncio.create_task(synchronising.run())
        self.state = "open"

    def _opened(self, storage: Storage, owner: Owner, lock: WriterLock) -> Synchronising:
        keeping = storage.pocket.of(owner)
        self.outbox = outbox = Outbox(keeping, owner, storage.darkroom)
        self.portfolio = portfolio = Portfolio(keeping, owner)
        self.synchronising = Synchronising(Sending(outbox, self._wire), portfolio, self._wire, lock)
        outbox.on_change = self.synchronising.on_change = self._changed
        return self.synchronising

    async def close(self) -> None:
        """Nothing more is written; another window may go on."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
        for kept in (self.outbox, self.portfolio):
            if kept is not None:
                kept.close()
        if self._lock is not None:
            self._lock.release()
        self.outbox = self.portfolio = self.synchronising = self._lock = None
        self.state, self.failure = "nothing", None

    def held(self, ask: Callable[[Portfolio], T | None]) -> T | None:
        """What the device holds of it; None where it holds nothing, or was never filled."""
        portfolio = self.portfolio
        if portfolio is None or portfolio.read_at is None:
            return None
        return ask(portfolio)

    def nudge(self) -> None:
        """Something was entered, or the server tells that something changed."""
        if self.synchronising is not None:
            self.synchronising.nudge()

    def _changed(self) -> None:
        self.changes += 1
