"""The one way to work with the database: transactions, reads, and plain SQL on either.

Services open transactions; queries only call `fetch_*`, `execute` and Piccolo, which all run on the
connection of the transaction they are called in, and on a pooled one outside.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Literal, Self

import asyncpg

from backend.database.engine import CURRENT, ENGINE, Borrowed, Work, current_work
from backend.database.errors import TransactionMisuse, TransactionUndone
from backend.database.lost import UNUSABLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence
    from types import TracebackType

    from asyncpg import Record

    from backend.database.pool import Connection

Isolation = Literal["read committed", "repeatable read", "serializable"]
RECORDS_A_FETCH = 500

logger = logging.getLogger(__name__)


class Transaction:
    """See `transaction`."""

    __slots__ = ("_is_inner", "_isolation", "_work")

    _work: Work

    def __init__(self, isolation: Isolation | None = None) -> None:
        self._isolation = isolation
        self._is_inner = False

    async def __aenter__(self) -> Self:
        outer = current_work()
        if outer is None:
            self._work = await begin(self._isolation)
        else:
            await set_savepoint(outer, self._isolation)
            self._work, self._is_inner = outer, True
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_inner:
            await end_savepoint(self._work, error)
        else:
            await end(self._work, error)


def transaction(*, isolation: Isolation | None = None) -> Transaction:
    """What `async with` makes a transaction of, or inside one a savepoint.

    The end of the block commits; an exception undoes the block and goes on. Undoing an inner block
    leaves the outer one able to commit. Whatever happens, cancellation included, the connection
    goes back to the pool. A transaction belongs to the task that opened it.

    Raises:
        TransactionUndone: at the end, when a statement inside had failed and its error was caught.
        TransactionMisuse: from another task, or when an inner block asks for another isolation.
        DatabaseUnavailable: when no connection can be had.
    """
    return Transaction(isolation)


async def begin(isolation: Isolation | None) -> Work:
    connection = await ENGINE.acquire()
    try:
        await connection.execute(f"BEGIN ISOLATION LEVEL {isolation}" if isolation else "BEGIN")
    except BaseException as interruption:
        ENGINE.give_back(connection, interruption)
        raise
    work = Work(connection, isolation)
    CURRENT.set(work)
    return work


async def end(work: Work, error: BaseException | None) -> None:
    interruption: BaseException | None = None
    try:
        if error is None and work.spoilt_by is None:
            await commit(work.connection)
        else:
            await roll_back(work.connection)
    except TransactionUndone:
        raise
    except BaseException as met:
        interruption = met
        raise
    finally:
        work.is_open = False
        CURRENT.set(None)
        ENGINE.give_back(work.connection, interruption)
    if error is None and work.spoilt_by is not None:
        raise TransactionUndone(
            "The transaction was rolled back: the end of an inner block was interrupted."
        ) from work.spoilt_by


async def commit(connection: Connection) -> None:
    """PostgreSQL answers the COMMIT of a failed transaction with a silent ROLLBACK."""
    if await connection.execute("COMMIT") != "COMMIT":
        raise TransactionUndone("The transaction was rolled back: a statement in it had failed.")


async def roll_back(connection: Connection) -> None:
    """Undoes everything, by dropping the connection where it cannot be asked to.

    The error that made us undo goes on; one met on the way is only logged.
    """
    try:
        await connection.execute("ROLLBACK")
    except UNUSABLE:
        logger.warning("A rollback failed; its connection is dropped.", exc_info=True)
        connection.terminate()


async def set_savepoint(work: Work, isolation: Isolation | None) -> None:
    if isolation not in {None, work.isolation}:
        raise TransactionMisuse(f"An inner block cannot change the isolation to {isolation}.")
    await work.connection.execute(f"SAVEPOINT inner_{work.depth + 1}")
    work.depth += 1


async def end_savepoint(work: Work, error: BaseException | None) -> None:
    """Where the end is interrupted nobody knows if it happened: the whole is undone then."""
    name = f"inner_{work.depth}"
    work.depth -= 1
    try:
        if error is None:
            await release_savepoint(work.connection, name)
        else:
            await undo_savepoint(work.connection, name)
    except TransactionUndone:
        raise
    except BaseException as interruption:
        work.spoilt_by = interruption
        if error is None or not isinstance(interruption, Exception):
            raise
        logger.warning("An inner block could not be undone: all of it will be.", exc_info=True)


async def release_savepoint(connection: Connection, name: str) -> None:
    try:
        await connection.execute(f"RELEASE SAVEPOINT {name}")
    except asyncpg.InFailedSQLTransactionError as failure:
        await undo_savepoint(connection, name)
        raise TransactionUndone(
            "The inner block was rolled back: a statement in it had failed."
        ) from failure


async def undo_savepoint(connection: Connection, name: str) -> None:
    await connection.execute(f"ROLLBACK TO SAVEPOINT {name}; RELEASE SAVEPOINT {name}")


def connection() -> Borrowed:
    """What `async with` gets an asyncpg connection from: the transaction's, else a pooled one."""
    return Borrowed(ENGINE)


async def fetch_all(sql: str, *args: Any) -> list[Record]:
    async with Borrowed(ENGINE) as borrowed:
        return await borrowed.fetch(sql, *args)


async def fetch_one(sql: str, *args: Any) -> Record | None:
    async with Borrowed(ENGINE) as borrowed:
        return await borrowed.fetchrow(sql, *args)


async def fetch_value(sql: str, *args: Any) -> Any:
    """The first column of the first row, None without row."""
    async with Borrowed(ENGINE) as borrowed:
        return await borrowed.fetchval(sql, *args)


async def execute(sql: str, *args: Any) -> str:
    """Runs a statement and answers PostgreSQL's tag: `UPDATE 3`."""
    async with Borrowed(ENGINE) as borrowed:
        return await borrowed.execute(sql, *args)


async def execute_many(sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """Runs a statement for each row: all or nothing, in one round trip for many rows."""
    async with Borrowed(ENGINE) as borrowed:
        await borrowed.executemany(sql, rows)


async def copy_rows(
    table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]] | AsyncIterator[Sequence[Any]]
) -> int:
    """Loads rows by COPY; answers how many."""
    async with Borrowed(ENGINE) as borrowed:
        tag = await borrowed.copy_records_to_table(table, columns=columns, records=rows)
    return int(tag.removeprefix("COPY "))


async def stream(sql: str, *args: Any) -> AsyncIterator[Record]:
    """Rows by and by, in memory that does not grow; inside a transaction only.

    Raises:
        TransactionMisuse: outside a transaction, where the cursor could not live.
    """
    work = current_work()
    if work is None:
        raise TransactionMisuse("stream() reads through a cursor: open a transaction around it.")
    async for record in work.connection.cursor(sql, *args, prefetch=RECORDS_A_FETCH):
        yield record
