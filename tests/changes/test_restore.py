"""A database that was put back, whichever way, is noticed: the device begins anew, no error."""

from __future__ import annotations

import json
import secrets
import subprocess
from typing import Any

import pytest

from backend.activity.sealing import seal
from backend.database.binaries import find_binaries
from backend.database.transaction import connection, execute, fetch_value
from tests.access.world import NOW, make_place, make_viewer
from tests.activity.written import python, said
from tests.database_fixtures import url_of
from tests.edge_fixtures import TEST_SECRET
from tests.makers.comments import make_comment

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

ASKED_THERE = """
import datetime
from uuid import UUID
from backend.changes.service.feed import Asked, changes
from backend.edge.keys import Keys
from backend.identity.service.sessions import viewer_of
from backend.identity.viewer import Bearer
from backend.paging import Cursors
from shared.rules.promise import DEFAULT_POLICY

async def main():
    now = datetime.datetime.fromisoformat("{now}")
    print((await changes(Asked(
        viewer=await viewer_of(Bearer(UUID("{person}"), UUID("{device}"))),
        cursors=Cursors(Keys("{secret}").key("cursor")), after="{after}", limit=100,
        now=now, today=now.date(), policy=DEFAULT_POLICY,
    ))).model_dump_json(), flush=True)
"""


def run(program: str, *options: str) -> None:
    folder = find_binaries(None).folder
    subprocess.run([folder / program, *options], check=True, capture_output=True)


async def test_a_database_restored_from_a_dump_begins_every_device_anew(
    phone_of, database_server, database_url, tmp_path
):
    place = await make_place("QHERE")
    person = await make_viewer("sales", place.branch.id)
    phone = phone_of(person)
    await phone.catch_up()
    await phone.next()
    name, dump = f"restored_{secrets.token_hex(4)}", tmp_path / "dump"
    await execute(f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        run("pg_dump", "--format=custom", f"--file={dump}", database_url)
        restored = url_of(database_server, name)
        run("pg_restore", f"--dbname={restored}", str(dump))
        script = ASKED_THERE.format(
            now=NOW.isoformat(),
            person=person.id,
            device=person.device,
            secret=TEST_SECRET,
            after=phone.cursor,
        )
        asking = await python(script, restored, tmp_path)
        page = json.loads(await said(asking))
        assert await asking.wait() == 0
    finally:
        await execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert page["restart"]
    assert len(page["clients"]) == 2
    assert not (await phone.next())["restart"], "the one it was taken from goes on"


TABLES = (
    "activity",
    "sealed_fact",
    "unsealed_fact",
    "client_version",
    "held_client",
    "device_feed",
    "comment",
    "comment_version",
)


async def kept() -> dict[str, Any]:
    """As the data folder was copied."""
    await seal()
    return {
        table: await fetch_value(f"SELECT coalesce(jsonb_agg(t), '[]') FROM {table} t")
        for table in TABLES
    }


async def put_back(rows: dict[str, Any]) -> None:
    async with connection() as c, c.transaction():
        await c.execute("SET LOCAL session_replication_role = replica")
        for table in TABLES:
            await c.execute(f"DELETE FROM {table}")
            await c.execute(
                f"INSERT INTO {table} SELECT * FROM jsonb_populate_recordset(NULL::{table}, $1)",
                rows[table],
            )


def comments(phone: Any, client: Any) -> list[str]:
    thread = phone.clients[str(client.id)]["thread"]
    return [entry["comment"]["text"] for entry in thread if entry["comment"]]


@pytest.fixture
async def place(app):
    return await make_place("QHERE")


async def test_a_data_folder_put_back_takes_what_never_happened_off_the_device(phone_of, place):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await make_comment(place.client.id, "Avant.")
    await phone.catch_up()
    await phone.next()
    before = await kept()
    await make_comment(place.client.id, "Perdu.")
    await phone.next()
    assert comments(phone, place.client) == ["Perdu.", "Avant."]
    await put_back(before)
    assert (await phone.next())["restart"]
    assert comments(phone, place.client) == ["Avant."]


async def test_a_history_that_went_on_otherwise_is_another_one(phone_of, place):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await phone.catch_up()
    await phone.next()
    before = await kept()
    await make_comment(place.client.id, "Perdu.")
    await phone.next()
    await put_back(before)
    await make_comment(place.client.id, "Autrement.")
    await make_comment(place.sibling.id, "Et encore.")
    assert (await phone.next())["restart"]
    assert comments(phone, place.client) == ["Autrement."]
    assert comments(phone, place.sibling) == ["Et encore."]


async def test_a_database_put_back_as_the_device_left_it_goes_on(phone_of, place):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await phone.catch_up()
    await phone.next()
    before = await kept()
    await make_comment(place.client.id, "Perdu.")
    await put_back(before)
    await make_comment(place.client.id, "Dit à nouveau.")
    page = await phone.next()
    assert not page["restart"]
    assert comments(phone, place.client) == ["Dit à nouveau."]


async def test_a_device_whose_last_pages_the_database_forgot_begins_anew(phone_of, place):
    """Its cursor names a page that follows none which the restored database knows of."""
    phone = phone_of(await make_viewer("sales", place.branch.id), limit=1)
    before = await kept()
    await phone.catch_up()
    await phone.next()
    await put_back(before)
    assert (await phone.next())["restart"]
    await phone.catch_up()
    assert len(phone.clients) == 2


@pytest.mark.parametrize("cursor", ["abc", "AAAA", "-" * 300, "é", "a=b"])
async def test_a_cursor_that_nobody_understands_begins_anew(phone_of, place, cursor):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    phone.cursor = cursor
    assert (await phone.next())["restart"]
    assert len(phone.clients) == 2


async def test_another_language_or_another_release_begins_anew(phone_of, place, monkeypatch):
    person = await make_viewer("sales", place.branch.id)
    phone = phone_of(person)
    await phone.catch_up()
    await execute("UPDATE account SET language = 'en' WHERE id = $1", person.id)
    assert (await phone.next())["restart"]
    monkeypatch.setattr("backend.changes.service.cursor.FORM", 99)
    assert (await phone.next())["restart"]


async def test_a_device_that_went_back_to_an_older_store_begins_anew(phone_of, place):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await phone.catch_up()
    await make_comment(place.sibling.id)
    await phone.next()
    old = phone.cursor
    for _ in range(2):
        await make_comment(place.client.id)
        await phone.next()
    phone.cursor = old
    assert (await phone.next())["restart"]
