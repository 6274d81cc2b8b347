"""An open screen is told of what happens to the clients in its person's scope, and of no other."""

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest

from backend.activity.erasing import erase_text
from backend.activity.service import NOBODY
from backend.database.transaction import execute
from tests.access.world import NOW, ROLES, make_place, make_viewer
from tests.live.screens import Screen, happens, screen_of
from tests.makers.ledger import make_client, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_a_fact_reaches_the_screen_as_ids_alone(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        assert screen.status == 200
        assert screen.headers["content-type"].startswith("text/event-stream")
        assert screen.headers["cache-control"] == "no-store"
        fact = await happens(place.client.id, "contact-added")
        event = await screen.event()
        assert event.kind == "fact"
        assert event.data == {
            "position": event.id,
            "client_id": str(place.client.id),
            "kind": "contact-added",
            "fact_id": str(fact),
        }


@pytest.mark.parametrize("role", ROLES)
async def test_nobody_hears_of_a_client_out_of_scope(app, place, role):
    elsewhere = await make_place("QELSE")
    person = await make_viewer(role, place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(elsewhere.client.id, "hidden")
        await happens(None, "of-no-client")
        await happens(place.client.id, "seen")
        assert (await screen.event()).data["kind"] == "seen"
        assert str(elsewhere.client.id) not in screen.text


async def test_the_scope_is_that_of_the_moment(app, place):
    elsewhere = await make_place("QELSE")
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.client.id, "1")
        assert (await screen.event()).data["kind"] == "1"
        await execute(
            "UPDATE account_branch SET branch = $2 WHERE account = $1",
            person.id,
            elsewhere.branch.id,
        )
        await happens(place.client.id, "2")
        await happens(elsewhere.client.id, "3")
        assert (await screen.event()).data["kind"] == "3"


async def kind_of_next(screen: Screen, *clients: UUID) -> str:
    """Of the next event about those. Who sees everything hears of whatever was still on its way."""
    while True:
        data = (await screen.event()).data
        if UUID(data["client_id"]) in clients:
            kind: str = data["kind"]
            return kind


async def test_whoever_sees_by_portfolio_or_everything_hears_too(app, place):
    rep, chief = await make_person("sales"), await make_viewer("finance_director", everything=True)
    client = await make_client(company=place.company.id, rep=rep.id)
    async with screen_of(app, rep) as one, screen_of(app, chief) as other:
        await happens(place.client.id, "not the rep's")
        await happens(client.id, "the rep's")
        assert await kind_of_next(one, client.id, place.client.id) == "the rep's"
        assert await kind_of_next(other, client.id, place.client.id) == "not the rep's"
        assert await kind_of_next(other, client.id, place.client.id) == "the rep's"


async def test_what_happens_to_a_merged_client_is_told_of_the_one_that_stands(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await happens(place.merged.id)
        assert (await screen.event()).data["client_id"] == str(place.client.id)


async def test_events_come_in_the_order_of_the_history(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        await asyncio.gather(*(happens(place.client.id, times=3) for _ in range(10)))
        ids = [(await screen.event()).id for _ in range(30)]
        assert ids == sorted(set(ids))


async def test_the_erasing_of_text_is_told_like_any_fact(app, place):
    person = await make_viewer("sales", place.branch.id)
    async with screen_of(app, person) as screen:
        fact = await happens(place.client.id)
        await screen.event()
        await erase_text([fact], by=NOBODY, at=NOW)
        assert (await screen.event()).data["kind"] == "text-erased"
