"""Opening: the embedded server or another one, checked before anybody relies on it."""

from dataclasses import replace
from pathlib import Path

import pytest

from backend.database import opening
from backend.database.engine import ENGINE
from backend.database.errors import DatabaseUnavailable
from backend.database.migrate import migrate
from backend.database.opening import fair_share, open_database
from backend.database.transaction import fetch_value
from backend.settings import Settings
from tests.database.servers import folder_of_its_own

pytestmark = pytest.mark.anyio
DEBIANS_OLDEST = Path("/usr/lib/postgresql/15/bin")


async def refusal(settings):
    with pytest.raises(DatabaseUnavailable) as refused:
        async with open_database(settings):
            pytest.fail("it opened")
    assert not ENGINE.is_open
    return str(refused.value)


@pytest.mark.usefixtures("engine_set_aside")
async def test_without_a_url_the_embedded_server_is_started_and_stopped():
    with folder_of_its_own() as data:
        async with open_database(Settings(data=data)):
            assert await fetch_value("SELECT current_database()") == "encours"
        assert not ENGINE.is_open
        assert not (data / "postgres" / "postmaster.pid").exists()


@pytest.mark.usefixtures("engine_set_aside")
async def test_a_url_is_connected_to_and_opened_twice_is_one(settings):
    async with open_database(settings) as outer:
        async with open_database(settings) as inner:
            assert inner is outer
        assert await fetch_value("SELECT 1") == 1


@pytest.mark.usefixtures("engine_set_aside")
async def test_another_database_cannot_be_opened_beside(settings):
    async with open_database(settings):
        with pytest.raises(DatabaseUnavailable, match="already open"):
            async with open_database(replace(settings, database_url="postgresql://elsewhere/x")):
                pass
        assert await fetch_value("SELECT 1") == 1


@pytest.mark.parametrize(("workers", "each"), [(1, 10), (8, 10), (16, 5), (64, 2)])
def test_workers_share_the_connections_the_server_admits(workers, each):
    assert fair_share(workers) == each


@pytest.mark.usefixtures("engine_set_aside")
async def test_before_it_is_opened_there_is_no_database():
    with pytest.raises(DatabaseUnavailable, match="not open"):
        await fetch_value("SELECT 1")


@pytest.mark.usefixtures("engine_set_aside")
async def test_a_server_that_is_away_is_told_without_its_password(settings):
    away = replace(settings, database_url="postgresql://encours:s3cret@127.0.0.1:1/encours")
    sentence = await refusal(away)
    assert "cannot be reached" in sentence
    assert "s3cret" not in sentence


@pytest.mark.usefixtures("engine_set_aside")
async def test_an_unknown_database_is_told(settings, database_url):
    other = replace(settings, database_url=database_url.replace("@/", "@/no_such_"))
    assert "does not exist" in await refusal(other)


@pytest.mark.usefixtures("engine_set_aside")
async def test_a_server_that_is_too_old_is_refused(settings, monkeypatch):
    monkeypatch.setattr(opening, "OLDEST_MAJOR", 99)
    assert "Encours needs 99 or newer" in await refusal(settings)


@pytest.mark.usefixtures("engine_set_aside")
async def test_a_server_without_an_extension_is_refused(settings, monkeypatch):
    monkeypatch.setattr(opening, "EXTENSIONS", ("pg_trgm", "no_such_extension"))
    assert "lacks the extension no_such_extension" in await refusal(settings)


@pytest.mark.skipif(not DEBIANS_OLDEST.exists(), reason="PostgreSQL 15 is not installed here")
@pytest.mark.usefixtures("engine_set_aside")
async def test_the_oldest_version_promised_takes_every_migration():
    with folder_of_its_own() as data:
        async with open_database(Settings(data=data, postgres_bin=DEBIANS_OLDEST)):
            assert await fetch_value("SHOW server_version_num") < "160000"
            assert await migrate()
