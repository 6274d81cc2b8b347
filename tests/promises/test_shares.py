"""How much of each invoice is promised, for whoever must leave it alone."""

from datetime import date
from decimal import Decimal

import pytest

from backend.promises.service.shares import promised_shares
from tests.makers.disputes import end_dispute, make_dispute
from tests.makers.ledger import make_allocation, make_client, make_document, make_payment
from tests.makers.promises import make_judgement, make_promise

pytestmark = pytest.mark.anyio

PROMISED, DEADLINE = date(2026, 11, 25), date(2026, 11, 27)


async def test_a_promise_covers_its_invoices_until_its_deadline_the_first_due_first():
    client = await make_client()
    first = await make_document(client, "100.00", due_on=date(2026, 10, 1))
    second = await make_document(client, "100.00", due_on=date(2026, 10, 2))
    await make_promise(client, second, first, amount="130.00", promised_on=PROMISED)
    assert await promised_shares([client.id], DEADLINE) == {
        first.id: Decimal("100.00"),
        second.id: Decimal("30.00"),
    }
    assert await promised_shares([client.id], date(2026, 11, 28)) == {}


async def test_what_has_come_in_is_covered_no_more_and_no_euro_twice():
    client = await make_client()
    invoice = await make_document(client, "100.00")
    for amount in ("80.00", "60.00"):
        await make_promise(client, invoice, amount=amount, promised_on=PROMISED)
    assert await promised_shares([client.id], PROMISED) == {invoice.id: Decimal("100.00")}
    payment = await make_payment(client, "70.00")
    await make_allocation("70.00", debit=invoice, credit=payment)
    assert await promised_shares([client.id], PROMISED) == {invoice.id: Decimal("30.00")}


async def test_a_broken_promise_covers_nothing():
    client = await make_client()
    invoice = await make_document(client, "100.00")
    promise = await make_promise(client, invoice, promised_on=date(2026, 11, 18))
    await make_judgement(promise, "broken")
    assert await promised_shares([client.id], date(2026, 11, 20)) == {}


async def test_clients_asked_together_are_answered_as_each_alone():
    promised = {}
    clients = [await make_client(), await make_client()]
    for client, amount in zip(clients, ("30.00", "40.00"), strict=True):
        invoice = await make_document(client, "100.00")
        await make_promise(client, invoice, amount=amount, promised_on=PROMISED)
        promised[invoice.id] = Decimal(amount)
    assert await promised_shares([one.id for one in clients], PROMISED) == promised


async def test_what_is_disputed_of_an_invoice_is_not_promised_too():
    client = await make_client()
    first = await make_document(client, "100.00", due_on=date(2026, 10, 1))
    second = await make_document(client, "100.00", due_on=date(2026, 10, 2))
    await make_promise(client, first, second, amount="120.00", promised_on=PROMISED)
    for amount in ("50.00", "20.00"):
        dispute = await make_dispute(client, first, amount)
    held = {first.id: Decimal("30.00"), second.id: Decimal("90.00")}
    assert await promised_shares([client.id], PROMISED) == held
    await make_dispute(client, second)
    assert await promised_shares([client.id], PROMISED) == {first.id: Decimal("30.00")}
    await end_dispute(dispute, on=date(2026, 11, 20))
    assert await promised_shares([client.id], PROMISED) == {first.id: Decimal("50.00")}


async def test_promised_and_disputed_together_are_never_more_than_is_owed():
    """Whatever was paid since: a claim is kept, and holds what is left."""
    client = await make_client()
    invoice = await make_document(client, "100.00")
    for amount in ("40.00", "70.00"):
        await make_promise(client, invoice, amount=amount, promised_on=PROMISED)
    await make_dispute(client, invoice, "60.00")
    assert await promised_shares([client.id], PROMISED) == {invoice.id: Decimal("40.00")}
    payment = await make_payment(client, "30.00")
    await make_allocation("30.00", debit=invoice, credit=payment)
    assert await promised_shares([client.id], PROMISED) == {invoice.id: Decimal("10.00")}
    another = await make_payment(client, "50.00")
    await make_allocation("50.00", debit=invoice, credit=another)
    assert await promised_shares([client.id], PROMISED) == {}
