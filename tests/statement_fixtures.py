"""What a test asks the database, statement by statement."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar

import pytest
from asyncpg.connection import LoggedQuery

from backend.database.engine import Engine

Counted = Callable[[], AbstractAsyncContextManager[list[str]]]

COUNTING: ContextVar[list[str] | None] = ContextVar("counting", default=None)
"""A statement is told of in the context of whoever sent it: the sealer's are not the test's."""


def note(query: LoggedQuery) -> None:
    sent = COUNTING.get()
    if sent is not None:
        sent.append(query.query)


@asynccontextmanager
async def counted() -> AsyncIterator[list[str]]:
    """The statements that what is called within the block sends."""
    sent: list[str] = []
    before = COUNTING.set(sent)
    yield sent
    COUNTING.reset(before)
    await asyncio.sleep(0)  # the last is told of in the loop's next turn


@pytest.fixture
async def statements(database: Engine) -> AsyncIterator[Counted]:
    """`async with statements() as sent:` on every connection of the pool: all are opened first."""
    pool = database.live_pool()
    connections = [await pool.acquire() for _ in range(pool.size_most)]
    for connection in connections:
        connection.add_query_logger(note)
        pool.release(connection)
    yield counted
    for connection in connections:
        if not connection.is_closed():
            connection.remove_query_logger(note)
