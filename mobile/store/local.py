"""What this device keeps of the person signed in: their clients, and what they said and is unsent.

Where nothing outlives the window (Flet's server mode), nothing is kept: everything is read from the
server, and a word is sent before it is called taken.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from flet import Observable

from mobile.api.failures import Failure, Misunderstood
from mobile.store.reading import Known
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import FILE_NAME as PORTFOLIO
from mobile.sync.portfolio import Portfolio, erase_portfolio, erase_portfolios_of_others
from mobile.sync.refusals import NotKept
from mobile.sync.sending import Sending
from mobile.sync.synchronising import Synchronising

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from mobile.api.wire import Wire
    from mobile.platform.ports import Storage
    from mobile.sync.writing import WriterLock
    from shared.contract.changes import Changes, ClientCopy
    from shared.contract.identity import User

State = Literal["nothing", "opening", "elsewhere", "open", "failed"]
"""`elsewhere`: another window of the device has it; this lives from the server until it is free.
`failed`: what is kept cannot be opened, and `failure` says why. It is left as it is.
"""
COPIES_READ: Final = 50
"""Clients unpacked and kept so until something of them changes."""

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Local(Observable):
    """Of one window. `outbox` and `portfolio` are there while it is "open"."""

    def __init__(
        self, storage: Storage | None, wire: Wire, today: Callable[[], date] | None = None
    ) -> None:
        self.state: State = "nothing"
        self.failure: Failure | None = None
        self.outbox: Outbox | None = None
        self.portfolio: Portfolio | None = None
        self.synchronising: Synchronising | None = None
        self.changes = 0
        """Counts what was entered, sent, refused and read: what is drawn of them follows it."""
        self.today = today or _machine_day
        self.storage = storage
        self.person: User | None = None
        """Who is signed in, as the server last said."""
        self.on_open: Callable[[], None] = _nobody
        """What is held can be read from now on, where that was not so when the window was drawn."""
        self.on_page: Callable[[Changes], None] = _nobody
        self._wire = wire
        self._lock: WriterLock | None = None
        self._owner: Owner | None = None
        self._opening: asyncio.Task[None] | None = None
        self._running: asyncio.Task[None] | None = None
        self._decided = asyncio.Event()
        self._turns = asyncio.Lock()
        """Who comes back while it is being closed opens it after that."""
        self._copies: dict[UUID, ClientCopy | None] = {}

    @property
    def is_kept(self) -> bool:
        """Whether this device keeps anything at all."""
        return self.storage is not None

    async def open(self, user_id: UUID, *, reads: bool = True) -> None:
        """What is kept of them, kept up from now on. Returns once it is open or known not to be.

        Where another window has it, it is opened as soon as that is closed. Without `reads`, what
        is entered goes, and nothing more is kept of the clients.
        """
        storage = self.storage
        if storage is None:
            return
        owner = Owner(storage.server, user_id)
        async with self._turns:
            if self._owner == owner:
                return
            await self._close()
            self._owner, self._decided = owner, asyncio.Event()
            self.state = "opening"
            self._opening = asyncio.create_task(self._take(storage, owner, reads=reads))
        await self._decided.wait()

    async def _take(self, storage: Storage, owner: Owner, *, reads: bool) -> None:
        decided = self._decided
        try:
            await storage.ready()
            self._lock = lock = storage.lock()
            if not await lock.take():
                self.state = "elsewhere"
                decided.set()
                await lock.wait()
            await erase_portfolios_of_others(storage.pocket, owner)
            synchronising = self._opened(storage, owner, lock)
        except (OSError, sqlite3.Error) as error:
            self._failed(NotKept(str(error)))
        except Failure as failure:
            self._failed(failure)
        except Exception as error:
            logger.exception("What the device keeps cannot be opened.")
            self._failed(Misunderstood(str(error)))
        else:
            synchronising.reads = reads
            self._running = asyncio.create_task(synchronising.run())
            self.state = "open"
            if decided.is_set():
                self.on_open()
        finally:
            decided.set()

    def _failed(self, failure: Failure) -> None:
        for kept in (self.outbox, self.portfolio):
            if kept is not None:
                kept.close()
        self.outbox = self.portfolio = self.synchronising = None
        if self._lock is not None:
            self._lock.release()
        self.state, self.failure = "failed", failure

    def _opened(self, storage: Storage, owner: Owner, lock: WriterLock) -> Synchronising:
        keeping = storage.pocket.of(owner)
        self.outbox = outbox = Outbox(keeping, owner, storage.darkroom)
        self.portfolio = portfolio = Portfolio(keeping, owner)
        self.synchronising = Synchronising(Sending(outbox, self._wire), portfolio, self._wire, lock)
        outbox.on_change = self.synchronising.on_change = self.told
        self.synchronising.on_page = self._page_is_in
        return self.synchronising

    async def close(self, *, erase: bool = False) -> None:
        """Nothing more is written; another window may go on.

        `erase`: their clients are taken off the device, what they entered never is.
        """
        async with self._turns:
            await self._close(erase=erase)

    async def _close(self, *, erase: bool = False) -> None:
        for task in (self._opening, self._running):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        for kept in (self.outbox, self.portfolio):
            if kept is not None:
                kept.close()
        if erase and self.storage is not None and self._owner is not None:
            await self._erase(self.storage, self._owner)
        if self._lock is not None:
            self._lock.release()
        self.outbox = self.portfolio = self.synchronising = None
        self._opening = self._running = self._lock = self._owner = None
        self._copies = {}
        self.state, self.failure = "nothing", None

    async def _erase(self, storage: Storage, owner: Owner) -> None:
        """Not where another window has it: that one erases it when it hears of it."""
        self._lock = self._lock or storage.lock()
        if await self._lock.take():
            keeping = storage.pocket.of(owner)
            erase_portfolio(keeping)
            await keeping.flush(PORTFOLIO)

    def held(self, ask: Callable[[Portfolio], T | None]) -> T | None:
        """What the device holds of it; None where it holds nothing, or was never filled."""
        portfolio = self.portfolio
        if portfolio is None or portfolio.read_at is None:
            return None
        return ask(portfolio)

    def known(self, ask: Callable[[Portfolio], T | None]) -> Known[T] | None:
        """The same with the instant that it is of."""
        read_at = self.held(lambda portfolio: portfolio.read_at)
        value = self.held(ask)
        if read_at is None or value is None:
            return None
        return Known(value, read_at, is_held=True)

    def of_client(self, client_id: UUID, tell: Callable[[ClientCopy], T | None]) -> Known[T] | None:
        """What its copy tells, where the client is held."""
        copy = self.copy(client_id)
        return None if copy is None else self.known(lambda _: tell(copy))

    def copy(self, client_id: UUID) -> ClientCopy | None:
        if client_id not in self._copies:
            if len(self._copies) >= COPIES_READ:
                self._copies = {}
            self._copies[client_id] = self.held(lambda portfolio: portfolio.copy(client_id))
        return self._copies[client_id]

    def nudge(self) -> None:
        """Something was entered, or the server tells that something changed."""
        if self.synchronising is not None:
            self.synchronising.nudge()

    def wake(self) -> None:
        """The network is back, or the person asks: nothing rests any more."""
        if self.synchronising is not None:
            self.synchronising.wake()

    async def erase_clients(self) -> None:
        """They go from the device, and nothing is read before `read_clients`."""
        if self.portfolio is not None and self.synchronising is not None:
            self.synchronising.reads = False
            await self.portfolio.erase()
            self._copies = {}
            self.told()

    def read_clients(self) -> None:
        """Now, and from now on."""
        if self.synchronising is not None:
            self.synchronising.reads = True
            self.wake()

    def told(self) -> None:
        """What is drawn of it is drawn anew."""
        self.changes += 1

    def _page_is_in(self, page: Changes) -> None:
        self._copies = {}
        self.told()
        self.on_page(page)


def _nobody(*_: object) -> None:
    """Nobody listens yet."""


def _machine_day() -> date:
    return datetime.now(UTC).astimezone().date()
