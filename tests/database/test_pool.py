"""Lending connections: never more than allowed, in turn, and none ever lost."""

import asyncio

import asyncpg
import pytest

from backend.database import pool as pool_module
from backend.database.errors import DatabaseUnavailable
from backend.database.pool import Pool

pytestmark = pytest.mark.anyio


@pytest.fixture
async def pool(database_url):
    pool = Pool(lambda: asyncpg.connect(database_url), size_most=2)
    yield pool
    await pool.tidied()
    assert pool.lent == 0
    await pool.close()


async def test_a_connection_given_back_is_lent_again(pool):
    first = await pool.acquire()
    pool.release(first)
    assert await pool.acquire() is first
    pool.release(first)
    assert pool.size == 1


async def test_what_is_given_back_twice_is_not_lent_twice(pool):
    first = await pool.acquire()
    pool.release(first)
    pool.release(first)
    one, other = await pool.acquire(), await pool.acquire()
    assert one is not other
    pool.release(one)
    pool.release(other)


async def test_there_are_never_more_than_allowed_and_everybody_gets_a_turn(pool):
    async def use():
        async with pool.borrowed() as connection:
            assert pool.size <= 2
            return await connection.fetchval("SELECT pg_backend_pid()")

    pids = await asyncio.gather(*(use() for _ in range(50)))
    assert len(pids) == 50
    assert len(set(pids)) <= 2


async def test_who_stops_waiting_passes_his_turn_on(pool):
    held = [await pool.acquire(), await pool.acquire()]
    waiting = [asyncio.create_task(pool.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    pool.release(held[0])
    waiting[0].cancel()  # in the very turn in which it was handed the connection
    with pytest.raises(asyncio.CancelledError):
        await waiting[0]
    assert await waiting[1] is held[0]
    pool.release(held[1])
    assert await waiting[2] is held[1]
    for connection in held:
        pool.release(connection)


async def test_waiting_has_an_end(pool, monkeypatch):
    monkeypatch.setattr(pool_module, "ACQUIRE_SECONDS_MOST", 0.01)
    held = [await pool.acquire(), await pool.acquire()]
    with pytest.raises(DatabaseUnavailable, match="came free"):
        await pool.acquire()
    for connection in held:
        pool.release(connection)
    async with pool.borrowed() as connection:
        assert await connection.fetchval("SELECT 1") == 1


async def test_a_connection_that_died_makes_room_for_a_new_one(pool):
    held = [await pool.acquire(), await pool.acquire()]
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    held[0].terminate()
    pool.release(held[0])
    fresh = await waiting
    assert await fresh.fetchval("SELECT 1") == 1
    pool.release(fresh)
    pool.release(held[1])
    assert pool.size == 2


async def test_one_that_dies_while_idle_is_not_lent(pool):
    connection = await pool.acquire()
    pool.release(connection)
    connection.terminate()
    async with pool.borrowed() as fresh:
        assert fresh is not connection
        assert await fresh.fetchval("SELECT 1") == 1


async def test_a_failed_opening_leaves_its_place_to_who_waits(database_url):
    failures = [OSError("away")]

    async def connect():
        if failures:
            await asyncio.sleep(0)
            raise failures.pop()
        return await asyncpg.connect(database_url)

    pool = Pool(connect, size_most=1)
    first, second = await asyncio.gather(pool.acquire(), pool.acquire(), return_exceptions=True)
    assert isinstance(first, OSError)
    assert not isinstance(second, BaseException)
    pool.release(second)
    assert pool.size == 1
    await pool.close()


async def test_interrupted_work_is_undone_before_the_connection_is_lent_again(pool):
    connection = await pool.acquire()
    await connection.execute("BEGIN; CREATE TABLE half_done ()")
    query = asyncio.create_task(connection.execute("SELECT pg_sleep(60)"))
    await asyncio.sleep(0.01)
    query.cancel()
    await asyncio.gather(query, return_exceptions=True)
    pool.release(connection, interrupted=True)
    async with asyncio.timeout(5):
        await pool.tidied()
    async with pool.borrowed() as again:
        assert again is connection
        assert not again.is_in_transaction()
        assert await again.fetchval("SELECT to_regclass('half_done')") is None


async def test_a_closed_pool_lends_nothing_and_tells_those_who_wait(database_url):
    pool = Pool(lambda: asyncpg.connect(database_url), size_most=1)
    held = await pool.acquire()
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    await pool.close()
    assert held.is_closed()
    for attempt in (waiting, pool.acquire()):
        with pytest.raises(DatabaseUnavailable):
            await attempt
