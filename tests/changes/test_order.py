"""Nothing is skipped because it was committed late, and nobody waits for a long transaction."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from backend.activity.queries import SEALING_LOCK
from backend.changes.service.feed import standing_now
from shared.ids import new_id
from tests.access.world import NOW, make_place, make_viewer
from tests.activity.written import writer
from tests.makers.comments import make_comment

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

IMPORTED = """
INSERT INTO activity (id, recorded_at, said_at, client, kind) VALUES ($1, $2, $2, $3, 'noted')"""
SECONDS_MOST = 2


def told(page):
    return [client["identity"]["name"] for client in page["clients"]]


@pytest.fixture
async def place(app):
    return await make_place("QHERE")


async def test_a_comment_arrives_at_once_while_an_import_is_open(phone_of, place, database_url):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await phone.catch_up()
    async with writer(database_url) as importing:
        load = importing.transaction()
        await load.start()
        await importing.execute("UPDATE client SET town = 'Lyon' WHERE id = $1", place.client.id)
        await importing.execute(IMPORTED, new_id(), NOW, place.client.id)
        # The import is held open for as long as all of this takes.
        async with asyncio.timeout(SECONDS_MOST):
            await make_comment(place.sibling.id)
            assert told(await phone.next()) == ["Garage QHERE"]
            await make_comment(place.client.id)
            assert told(await phone.next()) == ["Scierie QHERE"]
        assert phone.clients[str(place.client.id)]["identity"]["town"] == "Ville-QHERE"
        await load.commit()
    await phone.catch_up()
    assert phone.clients[str(place.client.id)]["identity"]["town"] == "Lyon"


async def test_facts_committed_out_of_their_order_all_arrive(phone_of, place, database_url):
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await phone.catch_up()
    async with writer(database_url) as early, writer(database_url) as late:
        first, second = early.transaction(), late.transaction()
        await first.start()
        await early.execute(IMPORTED, new_id(), NOW, place.client.id)
        await second.start()
        await late.execute(IMPORTED, new_id(), NOW, place.sibling.id)
        await second.commit()
        assert told(await phone.next()) == ["Garage QHERE"]
        await first.commit()
    assert told(await phone.next()) == ["Scierie QHERE"]
    assert told(await phone.next()) == []


async def test_what_is_committed_while_a_page_is_made_comes_with_the_next(
    phone_of, place, monkeypatch, database_url
):
    """Committed after the sealing and before the reading: not sent unnumbered, and not lost."""
    phone = phone_of(await make_viewer("sales", place.branch.id))
    await phone.catch_up()
    await make_comment(place.sibling.id)
    async with writer(database_url) as sealer:

        async def sealed_then_more(*asked: Any) -> Any:
            stands = await standing_now(*asked)
            # No other sealer comes before the page is read.
            await sealer.execute("SELECT pg_advisory_lock($1)", SEALING_LOCK)
            await make_comment(place.client.id)
            return stands

        monkeypatch.setattr("backend.changes.service.feed.standing_now", sealed_then_more)
        assert told(await phone.next()) == ["Garage QHERE"]
        monkeypatch.undo()
    assert told(await phone.next()) == ["Scierie QHERE"]
