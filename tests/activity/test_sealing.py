"""The sealer gives every committed fact its place, once, whoever writes and seals beside it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.activity import queries
from backend.activity.sealing import SEALED_AT_ONCE, head, keep_sealing, seal
from backend.activity.service import NOBODY, Fact, record
from backend.database.engine import ENGINE
from backend.database.migrate import migrate
from backend.database.transaction import execute, fetch_all, fetch_value, transaction
from tests.activity.written import NOW, is_whole, positions, python, said, write, write_on
from tests.database.conftest import blank_database, engine_set_aside

__all__ = ["blank_database", "engine_set_aside"]

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def writer(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of somebody else's."""
    connection = await asyncpg.connect(database_url)
    try:
        yield connection
    finally:
        await connection.close()


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


WRITERS = 3
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, WRITERS - 1)),
        st.tuples(st.sampled_from(["commit", "roll back"]), st.integers(0, WRITERS - 1)),
        st.tuples(st.just("seal"), st.just(0)),
    ),
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
async def test_in_whatever_order_writers_commit_every_fact_is_sealed_once(
    steps, database, database_url
):
    async with AsyncExitStack() as stack:
        writers = [await stack.enter_async_context(writer(database_url)) for _ in range(WRITERS)]
        trials = {}
        for step, number in steps:
            if step == "seal":
                await seal()
                assert await positions() == list(range(1, len(await positions()) + 1))
            elif step == "write":
                if number not in trials:
                    trials[number] = writers[number].transaction()
                    await trials[number].start()
                await write_on(writers[number])
            elif number in trials:
                trial = trials.pop(number)
                await (trial.commit() if step == "commit" else trial.rollback())
        for trial in trials.values():
            await trial.commit()
    await is_whole()


SEALS_FOR_EVER = """
from backend.activity.sealing import seal

async def main():
    print("sealing", flush=True)
    while True:
        await seal()
"""


async def test_writers_and_sealers_of_two_processes(database, database_url, tmp_path):
    process = await python(SEALS_FOR_EVER, database_url, tmp_path)

    async def writes() -> None:
        for _ in range(20):
            await write("a", "b")
            await seal()

    try:
        assert await said(process) == "sealing"
        await asyncio.gather(*(writes() for _ in range(4)))
    finally:
        process.kill()
        await process.wait()
    verified = await is_whole()
    assert verified.head.position == 4 * 20 * 2


DIES_MID_SEAL = """
import asyncio
from backend.activity import queries
from backend.activity.sealing import seal

async def hang(position):
    print("sealed, not committed", flush=True)
    await asyncio.Event().wait()

async def main():
    queries.tell_sealed = hang
    await seal()
"""


async def test_a_sealer_killed_in_the_midst_leaves_nothing_half_done(
    database, database_url, tmp_path
):
    await write("a")
    await seal()
    await write("b", "c")
    process = await python(DIES_MID_SEAL, database_url, tmp_path)
    assert await said(process) == "sealed, not committed"
    process.kill()  # -9
    await process.wait()
    async with asyncio.timeout(20):  # the server lets go of its lock by itself
        await seal()
    assert (await is_whole()).head.position == 3


async def test_a_long_transaction_beside_it_stalls_nothing(database, database_url):
    async with writer(database_url) as reader:
        trial = reader.transaction(isolation="repeatable_read")
        await trial.start()
        await reader.fetchval("SELECT count(*) FROM activity")  # its snapshot is taken
        await write_on(reader)
        for number in range(5):
            await write("a")
            assert (await head()).position == number + 1
        await trial.commit()
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
