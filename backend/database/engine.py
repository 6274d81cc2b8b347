"""Piccolo's engine, bound to our pool and to our transactions.

There is one engine in a process. It exists unconnected from import on, because Piccolo's tables
look for it; `open_database` connects it. One pool lives on one event loop.
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NoReturn

import asyncpg
from piccolo.engine.postgres import PostgresEngine

from backend.database.codecs import set_codecs
from backend.database.errors import DatabaseUnavailable, TransactionMisuse
from backend.database.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from piccolo.query.base import Query
    from piccolo.querystring import QueryString

    from backend.database.pool import Connection
    from backend.database.transaction import Transaction

STATEMENTS_CACHED_MOST = 1_000
IDLE_IN_TRANSACTION_MOST = "5min"

# What asyncpg raises while the server is away, starting, stopping or full.
CONNECTION_FAILURES = (
    OSError,
    asyncpg.CannotConnectNowError,
    asyncpg.ConnectionDoesNotExistError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
)


class Work:
    """What is open on one connection between BEGIN and COMMIT; it belongs to one task."""

    __slots__ = ("connection", "depth", "is_open", "isolation", "owner", "spoilt_by")

    def __init__(self, connection: Connection, isolation: str | None) -> None:
        self.connection = connection
        self.isolation = isolation
        self.owner = asyncio.current_task()
        self.depth = 0
        self.is_open = True
        self.spoilt_by: BaseException | None = None

    def refuse_other_tasks(self) -> None:
        if asyncio.current_task() is not self.owner:
            raise TransactionMisuse(
                "A task used the transaction of the task that started it: open one of its own, "
                "await it in turn, or wait with asyncio.timeout instead of asyncio.wait_for."
            )


CURRENT: ContextVar[Work | None] = ContextVar("work", default=None)


def current_work() -> Work | None:
    """The transaction this code runs in.

    A task started inside a transaction inherits its context: it may go on once that transaction is
    over, but not share its connection before.
    """
    work = CURRENT.get()
    if work is None or not work.is_open:
        return None
    work.refuse_other_tasks()
    return work


class Engine(PostgresEngine):
    """Runs Piccolo's queries on the current transaction's connection, else on the pool."""

    def __init__(self) -> None:
        super().__init__(config={})
        self._pool: Pool | None = None
        self._place = ""
        self.current_transaction = CURRENT  # type: ignore[assignment]  # Piccolo reads it so

    async def check_version(self) -> None:
        """Nothing to ask yet: `open_database` checks the server it opens."""

    async def prep_database(self) -> None:
        """Extensions are made by the migrations."""

    @property
    def is_open(self) -> bool:
        return self._pool is not None

    def live_pool(self) -> Pool:
        """The pool.

        Raises:
            DatabaseUnavailable: before `open_database`, or after its end.
        """
        if self._pool is None:
            raise DatabaseUnavailable("The database is not open.")
        return self._pool

    def refuse_another(self, place: str) -> None:
        """Raises where the engine, being open, cannot serve this caller too."""
        if place != self._place or self.live_pool().loop is not asyncio.get_running_loop():
            raise DatabaseUnavailable(
                "The database is already open, elsewhere or on another event loop."
            )

    async def open(self, config: dict[str, Any], *, place: str, pool_size: int) -> None:
        """Opens the first connection, so that what is wrong shows here.

        Args:
            config: how asyncpg connects.
            place: which database that is, to recognise it when it is opened again inside.
            pool_size: connections of this process, at most.
        """
        if self._pool is not None:
            raise DatabaseUnavailable("The database is already open.")
        pool = Pool(lambda: connect(config), pool_size)
        pool.release(await pool.acquire())
        self._pool, self._place, self.config = pool, place, config

    async def close(self) -> None:
        pool, self._pool, self.config = self._pool, None, {}
        if pool is not None:
            await pool.close()

    async def get_new_connection(self) -> Any:
        """Piccolo asks for one outside the pool for batches only, which are refused."""
        raise NotImplementedError("use backend.database.transaction.stream")

    async def batch(
        self, query: Query[Any, Any], batch_size: int = 100, node: str | None = None
    ) -> NoReturn:
        """Refused: Piccolo's batch swallows the errors of its block and leaves the pool."""
        raise NotImplementedError("use backend.database.transaction.stream")

    async def run_querystring(self, querystring: QueryString, in_pool: bool = True) -> Any:  # noqa: ARG002, FBT001, FBT002 - Piccolo's
        sql, args = querystring.compile_string(engine_type=self.engine_type)
        return await self.fetch(sql, args)

    async def run_ddl(self, ddl: str, in_pool: bool = True) -> Any:  # noqa: ARG002, FBT001, FBT002 - Piccolo's
        return await self.fetch(ddl, ())

    async def fetch(self, sql: str, args: Sequence[Any]) -> list[asyncpg.Record]:
        async with Borrowed(self) as connection:
            return await connection.fetch(sql, *args)

    async def acquire(self) -> Connection:
        """A connection of the pool.

        Raises:
            DatabaseUnavailable: when none comes free in time, or the server is away.
        """
        try:
            return await self.live_pool().acquire()
        except CONNECTION_FAILURES as error:
            raise DatabaseUnavailable(f"The database does not answer: {error}.") from error

    def give_back(self, connection: Connection, error: BaseException | None = None) -> None:
        """Returns a connection at once; `error` is what broke off its last work, if anything."""
        if self._pool is None:
            connection.terminate()
        else:
            broken_off = error is not None and not isinstance(error, asyncpg.PostgresError)
            self._pool.release(connection, interrupted=broken_off)

    def transaction(self, allow_nested: bool = True) -> Transaction:  # type: ignore[override]  # noqa: ARG002, FBT001, FBT002 - Piccolo's
        """Ours; Piccolo's own leaks the connection of a failed commit and fakes nesting."""
        from backend.database.transaction import Transaction  # noqa: PLC0415 - the two are one

        return Transaction()


class Borrowed:
    """The current transaction's connection, else one of the pool for the length of the block."""

    __slots__ = ("_borrowed", "_engine")

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._borrowed: Connection | None = None

    async def __aenter__(self) -> Connection:
        work = current_work()
        if work is not None:
            return work.connection
        self._borrowed = await self._engine.acquire()
        return self._borrowed

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._borrowed is not None:
            self._engine.give_back(self._borrowed, error)


async def connect(config: dict[str, Any]) -> Connection:
    """A connection set up as all of ours are."""
    connection: Connection = await asyncpg.connect(
        **config,
        statement_cache_size=STATEMENTS_CACHED_MOST,
        max_cached_statement_lifetime=0,
        server_settings={
            "application_name": "encours",
            "TimeZone": "UTC",
            # Planning by compiled code never pays for our short statements.
            "jit": "off",
            "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_MOST,
            # Idle connections to a distant server stay known to the firewalls between.
            "tcp_keepalives_idle": "60",
            "tcp_keepalives_interval": "10",
            "tcp_keepalives_count": "6",
        },
    )
    try:
        await set_codecs(connection)
    except BaseException:
        connection.terminate()
        raise
    return connection


ENGINE = Engine()
