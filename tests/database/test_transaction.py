# ruff: noqa: PT012 - what is tried is a whole block, which raises at its end
"""What a transaction promises: all or nothing, real nesting, and no connection ever kept.

The `database` fixture itself fails a test after which a connection is missing from the pool.
"""

import asyncio

import asyncpg
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from backend.database.engine import ENGINE
from backend.database.errors import TransactionMisuse
from backend.database.transaction import (
    connection,
    copy_rows,
    execute,
    execute_many,
    fetch_all,
    fetch_one,
    fetch_value,
    stream,
    transaction,
)
from tests.database.notes import Trouble, note, noted, write_twice

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("notes")]


async def test_what_a_transaction_wrote_is_there_after_it_and_not_before():
    async with transaction():
        await note("kept")
        assert await noted() == []
    assert await noted() == ["kept"]


async def test_an_error_undoes_all_of_it_and_goes_on():
    with pytest.raises(Trouble):
        async with transaction():
            await note("lost")
            raise Trouble
    assert await noted() == []


async def test_reads_inside_see_what_was_written_inside():
    async with transaction():
        await note("mine")
        assert await fetch_value("SELECT word FROM note") == "mine"
        assert tuple(await fetch_one("SELECT word FROM note") or ()) == ("mine",)
        assert len(await fetch_all("SELECT word FROM note")) == 1
        async with connection() as borrowed:
            assert await borrowed.fetchval("SELECT count(*) FROM note") == 1


async def test_piccolo_runs_on_the_transaction_too():
    with pytest.raises(Trouble):
        async with transaction():
            await ENGINE.run_ddl("INSERT INTO note VALUES ('by piccolo')")
            assert await fetch_value("SELECT word FROM note") == "by piccolo"
            raise Trouble
    assert await noted() == []


async def test_an_inner_failure_is_undone_while_the_outer_commits():
    async with transaction():
        await note("before")
        with pytest.raises(Trouble):
            async with transaction():
                await note("inner")
                raise Trouble
        await note("after")
    assert await noted() == ["after", "before"]


async def test_an_inner_statement_that_fails_leaves_the_outer_usable():
    async with transaction():
        await note("before")
        with pytest.raises(asyncpg.UndefinedTableError):
            async with transaction():
                await execute("INSERT INTO nowhere VALUES (1)")
        await note("after")
    assert await noted() == ["after", "before"]


async def test_an_outer_failure_undoes_what_an_inner_block_had_ended():
    with pytest.raises(Trouble):
        async with transaction():
            async with transaction():
                await note("inner")
            raise Trouble
    assert await noted() == []


@given(plan=st.recursive(st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=8))
@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_any_nesting_keeps_exactly_what_no_failing_block_encloses(plan):
    """A list is a block, True a note written in it, False a failure that ends it."""
    words = iter(f"{number:04}" for number in range(1000))

    async def play(block):
        kept = []
        try:
            async with transaction():
                for step in block:
                    if step is True:
                        word = next(words)
                        await note(word)
                        kept.append(word)
                    elif step is False:
                        raise Trouble  # noqa: TRY301 - the block must end so
                    else:
                        kept += await play(step)
        except Trouble:
            return []
        return kept

    await execute("DELETE FROM note")
    expected = await play(plan if isinstance(plan, list) else [plan])
    assert await noted() == sorted(expected)


async def test_another_task_cannot_use_the_transaction_it_was_started_in():
    async with transaction():
        with pytest.raises(TransactionMisuse):
            await asyncio.create_task(fetch_value("SELECT 1"))
        with pytest.raises(TransactionMisuse):
            await asyncio.create_task(write_twice())
        await note("mine")
    assert await noted() == ["mine"]


async def test_a_task_that_outlives_the_transaction_works_on_its_own():
    over = asyncio.Event()

    async def later():
        await over.wait()
        await write_twice()

    async with transaction():
        task = asyncio.create_task(later())
    over.set()
    await task
    assert await noted() == ["inner", "last", "outer"]


async def test_transactions_of_several_tasks_are_apart():
    async def one(word):
        async with transaction():
            await note(word)
            await asyncio.sleep(0)
            if word.startswith("bad"):
                raise Trouble

    words = [f"{kind}-{number:02}" for kind in ("good", "bad") for number in range(30)]
    await asyncio.gather(*map(one, words), return_exceptions=True)
    assert await noted() == [word for word in words if word.startswith("good")]


async def test_the_isolation_asked_for_is_the_one_given():
    async with transaction(isolation="serializable"):
        assert await fetch_value("SHOW transaction_isolation") == "serializable"
        async with transaction(isolation="serializable"):
            pass
    async with transaction():
        assert await fetch_value("SHOW transaction_isolation") == "read committed"
        with pytest.raises(TransactionMisuse):
            async with transaction(isolation="repeatable read"):
                pass


async def test_repeatable_read_does_not_see_what_others_commit_meanwhile():
    async with transaction(isolation="repeatable read"):
        assert await fetch_value("SELECT count(*) FROM note") == 0
        async with ENGINE.live_pool().borrowed() as other:
            await other.execute("INSERT INTO note VALUES ('meanwhile')")
        assert await fetch_value("SELECT count(*) FROM note") == 0


async def test_many_rows_go_in_by_one_call_and_come_out_in_pieces():
    async with transaction():
        assert await copy_rows("note", ["word"], ((f"{n:05}",) for n in range(2000))) == 2000
        await execute_many("INSERT INTO note VALUES ($1)", [("x",), ("y",)])
        seen = [row["word"] async for row in stream("SELECT word FROM note ORDER BY word")]
    assert len(seen) == 2002
    assert seen == sorted(seen)


async def test_a_stream_outside_a_transaction_is_refused():
    with pytest.raises(TransactionMisuse):
        async for _ in stream("SELECT 1"):
            pass
