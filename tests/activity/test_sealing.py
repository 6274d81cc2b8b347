"""The sealer gives every committed fact its place, once, whoever writes and seals beside it."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from backend.activity import queries
from backend.activity.sealing import SEALED_AT_ONCE, head, keep_sealing, seal
from backend.activity.service import NOBODY, Fact, record
from backend.database.engine import ENGINE
from backend.database.migrate import migrate
from backend.database.transaction import execute, fetch_all, fetch_value, transaction
from tests.activity.written import NOW, is_whole, positions, write, write_on, writer
from tests.database.conftest import blank_database, engine_set_aside

__all__ = ["blank_database", "engine_set_aside"]

pytestmark = pytest.mark.anyio


async def test_facts_are_numbered_from_1_and_chained(database):
    await write("a", "b")
    await write("c")
    assert (await head()).position == 3
    rows = await queries.sealed_after(1, 10)
    assert [(row["position"], row["kind"]) for row in rows] == [(2, "b"), (3, "c")]
    await is_whole()


async def test_an_empty_history_has_a_head_too(database):
    assert str(await head()) == f"0:{'0' * 64}"


async def test_sealing_again_changes_nothing(database):
    await write("a")
    first = await head()
    assert await head() == first


async def test_more_facts_than_are_sealed_at_once(database):
    await write(*("x" for _ in range(2 * SEALED_AT_ONCE + 7)))
    await seal()
    await is_whole()


async def test_what_is_not_committed_waits_and_holds_up_nobody(database, database_url):
    async with writer(database_url) as slow:
        trial = slow.transaction()
        await trial.start()
        early = await write_on(slow)
        await write("later")
        await seal()
        assert await positions() == [1]
        await trial.commit()
    await seal()
    [late] = await queries.sealed_after(1, 10)
    assert late["id"] == early  # the older id, after the younger
    await is_whole()


async def test_no_writer_waits_for_a_sealer(database, database_url):
    await write("a")
    async with writer(database_url) as other, transaction():
        await queries.hold_sealing()
        await queries.unsealed(None, 1)
        await other.execute("SET statement_timeout = '5s'")
        await write_on(other)
        assert await other.fetchval("SELECT count(*) FROM activity") == 2
    await is_whole()


async def test_a_fact_that_was_undone_is_never_sealed(database, database_url):
    async with writer(database_url) as other:
        trial = other.transaction()
        await trial.start()
        await write_on(other)
        await trial.rollback()
    await write("a")
    await is_whole()


async def test_the_sealer_of_a_server_seals_when_it_is_woken(database, database_url):
    woken, sealed = asyncio.Event(), asyncio.Event()
    async with writer(database_url) as listener:
        await listener.add_listener("encours_sealed", lambda *_: sealed.set())
        sealer = asyncio.create_task(keep_sealing(woken))
        try:
            await write("a")
            woken.set()
            async with asyncio.timeout(10):
                await sealed.wait()
        finally:
            sealer.cancel()
            await asyncio.gather(sealer, return_exceptions=True)
    assert await positions() == [1]


async def test_the_facts_a_database_already_had_are_sealed_too(blank_database):
    """Written before there was a sealer, they waited for nobody."""
    known = migrate.__globals__["migrations"]()
    before = [one for one in known if one.id < "2026-11-22T17:03:00"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.database.migrate.migrations", lambda: before)
        await migrate()
    async with transaction():
        await record(Fact(kind="a"), Fact(kind="b"), by=NOBODY, at=NOW)
    await migrate()
    assert ENGINE is blank_database
    await seal()
    rows = await fetch_all(
        "SELECT kind FROM sealed_fact JOIN activity ON id = fact ORDER BY position"
    )
    assert [row["kind"] for row in rows] == ["a", "b"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sealed_fact SET hash = ''",
        "UPDATE sealed_fact SET salt = NULL",
        "DELETE FROM sealed_fact",
        "TRUNCATE sealed_fact",
    ],
)
async def test_no_place_in_the_history_is_altered(statement, database):
    await write("a")
    await seal()
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await execute(statement)
    assert await fetch_value("SELECT count(*) FROM sealed_fact") == 1
