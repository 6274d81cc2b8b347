"""Whom to call, over the API: by what a call may bring, and no euro asked for twice."""

from datetime import timedelta

import pytest

from shared.ids import new_id
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, insert, make_allocation, make_document, make_payment
from tests.makers.promises import make_promise
from tests.position.day_scene import LONG_DUE, names, of

pytestmark = pytest.mark.anyio


async def test_whom_to_call_is_in_the_order_of_what_a_call_may_bring(scene):
    old = await of(scene, "Vieille")
    await make_document(old, "1000.00", due_on=TODAY - timedelta(days=400))
    young = await of(scene, "Récente")
    await make_document(young, "600.00", due_on=TODAY - timedelta(days=10))
    promised = await of(scene, "Promise")
    invoice = await make_document(promised, "900.00", due_on=LONG_DUE)
    await make_promise(promised, invoice, amount="900.00", promised_on=TODAY + timedelta(days=5))
    disputed = await of(scene, "Contestée")
    contested = await make_document(disputed, "500.00", due_on=LONG_DUE)
    await make_dispute(disputed, contested, "450.00")
    await insert(
        "contact", id=new_id(), client=young.id, name="Mme Roche", role="owner", phone="04 1"
    )
    work = (await scene.get("collector", "/today"))["worklist"]
    assert names(work) == ["Récente", "Vieille", "Contestée"]
    assert (work[0]["amount"], work[0]["call"]["phone"]) == ("600.00", "04 1")
    assert (work[2]["amount"], work[2]["set_aside"]) == ("50.00", "450.00")
    assert (await scene.get("sales", "/today"))["worklist"] == []


async def test_what_is_promised_is_set_aside_of_its_own_invoice(scene):
    client = await of(scene, "Deux factures")
    await make_document(client, "500.00", due_on=TODAY - timedelta(days=400))
    young = await make_document(client, "500.00", due_on=TODAY - timedelta(days=10))
    await make_promise(client, young, amount="500.00", promised_on=TODAY)
    (work,) = (await scene.get("collector", "/today"))["worklist"]
    assert (work["amount"], work["set_aside"]) == ("500.00", "500.00")
    assert work["oldest_days"] == 400


async def test_what_is_disputed_of_one_invoice_leaves_the_promise_to_the_other(scene):
    client = await of(scene, "Contestée en partie")
    old = await make_document(client, "500.00", due_on=TODAY - timedelta(days=60))
    young = await make_document(client, "500.00", due_on=TODAY - timedelta(days=10))
    await make_dispute(client, old, "400.00")
    await make_promise(client, old, young, amount="500.00", promised_on=TODAY)
    (work,) = (await scene.get("collector", "/today"))["worklist"]
    assert (work["amount"], work["set_aside"]) == ("100.00", "900.00")


async def test_no_euro_is_set_aside_twice(scene):
    """Promised twice, promised and disputed, promised and paid since."""
    clients = [await of(scene, name, "100.00") for name in ("Redite", "Contestée", "Payée")]
    invoices = [await make_document(one, "400.00", due_on=LONG_DUE) for one in clients]
    for client, invoice in zip(clients, invoices, strict=True):
        await make_promise(client, invoice, amount="400.00", promised_on=TODAY)
    await make_promise(clients[0], invoices[0], amount="400.00", promised_on=TODAY)
    await make_dispute(clients[1], invoices[1])
    payment = await make_payment(clients[2], "300.00")
    await make_allocation("300.00", debit=invoices[2], credit=payment)
    work = (await scene.get("collector", "/today"))["worklist"]
    assert {one["client"]["name"]: (one["amount"], one["set_aside"]) for one in work} == {
        "Redite": ("100.00", "400.00"),
        "Contestée": ("100.00", "400.00"),
        "Payée": ("100.00", "100.00"),
    }


async def test_a_collector_with_a_portfolio_calls_its_clients_only(scene):
    await of(scene, "D’un autre", "900.00")
    await of(scene, "Du portefeuille", "10.00", collector=scene.people["collector"].id)
    assert names((await scene.get("collector", "/today"))["worklist"]) == ["Du portefeuille"]
