"""Imports at the same time, and imports that are cut off."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tracemalloc
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.activity.service import NOBODY
from backend.clock import SystemClock
from backend.database.engine import CURRENT
from backend.database.transaction import execute, fetch_value, transaction
from backend.imports import runs, watching
from backend.imports.loading import Progress
from backend.imports.queries import locks
from backend.imports.service import import_file
from backend.settings import Settings
from shared.contract.imports import ImportOptions
from tests.imports.conftest import Load, StillClock, job_of

pytestmark = pytest.mark.anyio

JUNE = date(2026, 6, 30)
ROWS = tuple(f"C{n};Name {n};F{n};2026-05-01;2026-06-01;{n}.00" for n in range(1, 301))


async def test_two_imports_of_one_file_at_once_load_it_once(load: Load):
    results = await asyncio.gather(*(load("open-items", ROWS, as_of=JUNE) for _ in range(3)))
    assert sorted(result.added for result in results) == [0, 0, 300]
    assert await fetch_value("SELECT count(*) FROM document") == 300
    assert await fetch_value("SELECT array_agg(sequence ORDER BY sequence) FROM import_run") == [
        1,
        2,
        3,
    ]


async def test_imports_wait_for_an_import_under_way(load: Load):
    async with transaction():
        await locks.lock_ledger()
        waiting = asyncio.create_task(in_a_context_of_its_own(load))
        done, _ = await asyncio.wait([waiting], timeout=1.0)
        assert not done
    assert (await waiting).end == "applied"


async def in_a_context_of_its_own(load: Load):
    CURRENT.set(None)
    return await load("open-items", ROWS, as_of=JUNE)


async def test_a_failure_while_writing_leaves_nothing(load: Load):
    await execute(
        "CREATE FUNCTION refuse_the_last() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN RAISE EXCEPTION 'no'; END $$"
    )
    await execute(
        "CREATE TRIGGER refuse_coverage BEFORE INSERT ON import_coverage"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_the_last()"
    )
    try:
        with pytest.raises(asyncpg.RaiseError):
            await load("open-items", ROWS, as_of=JUNE)
    finally:
        await execute("DROP TRIGGER refuse_coverage ON import_coverage")
        await execute("DROP FUNCTION refuse_the_last()")
    for table in ("document", "client", "company", "activity", "import_run", "import_change"):
        assert await fetch_value(f"SELECT count(*) FROM {table}") == 0, table


@pytest.fixture(autouse=True)
async def workers_end(database):
    yield
    await watching.stop_workers()


async def upload(settings: Settings, path: Path) -> Any:
    with path.open("rb") as sent:
        return await runs.take_upload(
            sent,
            kind="open-items",
            file_name="../ledger.csv",
            options=ImportOptions(as_of=JUNE),
            by=NOBODY,
            settings=settings,
            clock=SystemClock.of(settings),
        )


async def until(run_id: UUID, *states: str, settings: Settings):
    async with asyncio.timeout(60):
        while True:
            row = await runs.poll(run_id, SystemClock.of(settings))
            if row["state"] in states:
                return row
            await asyncio.sleep(0.05)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_text(
        "\n".join(("Client;Name;Number;Issue date;Due date;Amount", *ROWS)), encoding="utf-8"
    )
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="finds the worker in /proc")
async def test_a_worker_killed_while_applying_has_applied_nothing(
    load: Load, settings: Settings, file: Path
):
    run = await upload(settings, file)
    await until(run["id"], "previewed", settings=settings)
    async with transaction():
        # The worker stops at the lock that we hold, with everything staged.
        await locks.lock_ledger()
        applying = {"skip_refused": False, "confirm_closing": False}
        claimed = asyncio.create_task(
            own_context(
                runs.apply(
                    run["id"],
                    **applying,
                    by=NOBODY,
                    settings=settings,
                    clock=SystemClock.of(settings),
                )
            )
        )
        await claimed
        pid = await worker_waiting()
        os.kill(pid, signal.SIGKILL)
    row = await until(run["id"], "failed", "applied", settings=settings)
    assert row["state"] == "failed"
    assert "worker-lost" in row["problem"]
    assert await fetch_value("SELECT count(*) FROM document") == 0


async def own_context(work):
    CURRENT.set(None)
    return await work


async def worker_waiting() -> int:
    """The process id of the worker, once it waits for the ledger."""
    async with asyncio.timeout(60):
        while True:
            if await fetch_value(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            ):
                return newest_worker()
            await asyncio.sleep(0.05)


def newest_worker() -> int:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command = (folder / "cmdline").read_bytes().split(b"\0")
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if b"backend.commands.import_worker" in command and parent == os.getpid():
                found.append(int(folder.name))
    return max(found)


async def test_a_run_whose_server_died_too_is_found_failed(load: Load, settings: Settings):
    job = job_of("open-items", Path("gone.csv"))
    long_ago = StillClock().now() - timedelta(days=1)
    await execute(
        "INSERT INTO import_run (id, kind, file_name, file_size, fingerprint, state,"
        " progress_share, requested_at, touched_at, options, matched_columns)"
        " VALUES ($1, 'open-items', 'gone.csv', 1, '', 'applying', 0.5, $2, $2, '{}', '{}')",
        job.run_id,
        long_ago,
    )
    row = await runs.poll(job.run_id, SystemClock.of(settings))
    assert row["state"] == "failed"


async def test_a_large_file_stays_in_little_memory(load: Load, tmp_path: Path):
    """Batches are read one ahead: what is held does not grow with the file."""

    def of(rows: int) -> Path:
        path = tmp_path / f"{rows}.csv"
        with path.open("w") as target:
            target.write("Client;Name;Number;Issue date;Due date;Amount\n")
            target.writelines(
                f"C{n % 500};Name;F{n};2026-05-01;2026-06-01;10.00\n" for n in range(rows)
            )
        return path

    peaks = []
    for rows in (20_000, 60_000):
        path = of(rows)
        tracemalloc.start()
        await import_file(
            job_of("open-items", path, apply=False, as_of=JUNE), StillClock(), Progress()
        )
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.25


async def test_amounts_survive_to_the_last_digit(load: Load):
    await load("open-items", ("C1;N;F1;2026-05-01;2026-06-01;999999999999.99",), as_of=JUNE)
    assert await fetch_value("SELECT amount FROM document") == Decimal("999999999999.99")
