"""What the tests of transactions write, read and raise."""

import asyncio

from backend.database.engine import ENGINE
from backend.database.transaction import (
    execute,
    transaction,
)


class Trouble(Exception):  # noqa: N818
    pass


async def note(word):
    await execute("INSERT INTO note VALUES ($1)", word)


async def noted():
    """What others see: asked on a connection outside any transaction of ours."""
    async with ENGINE.live_pool().borrowed() as other:
        return [row["word"] for row in await other.fetch("SELECT word FROM note ORDER BY word")]


async def write_twice():
    async with transaction():
        await note("outer")
        async with transaction():
            await note("inner")
        await note("last")


async def within_turns(turns):
    """Runs an inner block in this very task, cancelled after some turns of the loop."""
    me = asyncio.current_task()
    assert me is not None

    async def interrupt():
        for _ in range(turns):
            await asyncio.sleep(0)
        me.cancel()

    interruption = asyncio.create_task(interrupt())
    try:
        async with transaction():
            await note("inner")
    except asyncio.CancelledError:
        me.uncancel()
        return False
    interruption.cancel()
    await asyncio.gather(interruption, return_exceptions=True)
    return True


async def kill(pid):
    async with ENGINE.live_pool().borrowed() as other:
        await other.execute("SELECT pg_terminate_backend($1, 5000)", pid)
