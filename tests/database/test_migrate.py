"""One linear history: run once, by one process at a time, and never backwards in release."""

import asyncio

import asyncpg
import pytest
from piccolo.apps.migrations.tables import Migration as PiccoloMigration
from piccolo.table import Table

from backend.database import columns
from backend.database import migrate as migrate_module
from backend.database.drift import drift
from backend.database.errors import DatabaseUnavailable
from backend.database.migrate import ADVISORY_LOCK, Migration, migrate, migrations
from backend.database.piccolo_app import APP_CONFIG
from backend.database.transaction import execute, fetch_all, fetch_value

pytestmark = pytest.mark.anyio


@pytest.fixture
def history(monkeypatch):
    """A history of its own for a test: `history(id, statement, …)`."""

    def write(*entries):
        monkeypatch.setattr(
            migrate_module,
            "migrations",
            lambda: [Migration(entry, runs(sql)) for entry, sql in entries],
        )

    return write


def runs(sql):
    async def forwards():
        await execute(sql)

    return forwards


async def test_the_history_has_distinct_ids_in_order():
    ids = [migration.id for migration in migrations()]
    assert ids == sorted(set(ids))
    assert ids


@pytest.mark.usefixtures("blank_database")
async def test_it_runs_all_of_it_once():
    assert await migrate() == [migration.id for migration in migrations()]
    assert await migrate() == []


@pytest.mark.usefixtures("blank_database")
async def test_two_at_once_run_it_once():
    first, second = await asyncio.gather(migrate(), migrate())
    assert sorted(first + second) == [migration.id for migration in migrations()]


@pytest.mark.usefixtures("blank_database")
async def test_a_migration_that_fails_leaves_nothing_and_is_run_again(history):
    history(("1", "CREATE TABLE one ()"), ("2", "CREATE TABLE one ()"))
    with pytest.raises(asyncpg.DuplicateTableError):
        await migrate()
    history(("1", "CREATE TABLE one ()"), ("2", "CREATE TABLE two ()"))
    assert await migrate() == ["2"]


@pytest.mark.usefixtures("blank_database")
async def test_a_database_of_a_newer_release_is_refused(history):
    history(("1", "CREATE TABLE one ()"), ("2", "CREATE TABLE two ()"))
    await migrate()
    history(("1", "CREATE TABLE one ()"))
    with pytest.raises(DatabaseUnavailable, match=r"newer release of Encours \(migration 2\)"):
        await migrate()


async def test_another_process_that_does_not_end_is_told(blank_database, monkeypatch):
    monkeypatch.setattr(migrate_module, "OTHERS_MOST", "50ms")
    async with blank_database.live_pool().borrowed() as other:
        await other.execute("SELECT pg_advisory_lock($1)", ADVISORY_LOCK)
        with pytest.raises(DatabaseUnavailable, match="Another process has been migrating"):
            await migrate()
        await other.execute("SELECT pg_advisory_unlock($1)", ADVISORY_LOCK)


async def test_a_table_in_use_is_not_waited_for_without_end(blank_database, history, monkeypatch):
    monkeypatch.setattr(migrate_module, "TABLE_LOCK_MOST", "50ms")
    history(("1", "CREATE TABLE busy ()"))
    await migrate()
    history(("1", "CREATE TABLE busy ()"), ("2", "ALTER TABLE busy ADD COLUMN late int"))
    async with blank_database.live_pool().borrowed() as other:
        await other.execute("BEGIN; SELECT FROM busy")
        with pytest.raises(DatabaseUnavailable, match="waited 50ms for a table in use"):
            await migrate()
        await other.execute("ROLLBACK")
    assert await migrate() == ["2"]


@pytest.mark.usefixtures("database")
async def test_piccolo_itself_agrees_on_what_has_run():
    ran = await PiccoloMigration.get_migrations_which_ran(app_name="encours")
    assert sorted(ran) == [migration.id for migration in migrations()]


@pytest.mark.usefixtures("database")
async def test_the_tables_and_the_migrations_agree():
    assert await drift(APP_CONFIG.table_classes) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("ALTER TABLE client DROP COLUMN town", "a migration is missing: client.town text"),
        ("ALTER TABLE client ADD COLUMN mood text", "no table declares: client.mood text"),
        ("ALTER TABLE client ALTER COLUMN code DROP NOT NULL", "client.code text not null"),
        ("ALTER TABLE document ALTER COLUMN amount SET DEFAULT 0", "document.amount numeric"),
        ("ALTER TABLE document DROP CONSTRAINT document_identity", "document UNIQUE"),
    ],
)
@pytest.mark.usefixtures("blank_database")
async def test_a_change_by_hand_is_drift(change, told):
    await migrate()
    await execute(change.replace("DROP COLUMN town", "DROP COLUMN town CASCADE"))
    found = await drift(APP_CONFIG.table_classes)
    assert any(told in line for line in found), found
    assert await fetch_value("SELECT to_regnamespace('drift_scratch')") is None


@pytest.mark.usefixtures("database")
async def test_a_table_nobody_migrated_is_drift():
    class Forgotten(Table):
        id = columns.key()

    found = await drift([*APP_CONFIG.table_classes, Forgotten])
    assert any("Forgotten" in line for line in found)
    assert any("forgotten.id uuid not null" in line for line in found)
    assert await fetch_all("SELECT FROM pg_class WHERE relname = 'forgotten'") == []
