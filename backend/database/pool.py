"""The connections of one process, lent out one by one.

asyncpg's own pool answers a short read in three times the connection's time: it starts a task and
asks the server to reset the session at every return. Nothing of ours changes the session, so a
connection that did its work well is simply put back, at once and without awaiting anything; one
that was interrupted is tidied up in the background before anybody gets it.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from backend.database.errors import DatabaseUnavailable
from backend.database.lost import UNUSABLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

ACQUIRE_SECONDS_MOST = 30.0
TIDY_SECONDS_MOST = 10.0
CLOSE_SECONDS_MOST = 10.0

logger = logging.getLogger(__name__)


class Pool:
    """At most `size_most` connections, opened as they are needed, on one event loop."""

    def __init__(self, connect: Callable[[], Awaitable[Connection]], size_most: int) -> None:
        self._connect = connect
        self._idle: list[Connection] = []  # the last used first: its caches are warm
        self._lent: set[Connection] = set()
        self._opening = 0
        # Who waits gets a connection, or None for the right to open one.
        self._waiting: deque[asyncio.Future[Connection | None]] = deque()
        self._tidying: set[asyncio.Task[None]] = set()
        self._closed = False
        self.size_most = size_most
        self.loop = asyncio.get_running_loop()

    @property
    def size(self) -> int:
        """Connections there are, idle or not, those being opened included."""
        return len(self._idle) + len(self._lent) + self._opening

    @property
    def lent(self) -> int:
        """Connections not given back, or not tidied yet."""
        return len(self._lent)

    async def acquire(self) -> Connection:
        """A connection of the caller's own until `release`.

        Raises:
            DatabaseUnavailable: when none comes free in time, or the pool is closed.
        """
        if self._closed:
            raise DatabaseUnavailable("The database is not open.")
        connection = self._pop_idle()
        if connection is None and self.size >= self.size_most:
            connection = await self._wait_for_one()
            if connection is None:
                return await self._open()
        elif connection is None:
            self._opening += 1
            return await self._open()
        self._lent.add(connection)
        return connection

    def release(self, connection: Connection, *, interrupted: bool = False) -> None:
        """Takes a connection back, at once: nothing can get in between.

        Args:
            connection: what `acquire` answered; given back a second time, it is ignored.
            interrupted: its last work was broken off, so that the server may still be at it.
        """
        if connection not in self._lent:
            return
        if connection.is_closed() or self._closed:
            self._drop(connection)
        elif interrupted or connection.is_in_transaction():
            task = self.loop.create_task(self._tidy(connection))
            self._tidying.add(task)
            task.add_done_callback(self._tidying.discard)
        else:
            self._put_back(connection)

    @asynccontextmanager
    async def borrowed(self) -> AsyncIterator[Connection]:
        """A connection beside any transaction, for the length of the block."""
        connection = await self.acquire()
        interrupted = True
        try:
            yield connection
            interrupted = False
        finally:
            self.release(connection, interrupted=interrupted)

    async def tidied(self) -> None:
        """Returns once no interrupted connection is being tidied up any more."""
        while self._tidying:
            await asyncio.gather(*self._tidying, return_exceptions=True)

    async def close(self) -> None:
        """Closes all of them; waits a while for those still lent, then cuts them off."""
        self._closed = True
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(DatabaseUnavailable("The database is being closed."))
        self._waiting.clear()
        await self.tidied()
        if self._lent:
            logger.warning("%d database connections were still in use.", len(self._lent))
        for connection in list(self._lent):
            self._drop(connection)
        idle, self._idle = self._idle, []
        for connection in idle:
            await close_connection(connection)

    def _pop_idle(self) -> Connection | None:
        while self._idle:
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
        return None

    async def _open(self) -> Connection:
        """Opens one; its place is already counted among those being opened."""
        try:
            connection = await self._connect()
        except BaseException:
            self._opening -= 1
            self._let_one_open()
            raise
        self._opening -= 1
        self._lent.add(connection)
        return connection

    async def _wait_for_one(self) -> Connection | None:
        waiter: asyncio.Future[Connection | None] = self.loop.create_future()
        self._waiting.append(waiter)
        try:
            async with asyncio.timeout(ACQUIRE_SECONDS_MOST):
                return await waiter
        except TimeoutError:
            self._decline(waiter)
            raise DatabaseUnavailable(
                f"No database connection came free in {ACQUIRE_SECONDS_MOST:.0f} seconds."
            ) from None
        except BaseException:
            self._decline(waiter)
            raise

    def _decline(self, waiter: asyncio.Future[Connection | None]) -> None:
        """Passes on what a waiter was given at the very moment it stopped waiting."""
        if not waiter.done():
            waiter.cancel()
        elif not waiter.cancelled() and waiter.exception() is None:
            connection = waiter.result()
            if connection is None:
                self._opening -= 1
                self._let_one_open()
            else:
                self.release(connection)

    def _put_back(self, connection: Connection) -> None:
        waiter = self._next_waiting()
        if waiter is None:
            self._lent.discard(connection)
            self._idle.append(connection)
        else:
            waiter.set_result(connection)  # it stays lent, to the next

    def _drop(self, connection: Connection) -> None:
        self._lent.discard(connection)
        connection.terminate()
        self._let_one_open()

    def _let_one_open(self) -> None:
        waiter = self._next_waiting()
        if waiter is not None:
            self._opening += 1
            waiter.set_result(None)

    def _next_waiting(self) -> asyncio.Future[Connection | None] | None:
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                return waiter
        return None

    async def _tidy(self, connection: Connection) -> None:
        """Waits until the server let go of the interrupted work, and undoes it."""
        try:
            async with asyncio.timeout(TIDY_SECONDS_MOST):
                # Outside a transaction this only warns, and asyncpg waits for cancellations first.
                await connection.execute("ROLLBACK")
        except (TimeoutError, *UNUSABLE):
            logger.warning("An interrupted database connection was dropped.", exc_info=True)
            self._drop(connection)
        except BaseException:
            self._drop(connection)
            raise
        else:
            self._put_back(connection)


async def close_connection(connection: Connection) -> None:
    try:
        await connection.close(timeout=CLOSE_SECONDS_MOST)
    except (TimeoutError, *UNUSABLE):
        connection.terminate()
