"""One PostgreSQL for a test session, one database for each worker, emptied for each test.

The server is shared by the xdist workers: the first starts it, the last to leave stops it. The
migrations run once, into a template that every worker's database is copied from.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import asyncpg
import pytest

from backend.activity.queries import SEALING_LOCK
from backend.database.embedded import EmbeddedPostgres
from backend.database.engine import ENGINE, Engine
from backend.database.errors import DatabaseUnavailable
from backend.database.folder import DataFolder, nobody_else_attached
from backend.database.migrate import migrate
from backend.database.opening import open_database
from backend.database.postmaster import stop_postmaster
from backend.settings import Settings

FOLDER_PREFIX = "encours-tests-"
TEMPLATE = "encours_template"
TEMPLATE_LOCK = 5_318_008
POOL_SIZE = 8
EMPTYING_TRIES = 5
MEMORY_BYTES_LEAST = 2 * 1024**3  # containers often have 64 MB


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """One event loop for the whole session: the pool lives on it."""
    return "asyncio"


@pytest.fixture(scope="session")
def database_server(testrun_uid: str) -> Iterator[dict[str, Any]]:
    """How to connect to the session's server, which forgets all at the end."""
    clear_abandoned_servers()
    data = quick_folder() / f"{FOLDER_PREFIX}{testrun_uid}"
    server = EmbeddedPostgres(data, durable=False)
    options = server.start()
    try:
        yield options
    finally:
        server.leave()
        if not server.status().is_running:
            shutil.rmtree(data, ignore_errors=True)


def clear_abandoned_servers() -> None:
    """Stops and forgets the servers of sessions that were killed: nobody holds their marks."""
    for data in quick_folder().glob(f"{FOLDER_PREFIX}*"):
        folder = DataFolder(data)
        with suppress(DatabaseUnavailable, OSError), folder.lock(0):
            mark = os.open(data / "postgres.users", os.O_RDWR)
            try:
                if nobody_else_attached(mark):
                    stop_postmaster(folder.cluster)
                    shutil.rmtree(data)
            finally:
                os.close(mark)


def quick_folder() -> Path:
    """Where files are only in memory, if there is room for them: syncing costs nothing there."""
    memory = Path("/dev/shm")  # noqa: S108 - folders of our own are made in it
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > MEMORY_BYTES_LEAST:
        return memory
    return Path(tempfile.gettempdir())


@pytest.fixture(scope="session")
def database_url(database_server: dict[str, Any], worker_id: str) -> str:
    """The worker's own database, migrated."""
    name = f"encours_{worker_id}_{secrets.token_hex(4)}"
    asyncio.run(copy_template(database_server, name))
    return url_of(database_server, name)


def url_of(options: dict[str, Any], database: str) -> str:
    password, host = quote(options["password"], safe=""), quote(options["host"], safe="")
    return f"postgresql://{options['user']}:{password}@/{database}?host={host}&port=5432"


async def copy_template(options: dict[str, Any], name: str) -> None:
    connection = await asyncpg.connect(**(options | {"database": "postgres"}))
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", TEMPLATE_LOCK)
        if not await connection.fetchval(
            "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate", TEMPLATE
        ):
            await make_template(connection, options)
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    finally:
        await connection.close()


async def make_template(connection: asyncpg.Connection, options: dict[str, Any]) -> None:
    await connection.execute(f"DROP DATABASE IF EXISTS {TEMPLATE}")
    await connection.execute(f"CREATE DATABASE {TEMPLATE}")
    await ENGINE.open(options | {"database": TEMPLATE}, place=TEMPLATE, pool_size=4)
    try:
        await migrate()
    finally:
        await ENGINE.close()
    await connection.execute(f"ALTER DATABASE {TEMPLATE} IS_TEMPLATE true")


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings of an Encours on the worker's database, with a data folder of its own."""
    return Settings(data=tmp_path, database_url=database_url)


@pytest.fixture(scope="session")
async def open_engine(
    database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Engine]:
    """The engine, connected for the whole session."""
    data = tmp_path_factory.mktemp("encours")
    settings = Settings(data=data, database_url=database_url)
    async with open_database(settings, pool_size=POOL_SIZE) as engine:
        yield engine


@pytest.fixture
async def database(open_engine: Engine) -> AsyncIterator[Engine]:
    """A database with nothing in it but what the migrations put there, and the engine on it.

    Fails the test that does not give its connections back.
    """
    await empty(open_engine)
    yield open_engine
    await open_engine.live_pool().tidied()
    assert open_engine.live_pool().lent == 0, "the test kept a database connection"


async def empty(engine: Engine) -> None:
    """Deletes the rows of the tables that have any, behind the triggers that would forbid it.

    A server of another process may still be writing what it was asked last (a file that is being
    loaded): of two who wait for each other PostgreSQL ends one, and if it is us we begin again.
    """
    for _ in range(EMPTYING_TRIES - 1):
        with suppress(asyncpg.DeadlockDetectedError):
            return await emptied(engine)
    return await emptied(engine)


async def emptied(engine: Engine) -> None:
    async with engine.live_pool().borrowed() as connection, connection.transaction():
        await connection.execute(
            "SET LOCAL lock_timeout = '5s'; SET LOCAL session_replication_role = replica"
        )
        # It may be sealing what is deleted here, too.
        await connection.execute("SELECT pg_advisory_xact_lock($1)", SEALING_LOCK)
        tables = await connection.fetch(
            "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace = 'public'::regnamespace AND relname <> 'migration'"
        )
        if not tables:
            return
        filled = await connection.fetch(
            " UNION ALL ".join(
                f"SELECT '{table['name']}' AS name WHERE EXISTS (SELECT FROM {table['name']})"
                for table in tables
            )
        )
        for table in filled:
            await connection.execute(f"DELETE FROM {table['name']}")
