"""Opens the database at the start of a process and closes it at its end."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import asyncpg

from backend.database.binaries import EXTENSIONS, OLDEST_MAJOR
from backend.database.embedded import DATABASE, EmbeddedPostgres
from backend.database.engine import CONNECTION_FAILURES, ENGINE, Engine
from backend.database.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from backend.settings import Settings

POOL_SIZE_MOST = 10
POOL_SIZE_LEAST = 2
CONNECTIONS_SHARED = 80  # among all workers; PostgreSQL admits 100 unless told otherwise


@asynccontextmanager
async def open_database(
    settings: Settings, *, pool_size: int | None = None
) -> AsyncIterator[Engine]:
    """The engine, connected to `DATABASE_URL` or to the embedded server, until the block's end.

    Opening again, inside, what is already open answers the same engine.

    Args:
        settings: where the database is.
        pool_size: connections of this process at most; this worker's share where not given.

    Raises:
        DatabaseUnavailable: with one sentence for the operator.
    """
    if ENGINE.is_open:
        ENGINE.refuse_another(place_of(settings))
        yield ENGINE
        return
    async with connection_options(settings) as options:
        await connect(options, place_of(settings), pool_size or fair_share(settings.workers))
        try:
            yield ENGINE
        finally:
            await ENGINE.close()


def fair_share(workers: int) -> int:
    return max(POOL_SIZE_LEAST, min(POOL_SIZE_MOST, CONNECTIONS_SHARED // workers))


def place_of(settings: Settings) -> str:
    return settings.database_url or str(settings.data)


@asynccontextmanager
async def connection_options(settings: Settings) -> AsyncIterator[dict[str, Any]]:
    if settings.database_url is not None:
        yield {"dsn": settings.database_url}
        return
    server = EmbeddedPostgres(settings.data, postgres_bin=settings.postgres_bin)
    options = await asyncio.to_thread(server.start)
    try:
        with reached():
            await make_database(options)
        yield options
    finally:
        await asyncio.to_thread(server.leave)


@contextmanager
def reached() -> Iterator[None]:
    """Turns what the driver says of a server it cannot reach into one sentence."""
    try:
        yield
    except (*CONNECTION_FAILURES, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as e:
        raise DatabaseUnavailable(f"The database cannot be reached: {sentence(e)}.") from e


def sentence(error: Exception) -> str:
    return str(error).strip().splitlines()[0].rstrip(".") if str(error) else type(error).__name__


async def make_database(options: dict[str, Any]) -> None:
    """Makes the embedded server's database where a first start has not yet."""
    maintenance = await asyncpg.connect(**(options | {"database": "postgres"}))
    try:
        found = await maintenance.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", DATABASE)
        if not found:
            await maintenance.execute(f"CREATE DATABASE {DATABASE}")
    except (asyncpg.DuplicateDatabaseError, asyncpg.UniqueViolationError):
        return  # another process was quicker
    finally:
        await maintenance.close()


async def connect(options: dict[str, Any], place: str, pool_size: int) -> None:
    with reached():
        await ENGINE.open(options, place=place, pool_size=pool_size)
    try:
        await check_server(ENGINE)
    except BaseException:
        await ENGINE.close()
        raise


async def check_server(engine: Engine) -> None:
    """Refuses a server that is too old or lacks what search needs."""
    rows = await engine.fetch(
        "SELECT current_setting('server_version_num')::int / 10000 AS major,"
        " current_setting('server_encoding') AS encoding,"
        " ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY($1)) AS extensions",
        [list(EXTENSIONS)],
    )
    major, available = rows[0]["major"], rows[0]["extensions"]
    if major < OLDEST_MAJOR:
        raise DatabaseUnavailable(
            f"The database server is PostgreSQL {major}; Encours needs {OLDEST_MAJOR} or newer."
        )
    if rows[0]["encoding"] != "UTF8":
        raise DatabaseUnavailable(
            f"The database keeps text as {rows[0]['encoding']}; create one with ENCODING 'UTF8'."
        )
    missing = [name for name in EXTENSIONS if name not in available]
    if missing:
        raise DatabaseUnavailable(
            f"The database server lacks the extension {' and '.join(missing)}; "
            "install PostgreSQL's contrib package on it."
        )
