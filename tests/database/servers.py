"""Data folders and servers of their own for the tests of the embedded PostgreSQL."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg

from backend.database.embedded import EmbeddedPostgres
from backend.database.postmaster import stop_postmaster, wait_until
from tests.database_fixtures import quick_folder

CHECKOUT = Path(__file__).parents[2]


@contextmanager
def folder_of_its_own() -> Iterator[Path]:
    """A folder the database's account can enter, which pytest's own are not for root's tests."""
    parent = Path(tempfile.mkdtemp(prefix="encours-test-", dir=quick_folder()))
    parent.chmod(0o755)
    data = parent / "data"
    try:
        yield data
    finally:
        # Asked to stop, not killed: a killed server leaves its shared memory to the next one.
        for cluster in parent.rglob("postgres/PG_VERSION"):
            stop_postmaster(cluster.parent)
        shutil.rmtree(parent)


def server_processes(data: Path) -> list[int]:
    """The postmaster and all its children, told by the folder they work in."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").samefile(data / "postgres"):
                found.append(int(process.name))
        except OSError:
            continue  # it ended meanwhile, or is not ours
    return found


def kill_everything(data: Path) -> None:
    """As if the power went: nobody gets to say goodbye."""
    for pid in server_processes(data):
        with suppress(ProcessLookupError):  # a helper that ended by itself meanwhile
            os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: not [p for p in server_processes(data) if alive(p)], 10)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def another_process(data: Path, then: str) -> Iterator[subprocess.Popen[str]]:
    """Another Encours on the same folder; `then` is what it does with its `server` started."""
    program = (
        "import sys, asyncio, asyncpg\n"
        "from pathlib import Path\n"
        "from backend.database.embedded import EmbeddedPostgres\n"
        f"server = EmbeddedPostgres(Path({str(data)!r}))\n"
        "options = server.start()\n" + then
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_from(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


async def ask(server: EmbeddedPostgres, *statements: str) -> object:
    """Runs statements in the server's maintenance database; answers the last one's value."""
    connection = await asyncpg.connect(**(server.start() | {"database": "postgres"}))
    try:
        value = None
        for statement in statements:
            value = await connection.fetchval(statement)
        return value
    finally:
        await connection.close()
