# ruff: noqa: PT012 - what is tried is a whole block, which raises at its end
"""Transactions that are cut off: a commit that fails, a cancellation, a killed backend."""

import asyncio

import asyncpg
import pytest

from backend.database.engine import ENGINE
from backend.database.errors import TransactionUndone
from backend.database.lost import UNUSABLE
from backend.database.transaction import (
    execute,
    fetch_value,
    transaction,
)
from tests.database.notes import Trouble, kill, note, noted, within_turns, write_twice

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("notes")]


async def test_a_commit_that_fails_raises_and_keeps_no_connection():
    for _ in range(ENGINE.live_pool().size_most + 2):
        with pytest.raises(asyncpg.UniqueViolationError):
            async with transaction():
                await note("twice")
                await note("twice")
    assert await noted() == []


async def test_a_failed_statement_whose_error_was_caught_is_not_taken_for_a_success():
    with pytest.raises(TransactionUndone):
        async with transaction():
            await note("lost")
            with pytest.raises(asyncpg.UndefinedTableError):
                await execute("INSERT INTO nowhere VALUES (1)")
    assert await noted() == []


async def test_the_same_inside_an_inner_block_undoes_that_block_only():
    async with transaction():
        await note("outer")
        with pytest.raises(TransactionUndone):
            async with transaction():
                await note("inner")
                with pytest.raises(asyncpg.UndefinedTableError):
                    await execute("INSERT INTO nowhere VALUES (1)")
    assert await noted() == ["outer"]


async def test_cancelled_at_any_await_it_is_all_or_nothing_and_keeps_no_connection():
    """The task is cancelled after 0, 1, 2 … turns of the loop until it ends before that."""
    turns, ended = 0, False
    while not ended:
        task = asyncio.create_task(write_twice())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        outcome = (await asyncio.gather(task, return_exceptions=True))[0]
        await ENGINE.live_pool().tidied()
        assert ENGINE.live_pool().lent == 0
        words = await noted()
        assert words in ([], ["inner", "last", "outer"])
        ended = outcome is None
        assert not ended or words
        turns += 1
        await execute("DELETE FROM note")
    assert turns > 5


async def test_an_inner_block_cancelled_at_any_moment_is_undone_or_undoes_all():
    """A timeout around an inner block, caught outside it, as a patient caller would."""
    finished = False
    for turns in range(200):
        kept = True
        try:
            async with transaction():
                await note("outer")
                finished = await within_turns(turns)
        except TransactionUndone:
            kept = False
        words = await noted()
        assert words == (["outer", *(["inner"] if finished else [])][::-1] if kept else [])
        await execute("DELETE FROM note")
        if finished:
            return
    pytest.fail("the inner block never ended")


async def test_a_killed_backend_raises_and_the_next_transaction_works():
    for _ in range(ENGINE.live_pool().size_most + 2):
        with pytest.raises(UNUSABLE):
            async with transaction():
                await note("lost")
                await kill(await fetch_value("SELECT pg_backend_pid()"))
                await note("never")
    async with transaction():
        await note("fine")
    assert await noted() == ["fine"]


async def test_a_backend_killed_in_an_inner_block_ends_the_outer_one_too():
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TransactionUndone)):
        async with transaction():
            await note("lost")
            with pytest.raises(Trouble):
                async with transaction():
                    await kill(await fetch_value("SELECT pg_backend_pid()"))
                    raise Trouble
    assert await noted() == []


async def test_the_error_of_the_block_is_the_one_that_is_told():
    with pytest.raises(Trouble):
        async with transaction():
            await kill(await fetch_value("SELECT pg_backend_pid()"))
            raise Trouble
