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

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from asyncpg.pool import PoolConnectionProxy
    from piccolo.query.base import Query
    from piccolo.querystring import QueryString

    from backend.database.transaction import Transaction

    Connection = PoolConnectionProxy[asyncpg.Record]

STATEMENTS_CACHED_MOST = 1_000
IDLE_IN_TRANSACTION_MOST = "5min"
ACQUIRE_SECONDS_MOST = 30.0

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


class PooledConnection(asyncpg.Connection):
    """A connection that is handed back without a round trip.

    Nothing of ours sets anything for the session (SET LOCAL only), and asyncpg rolls back an open
    transaction by itself: the RESET ALL of each release would cost a fifth of a short read.
    """

    def get_reset_query(self) -> str:
        return ""


class Engine(PostgresEngine):
    """Runs Piccolo's queries on the current transaction's connection, else on the pool."""

    pool: asyncpg.Pool[Any] | None

    def __init__(self) -> None:
        super().__init__(config={})
        self.current_transaction = CURRENT  # type: ignore[assignment]  # Piccolo reads it so

    async def check_version(self) -> None:
        """Nothing to ask yet: `open_database` checks the server it opens."""

    async def prep_database(self) -> None:
        """Extensions are made by the migrations."""

    @property
    def is_open(self) -> bool:
        return self.pool is not None

    def live_pool(self) -> asyncpg.Pool[Any]:
        """The pool.

        Raises:
            DatabaseUnavailable: before `open_database`, or after its end.
        """
        if self.pool is None:
            raise DatabaseUnavailable("The database is not open.")
        return self.pool

    async def open(self, config: dict[str, Any], *, pool_size: int) -> None:
        if self.pool is not None:
            raise DatabaseUnavailable("The database is already open.")
        create: Any = asyncpg.create_pool  # the options come as one dictionary
        self.pool = await create(
            **config,
            min_size=min(2, pool_size),
            max_size=pool_size,
            connection_class=PooledConnection,
            init=set_codecs,
            statement_cache_size=STATEMENTS_CACHED_MOST,
            max_cached_statement_lifetime=0,
            server_settings={
                "application_name": "encours",
                "TimeZone": "UTC",
                # Planning by compiled code never pays for our short statements.
                "jit": "off",
                "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_MOST,
            },
        )
        self.config = config

    async def close(self) -> None:
        pool, self.pool, self.config = self.pool, None, {}
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
        pool = self.live_pool()
        try:
            async with asyncio.timeout(ACQUIRE_SECONDS_MOST):
                return await pool.acquire()
        except TimeoutError as error:
            raise DatabaseUnavailable(
                f"No database connection came free in {ACQUIRE_SECONDS_MOST:.0f} seconds."
            ) from error
        except CONNECTION_FAILURES as error:
            raise DatabaseUnavailable(f"The database does not answer: {error}.") from error

    async def give_back(self, connection: Connection) -> None:
        """Shielded by asyncpg: a cancelled task still gives its connection back."""
        if self.pool is not None:
            await self.pool.release(connection)

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
            await self._engine.give_back(self._borrowed)


ENGINE = Engine()
