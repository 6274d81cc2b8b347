"""Brings the database to this release: one linear history, one process at a time."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg

from backend.database.engine import CONNECTION_FAILURES, ENGINE
from backend.database.errors import DatabaseUnavailable
from backend.database.transaction import execute, fetch_all, transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from backend.database.engine import Engine

APP_NAME = "encours"
FOLDER = Path(__file__).parent / "migrations"
ID_LINE = re.compile(r'ID = "([^"]+)"\n')
ADVISORY_LOCK = 7_230_418_822  # any number nobody else in this database uses
OTHERS_MOST = "120s"  # how long another process may migrate before we give up
TABLE_LOCK_MOST = "5s"  # how long the running release may make a migration wait, and wait for it

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Migration:
    """A file of the history. Its ids sort in the order they were written."""

    id: str
    forwards: Callable[[], Awaitable[Any]]


async def migrate(engine: Engine = ENGINE) -> list[str]:
    """Runs what has not run yet, each migration wholly or not at all; answers their ids.

    Raises:
        DatabaseUnavailable: when a newer release was here, another process is at it for too long,
            or the running release does not let go of a table.
    """
    known = migrations()
    async with one_at_a_time(engine):
        ran = await ids_run()
        newer = sorted(ran - {migration.id for migration in known})
        if newer:
            raise DatabaseUnavailable(
                "The database was migrated by a newer release of Encours "
                f"(migration {newer[-1]}); install that release."
            )
        pending = [migration for migration in known if migration.id not in ran]
        for migration in pending:
            await run(migration)
    return [migration.id for migration in pending]


def migrations() -> list[Migration]:
    """The history, oldest first, read from the files without touching the import path."""
    found = [read_migration(path) for path in FOLDER.glob("*.py") if path.name != "__init__.py"]
    return sorted(found, key=lambda migration: migration.id)


def read_migration(path: Path) -> Migration:
    """Only one that has to run is imported, and Piccolo's machinery with it."""

    async def forwards() -> Any:
        module: Any = importlib.import_module(f"backend.database.migrations.{path.stem}")
        return await module.forwards()

    with path.open(encoding="utf-8") as lines:
        [id_] = [found[1] for found in map(ID_LINE.fullmatch, lines) if found]
    return Migration(id_, forwards)


@contextlib.asynccontextmanager
async def one_at_a_time(engine: Engine) -> AsyncIterator[None]:
    """Holds the advisory lock on a connection of its own, whatever the migrations commit."""
    guard = await asyncpg.connect(**engine.config)
    try:
        await take_advisory_lock(guard)
        yield
    finally:
        await guard.close()  # and so unlocks


async def take_advisory_lock(guard: asyncpg.Connection) -> None:
    try:
        await guard.execute(f"SET lock_timeout = '{OTHERS_MOST}'")
        await guard.execute("SELECT pg_advisory_lock($1)", ADVISORY_LOCK)
    except asyncpg.LockNotAvailableError:
        raise DatabaseUnavailable(
            f"Another process has been migrating the database for {OTHERS_MOST}; "
            "let it end, then start again."
        ) from None


async def ids_run() -> set[str]:
    """What has run, as Piccolo keeps it, so that its own commands agree."""
    await execute(
        "CREATE TABLE IF NOT EXISTS migration ("
        " id serial PRIMARY KEY,"
        " name varchar(200) NOT NULL DEFAULT '',"
        " app_name varchar(200) NOT NULL DEFAULT '',"
        " ran_on timestamp NOT NULL DEFAULT current_timestamp)"
    )
    rows = await fetch_all("SELECT name FROM migration WHERE app_name = $1", APP_NAME)
    return {row["name"] for row in rows}


async def is_current() -> bool:
    """Whether every migration of this release has run; asks, and changes nothing.

    Raises:
        DatabaseUnavailable: when the database does not answer.
    """
    try:
        rows = await fetch_all("SELECT name FROM migration WHERE app_name = $1", APP_NAME)
    except asyncpg.UndefinedTableError:
        return False
    except CONNECTION_FAILURES as error:
        raise DatabaseUnavailable(f"The database does not answer: {error}.") from error
    return {migration.id for migration in migrations()} <= {row["name"] for row in rows}


async def run(migration: Migration) -> None:
    """One migration and its record, in one transaction."""
    try:
        async with transaction():
            await execute(f"SET LOCAL lock_timeout = '{TABLE_LOCK_MOST}'")
            response = await migration.forwards()
            if response is not None:
                # Piccolo prints its progress.
                with contextlib.redirect_stdout(io.StringIO()):
                    await response.run()
            await execute(
                "INSERT INTO migration (name, app_name) VALUES ($1, $2)", migration.id, APP_NAME
            )
    except asyncpg.LockNotAvailableError:
        raise DatabaseUnavailable(
            f"The migration {migration.id} waited {TABLE_LOCK_MOST} for a table in use; "
            "stop the running Encours, or try at a quieter moment."
        ) from None
    logger.info("Migrated the database to %s.", migration.id)
