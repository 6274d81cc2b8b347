"""One writer on a device: tried with two real processes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mobile.sync.file_lock import FileLock
from mobile.sync.writing import NoLock

pytestmark = pytest.mark.anyio

HOLDER = """
import asyncio, sys
from pathlib import Path
from mobile.sync.file_lock import FileLock

async def hold():
    async with FileLock(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.readline()

asyncio.run(hold())
"""


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """That holds the lock until it is told something."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


async def test_only_one_process_writes_and_the_next_follows_at_once(tmp_path: Path):
    lock = FileLock(tmp_path / "writer")
    with another_process(tmp_path / "writer") as other:
        assert not await lock.take()
        waiting = asyncio.create_task(lock.wait())
        assert other.stdin is not None
        other.stdin.write("done\n")
        other.stdin.flush()
        await asyncio.wait_for(waiting, 10)
        assert await lock.take()
    lock.release()


async def test_a_process_that_is_killed_lets_go(tmp_path: Path):
    lock = FileLock(tmp_path / "writer")
    with another_process(tmp_path / "writer") as other:
        assert not await lock.take()
        other.kill()
        await asyncio.wait_for(lock.wait(), 10)
    async with lock:
        assert not await FileLock(tmp_path / "writer").take()
    async with FileLock(tmp_path / "writer"):
        assert not await lock.take()
    lock.release()


async def test_a_session_in_memory_writes_alone():
    lock = NoLock()
    assert await lock.take()
    await lock.wait()
    lock.release()
