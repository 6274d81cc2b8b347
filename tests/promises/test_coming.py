"""What of each promise is still to come, for whoever is about to ask for it."""

from datetime import date
from decimal import Decimal

import pytest

from backend.promises.service.coming import still_to_come
from tests.makers.disputes import end_dispute, make_dispute
from tests.makers.ledger import make_allocation, make_client, make_document, make_payment
from tests.makers.promises import make_judgement, make_promise

pytestmark = pytest.mark.anyio

PROMISED = date(2026, 11, 25)


async def test_what_has_come_in_for_a_promise_is_not_to_come():
    client, other = await make_client(), await make_client()
    invoice = await make_document(client, "5000.00")
    promise = await make_promise(client, invoice, amount="1000.00", promised_on=PROMISED)
    untouched = await make_promise(other, await make_document(other), promised_on=PROMISED)
    payment = await make_payment(client, "600.00")
    await make_allocation("600.00", debit=invoice, credit=payment)
    both = await still_to_come([client.id, other.id])
    assert both == {promise: Decimal("400.00"), untouched: Decimal("100.00")}
    last = await make_payment(client, "400.00")
    await make_allocation("400.00", debit=invoice, credit=last)
    assert await still_to_come([client.id]) == {}


async def test_a_credit_note_leaves_less_to_come():
    client = await make_client()
    invoice = await make_document(client, "300.00")
    promise = await make_promise(client, invoice, amount="250.00", promised_on=PROMISED)
    note = await make_document(client, "-280.00", kind="credit_note")
    await make_allocation("280.00", debit=invoice, credit=note)
    assert await still_to_come([client.id]) == {promise: Decimal("20.00")}


async def test_what_is_disputed_is_not_to_come_before_it_is_decided():
    client = await make_client()
    invoice = await make_document(client, "100.00")
    promise = await make_promise(client, invoice, promised_on=PROMISED)
    dispute = await make_dispute(client, invoice, "70.00")
    assert await still_to_come([client.id]) == {promise: Decimal("30.00")}
    rest = await make_dispute(client, invoice, "30.00")
    assert await still_to_come([client.id]) == {}
    for one in (dispute, rest):
        await end_dispute(one, on=date(2026, 11, 20))
    assert await still_to_come([client.id]) == {promise: Decimal("100.00")}


async def test_of_a_broken_promise_what_came_late_is_not_to_come():
    client = await make_client()
    invoice = await make_document(client, "500.00")
    promise = await make_promise(client, invoice, promised_on=date(2026, 11, 2))
    await make_judgement(promise, "broken")
    payment = await make_payment(client, "60.00")
    await make_allocation("60.00", debit=invoice, credit=payment)
    assert await still_to_come([client.id]) == {promise: Decimal("40.00")}
