"""A table of no module, to try transactions on."""

import secrets

import asyncpg
import pytest

from backend.database.engine import ENGINE
from backend.database.transaction import execute


@pytest.fixture
async def notes(database):
    """A table `note` whose `word` is unique, checked when the transaction commits."""
    await execute(
        "CREATE TABLE note (word text, CONSTRAINT note_said_once UNIQUE (word)"
        " DEFERRABLE INITIALLY DEFERRED)"
    )
    yield
    await execute("DROP TABLE note")


@pytest.fixture
async def engine_set_aside(open_engine):
    """The session's connection put away for a test that opens one of its own."""
    kept = {name: getattr(ENGINE, name) for name in ("_pool", "_place", "config")}
    await ENGINE.live_pool().tidied()
    ENGINE._pool = None
    yield
    assert not ENGINE.is_open
    for name, value in kept.items():
        setattr(ENGINE, name, value)


@pytest.fixture
async def blank_database(engine_set_aside, database_server):
    """The engine on a database with nothing in it, dropped at the end."""
    name = f"blank_{secrets.token_hex(6)}"
    maintenance = await asyncpg.connect(**(database_server | {"database": "postgres"}))
    await maintenance.execute(f"CREATE DATABASE {name}")
    await ENGINE.open(database_server | {"database": name}, place=name, pool_size=4)
    try:
        yield ENGINE
    finally:
        await ENGINE.close()
        await maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await maintenance.close()
