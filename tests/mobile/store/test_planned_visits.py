"""Visits planned and taken off: done once, whatever answer is lost, and the day as it then is."""

from __future__ import annotations

import asyncio

import pytest

from backend.database.transaction import fetch_value
from mobile.api.failures import Failure
from mobile.store.desk import Desk
from tests.makers.ledger import TODAY
from tests.mobile.store.line import Line

pytestmark = pytest.mark.anyio


DAY = "/api/today"


async def planned() -> int:
    count: int = await fetch_value("SELECT count(*) FROM visit WHERE removed_at IS NULL")
    return count


async def test_a_visit_planned_again_after_no_answer_is_the_same(desk: Desk, line: Line, client):
    line.is_deaf = True
    with pytest.raises(Failure):
        await desk.day.plan(client.id, TODAY)
    line.is_deaf = False
    await desk.day.plan(client.id, TODAY)
    assert await planned() == 1
    assert desk.day.value is not None
    await desk.day.remove(desk.day.value.visits[0].visit.id)
    await desk.day.plan(client.id, TODAY)
    assert await planned() == 1


async def test_a_visit_taken_off_after_no_answer_can_be_planned_again(
    desk: Desk, line: Line, client
):
    line.is_deaf = True
    with pytest.raises(Failure):
        await desk.day.plan(client.id, TODAY)
    line.is_deaf = False
    await desk.day.refresh()
    assert desk.day.value is not None
    await desk.day.remove(desk.day.value.visits[0].visit.id)
    await desk.day.plan(client.id, TODAY)
    assert await planned() == 1


async def test_the_day_read_after_a_change_is_not_one_of_before(desk: Desk, line: Line, client):
    await desk.day.refresh()
    line.asked.clear()
    line.hold(DAY)
    reading = asyncio.create_task(desk.day.refresh())
    await line.reached(DAY, 1)
    planning = asyncio.create_task(desk.day.plan(client.id, TODAY))
    async with asyncio.timeout(10):
        while not await planned():  # noqa: ASYNC110 - nothing of ours tells when
            await asyncio.sleep(0.001)
    line.let_go()
    await asyncio.gather(reading, planning)
    assert line.asked[DAY] == 2
    assert desk.day.value is not None
    assert [stop.visit.client.id for stop in desk.day.value.visits] == [client.id]


async def test_a_visit_that_is_refused_shows_the_day_as_it_is(desk: Desk, client):
    await desk.day.refresh()
    await desk.day.plan(client.id, TODAY)
    with pytest.raises(Failure):
        await desk.day.plan(client.id, TODAY)
    assert desk.day.value is not None
    assert len(desk.day.value.visits) == 1
