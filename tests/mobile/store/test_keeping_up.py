"""What the stores read again when something happens, and what they ask no second time."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from uuid import UUID

import pytest

from mobile.store.desk import Desk
from mobile.store.place import Document, Today
from mobile.store.thread import PAGE, Thread
from shared.ids import new_id
from tests.makers.comments import make_comment
from tests.makers.ledger import TODAY, make_allocation, make_document, make_payment
from tests.mobile.store.line import Line

pytestmark = pytest.mark.anyio


def about(*client_ids: UUID) -> Mapping[UUID, frozenset[str]]:
    return dict.fromkeys(client_ids, frozenset({"ledger-imported"}))


async def test_facts_about_many_clients_read_the_day_once(desk: Desk, line: Line):
    desk.screen.go(Today())
    await desk.day.refresh()
    line.asked.clear()
    await desk.happened(about(*(new_id() for _ in range(200))))
    assert line.asked["/api/today"] == 1


async def test_an_open_invoice_is_kept_up(desk: Desk, client):
    invoice = await make_document(client, "5200.00", due_on=TODAY)
    desk.screen.go(Document(client.id, invoice.id))
    shown = desk.documents[invoice.id]
    await asyncio.gather(shown.refresh(), desk.files[client.id].file.refresh())
    for told, paid in enumerate(("50.00", "70.00"), 1):
        payment = await make_payment(client, paid)
        await make_allocation(paid, debit=invoice, credit=payment)
        await (desk.happened(about(client.id)) if told == 1 else desk.missed())
        assert shown.value is not None
        assert len(shown.value.settlements) == told


@pytest.fixture
async def thread(desk: Desk, line: Line, claire, client) -> Thread:
    for number in range(3 * PAGE):
        await make_comment(client.id, f"Point {number}.", author=claire.id)
    thread = desk.files[client.id].thread
    await thread.more()
    await thread.more()
    assert len(thread.rows) == 2 * PAGE
    line.asked.clear()
    return thread


async def test_older_entries_are_asked_for_after_what_is_being_read_anew(
    thread: Thread, line: Line, client
):
    path = f"/api/clients/{client.id}/thread"
    line.hold(path)
    again = asyncio.create_task(thread.again())
    await line.reached(path, 1)
    older = [asyncio.create_task(thread.more()) for _ in range(2)]
    await asyncio.sleep(0)
    line.let_go()
    await asyncio.gather(again, *older)
    assert len(thread.rows) == 3 * PAGE
    assert not thread.more_to_come
    assert line.asked[path] == 2  # what was shown, at once; then the older ones, once
