"""Whoever writes, seals, waits or dies beside it, the sealer omits and repeats nothing."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.activity.sealing import head, seal
from tests.activity.written import is_whole, positions, python, said, write, write_on, writer

pytestmark = pytest.mark.anyio


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
