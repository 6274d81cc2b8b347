"""What the closing counts for a promise: credit notes, the account, other promises, disputes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from backend.database.transaction import execute, fetch_value
from tests.makers.disputes import end_dispute, make_dispute
from tests.makers.ledger import (
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_cash_source, make_promise
from tests.promises.closed import TODAY, close, pay, state, verdicts

pytestmark = pytest.mark.anyio
PROMISED, DEADLINE = date(2026, 11, 4), date(2026, 11, 6)
BEFORE, AFTER = date(2026, 11, 5), date(2026, 11, 12)


async def test_a_credit_note_shrinks_what_was_promised_and_is_no_payment():
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    states = []
    for paid in ("80.00", None):
        invoice = await make_document(client, "100.00")
        note = await make_document(client, "-20.00", issued_on=BEFORE)
        await make_allocation("20.00", debit=invoice, credit=note, value_on=BEFORE)
        if paid:
            await pay(invoice, paid, BEFORE)
        promise = await make_promise(client, invoice, promised_on=PROMISED)
        await close()
        states.append(await state(promise))
    assert states == ["kept", "broken"]


async def test_a_promise_on_the_account_is_served_by_money_on_account():
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    invoice = await make_document(client, "500.00")
    await make_payment(client, "70.00", value_on=date(2026, 10, 1))  # known before: counts never
    await make_payment(client, "300.00", value_on=BEFORE)
    promise = await make_promise(
        client, invoice, amount="300.00", promised_on=PROMISED, on_account=True
    )
    await close()
    assert await state(promise) == "kept"


async def test_each_euro_serves_one_promise():
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    invoice = await make_document(client, "100.00")
    first = await make_promise(client, invoice, amount="60.00", promised_on=PROMISED)
    second = await make_promise(
        client, invoice, amount="40.00", promised_on=PROMISED, taken_on=date(2026, 10, 30)
    )
    await pay(invoice, "60.00", BEFORE)
    await close()
    assert (await state(first), await state(second)) == ("kept", "broken")
    total = await fetch_value("SELECT sum(counted) FROM promise_judgement")
    assert total == Decimal("60.00")


async def test_an_item_that_left_its_file_keeps_a_promise_and_breaks_none():
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    made = []
    for after in (date(2026, 10, 31), DEADLINE, None):
        invoice = await make_document(client, "100.00")
        await make_allocation(
            "100.00", debit=invoice, value_on=date(2026, 11, 18), value_after=after
        )
        made.append(await make_promise(client, invoice, promised_on=PROMISED))
    await close(TODAY)
    assert [await state(promise) for promise in made] == ["kept", "kept", "open"]


async def test_of_merged_clients_one_account_is_judged():
    survivor = await make_client()
    merged = await make_client(merged_into=survivor.id)
    await make_cash_source(survivor.company, covers_through=TODAY)
    invoice = await make_document(survivor, "100.00")
    promise = await make_promise(merged, invoice, promised_on=PROMISED)
    await pay(invoice, "100.00", BEFORE)
    await close()
    assert await state(promise) == "kept"


async def disputed(since: date) -> tuple[UUID, UUID]:
    """A promise on an invoice that is disputed as a whole from that day on, and the dispute."""
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    invoice = await make_document(client, "100.00")
    promise = await make_promise(client, invoice, promised_on=PROMISED)
    return promise, await make_dispute(client, invoice, opened_on=since)


async def test_a_dispute_said_after_the_deadline_excuses_nothing():
    promise, _ = await disputed(since=AFTER)
    await close(TODAY)
    assert await verdicts(promise) == ["broken"]


async def test_the_grace_begins_anew_when_the_dispute_ends_and_no_closing_judges_before():
    promise, dispute = await disputed(since=PROMISED)
    await end_dispute(dispute, on=AFTER)
    grace_over = date(2026, 11, 16)  # a Thursday and two business days
    for day in (DEADLINE, AFTER, grace_over - timedelta(days=1)):
        closed = await close(day)
        assert (dict(closed.judged), closed.unknown) == ({}, 0)
    await close(grace_over)
    assert await verdicts(promise) == ["broken"]


async def test_a_deadline_that_a_dispute_moved_is_watched_from_where_it_moved_to():
    """Thirteen months for a direct debit to come back, from the day it was judged on."""
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    invoice = await make_document(client, "100.00")
    said_on = date(2025, 9, 1)
    promise = await make_promise(client, invoice, promised_on=said_on)
    await end_dispute(await make_dispute(client, invoice, opened_on=said_on), on=date(2026, 7, 1))
    allocation = await pay(invoice, "100.00", date(2026, 7, 2))
    await close(date(2026, 7, 6))
    assert await verdicts(promise) == ["kept"]
    await execute("DELETE FROM allocation WHERE id = $1", allocation)
    await close(TODAY)
    assert await verdicts(promise) == ["kept", "reopened", "broken"]


async def test_a_dispute_that_stands_suspends_its_share_at_the_closing():
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    whole, part = [await make_document(client, "100.00") for _ in range(2)]
    suspended = await make_promise(client, whole, promised_on=PROMISED)
    kept = await make_promise(client, part, promised_on=PROMISED)
    await make_dispute(client, whole)
    await make_dispute(client, part, "40.00")
    await pay(part, "60.00", BEFORE)
    await close()
    assert (await verdicts(suspended), await state(suspended)) == ([], "open")
    assert await verdicts(kept) == ["kept"]


async def test_a_promise_kept_beside_a_dispute_and_then_undone_waits_for_the_dispute():
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    invoice = await make_document(client, "100.00")
    promise = await make_promise(client, invoice, promised_on=PROMISED)
    dispute = await make_dispute(client, invoice)  # all of it: 60.00 once 40.00 are paid
    paid = await pay(invoice, "40.00", BEFORE)
    await close()
    assert await verdicts(promise) == ["kept"]
    await execute("DELETE FROM allocation WHERE id = $1", paid)
    await close(AFTER)
    assert await verdicts(promise) == ["kept", "reopened"]
    await end_dispute(dispute, on=AFTER)
    await close(TODAY)
    assert await verdicts(promise) == ["kept", "reopened", "broken"]
