"""Facts as any process writes them, and the history as it stands."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import asyncpg

from backend.activity.service import NOBODY, Fact, record
from backend.activity.verifying import Verified, verify
from backend.database.transaction import fetch_all, fetch_value, transaction
from shared.ids import new_id

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


async def write(*kinds: str, why: str | None = None) -> None:
    """A transaction of these facts."""
    async with transaction():
        await record(*(Fact(kind=kind, why=why) for kind in kinds), by=NOBODY, at=NOW)


async def write_on(connection: asyncpg.Connection, kind: str = "noted") -> UUID:
    """On a connection of the test's own, whose transaction the test ends."""
    id_ = new_id()
    await connection.execute(
        "INSERT INTO activity (id, recorded_at, said_at, kind) VALUES ($1, $2, $2, $3)",
        id_,
        NOW,
        kind,
    )
    return id_


@asynccontextmanager
async def writer(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of somebody else's."""
    connection = await asyncpg.connect(database_url)
    try:
        yield connection
    finally:
        await connection.close()


async def positions() -> list[int]:
    rows = await fetch_all("SELECT position FROM sealed_fact ORDER BY position")
    return [row["position"] for row in rows]


async def is_whole() -> Verified:
    """Verifies that every committed fact has its place, once, and nothing else has."""
    verified = await verify()
    assert verified.findings == []
    facts = await fetch_value("SELECT count(*) FROM activity")
    assert await positions() == list(range(1, facts + 1))
    assert verified.head.position == facts
    assert await fetch_value("SELECT count(*) FROM unsealed_fact") == 0
    return verified


async def python(script: str, database_url: str, data: Path) -> asyncio.subprocess.Process:
    """A process of its own that runs `async def main()` of the script on the database."""
    opened = f"""
import asyncio
from pathlib import Path
from backend.database.opening import open_database
from backend.settings import Settings

{script}

async def on_the_database():
    async with open_database(Settings(data=Path({str(data)!r}), database_url={database_url!r})):
        await main()

asyncio.run(on_the_database())
"""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", opened),
        cwd=Path(__file__).parents[2],
        env=dict(os.environ),
        stdout=asyncio.subprocess.PIPE,
    )


async def said(process: asyncio.subprocess.Process) -> str:
    """The next line of its output."""
    assert process.stdout is not None
    async with asyncio.timeout(30):
        return (await process.stdout.readline()).decode().strip()
