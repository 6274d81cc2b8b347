"""POST /api/clients/{id}/promises: the client's word, taken down in the field."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from backend.database.transaction import fetch_all, fetch_value
from shared.ids import new_id
from tests.edge_fixtures import MovingClock, SignIn
from tests.makers.ledger import (
    TODAY,
    insert,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_promise
from tests.promises.taken import FRIDAY, path_of

pytestmark = pytest.mark.anyio


async def test_a_rep_takes_a_promise_on_one_invoice(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "120.00", due_on=date(2026, 10, 31), number="F1")
    rep = await sign_in("sales", everything=True)
    answer = await rep.post(
        f"/api/clients/{client.id}/promises",
        json={
            "id": str(new_id()),
            "document_ids": [str(invoice.id)],
            "amount": "100.00",
            "promised_on": FRIDAY,
            "said_by": "Mme Roux",
            "channel": "visit",
            "note": "après la paie",
        },
    )
    assert answer.status_code == 201, answer.text
    promise = answer.json()
    assert promise["state"] == "open"
    assert (promise["amount"], promise["currency"], promise["left"]) == ("100.00", "EUR", "120.00")
    assert (promise["promised_on"], promise["deadline_on"]) == (FRIDAY, "2026-12-01")
    assert [one["number"] for one in promise["documents"]] == ["F1"]
    assert promise["taken_by"]["name"] == "Camille sales"
    listed = (await rep.get(f"/api/clients/{client.id}/promises")).json()
    assert listed["items"] == [promise]
    assert listed["rates"] == []
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'promise-taken'")
    assert (fact["client"], str(fact["subject"])) == (client.id, promise["id"])
    assert fact["after"]["documents"] == ["F1"]


async def test_without_an_amount_all_that_is_owed_is_promised(sign_in: SignIn):
    client = await make_client()
    first = await make_document(client, "120.00", due_on=date(2026, 10, 31))
    second = await make_document(client, "80.00", due_on=date(2026, 11, 30))
    await make_allocation("20.00", debit=first)
    rep = await sign_in("sales", everything=True)
    path = f"/api/clients/{client.id}/promises"
    several = {"document_ids": [str(first.id), str(second.id)], "promised_on": FRIDAY}
    assert (await rep.post(path, json=several)).json()["amount"] == "180.00"
    overdue = {"about": "overdue", "promised_on": FRIDAY}
    assert (await rep.post(path, json=overdue)).json()["amount"] == "100.00"
    await make_document(client, "-30.00")
    await make_payment(client, "15.00")
    account = {"about": "account", "promised_on": FRIDAY}
    promise = (await rep.post(path, json=account)).json()
    assert (promise["amount"], promise["about"]) == ("135.00", "account")
    assert promise["counted"] == "0.00"


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"amount": "120.01"}, 409, "promise-too-much"),
        ({"amount": "0"}, 422, "promise-of-nothing"),
        ({"amount": "-1.00"}, 422, "promise-of-nothing"),
        ({"promised_on": "2026-11-19"}, 422, "promise-in-the-past"),
        ({"promised_on": "2027-11-21"}, 422, "promise-too-far"),
        ({"currency": "USD"}, 422, "promise-one-currency"),
        ({"said_by_contact_id": str(new_id())}, 422, "no-such-contact"),
        ({"said_at": "2026-09-01T10:00:00Z"}, 422, "said-too-long-ago"),
        ({"document_ids": [str(new_id())]}, 422, "promise-of-no-invoice"),
        ({"document_ids": []}, 409, "promise-not-owed"),
        ({"about": "overdue", "document_ids": []}, 409, "promise-not-owed"),
        ({"amount": "0.001"}, 422, "amount-too-fine"),
    ],
)
async def test_what_cannot_be_promised(
    sign_in: SignIn, said: dict[str, Any], status: int, code: str
):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    rep = await sign_in("sales", everything=True)
    body = {"document_ids": [str(invoice.id)], "promised_on": FRIDAY} | said
    answer = await rep.post(path_of(client), json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text


async def test_a_promise_is_about_invoices_of_the_client_in_one_currency(sign_in: SignIn):
    client, other = await make_client(), await make_client()
    own = await make_document(client, "120.00")
    rep = await sign_in("sales", everything=True)
    for beside, code in (
        (await make_document(other, "10.00"), "promise-of-no-invoice"),
        (await make_document(client, "-10.00"), "promise-of-no-invoice"),
        (await make_document(client, "10.00", currency="USD"), "promise-one-currency"),
    ):
        body = {"document_ids": [str(own.id), str(beside.id)], "promised_on": FRIDAY}
        answer = await rep.post(path_of(client), json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    paid = await make_document(client, "10.00")
    await make_allocation("10.00", debit=paid)
    body = {"document_ids": [str(paid.id)], "promised_on": FRIDAY}
    answer = await rep.post(path_of(client), json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "promise-not-owed")


async def test_sent_again_it_is_taken_once(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    rep = await sign_in("sales", everything=True)
    body = {"id": str(new_id()), "document_ids": [str(invoice.id)], "promised_on": FRIDAY}
    first = await rep.post(path_of(client), json=body)
    again = await rep.post(path_of(client), json=body)
    assert (again.status_code, again.json()) == (201, first.json())
    other = await rep.post(path_of(client), json=body | {"amount": "5.00"})
    assert (other.status_code, other.json()["code"]) == (409, "id-taken")
    assert await fetch_value("SELECT count(*) FROM promise") == 1


async def test_typed_offline_it_counts_from_when_it_was_said(sign_in: SignIn, clock: MovingClock):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    before = await make_payment(client, "20.00", value_on=TODAY - timedelta(days=9))
    await make_allocation("20.00", debit=invoice, credit=before, value_on=before.value_on)
    since = await make_payment(client, "100.00", value_on=TODAY - timedelta(days=2))
    await make_allocation("100.00", debit=invoice, credit=since, value_on=since.value_on)
    rep = await sign_in("sales", everything=True)
    body = {
        "said_at": (clock.now() - timedelta(days=4)).isoformat(),
        "document_ids": [str(invoice.id)],
        "promised_on": "2026-11-17",
    }
    answer = await rep.post(path_of(client), json=body)
    assert answer.status_code == 201, answer.text
    promise = answer.json()
    assert (promise["amount"], promise["counted"], promise["left"]) == ("100.00", "100.00", "0.00")
    [fact] = await fetch_all("SELECT said_at FROM activity WHERE kind = 'promise-taken'")
    assert fact["said_at"] == clock.now() - timedelta(days=4)


async def test_a_clock_that_runs_ahead_says_now(sign_in: SignIn, clock: MovingClock):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    rep = await sign_in("sales", everything=True)
    body = {
        "said_at": (clock.now() + timedelta(hours=3)).isoformat(),
        "document_ids": [str(invoice.id)],
        "promised_on": FRIDAY,
    }
    promise = (await rep.post(path_of(client), json=body)).json()
    assert promise["said_at"] == promise["recorded_at"]


async def test_the_contact_who_said_so_is_named(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    contact = new_id()
    await insert("contact", id=contact, client=client.id, name="Léo Roux", role="owner")
    rep = await sign_in("sales", everything=True)
    body = {
        "document_ids": [str(invoice.id)],
        "promised_on": FRIDAY,
        "said_by_contact_id": str(contact),
    }
    promise = (await rep.post(path_of(client), json=body)).json()
    assert (promise["said_by"], promise["said_by_contact_id"]) == ("Léo Roux", str(contact))
    removed = await rep.delete(f"/api/clients/{client.id}/contacts/{contact}")
    assert removed.status_code == 204
    [kept] = (await rep.get(path_of(client))).json()["items"]
    assert kept["said_by"] == "Léo Roux"


async def test_of_a_merged_client_it_is_told_with_the_one_it_became(sign_in: SignIn):
    survivor = await make_client()
    merged = await make_client(merged_into=survivor.id)
    invoice = await make_document(survivor, "120.00")
    promise = await make_promise(merged, invoice, amount="120.00", promised_on=TODAY)
    rep = await sign_in("sales", everything=True)
    for id_ in (survivor.id, merged.id):
        listed = (await rep.get(f"/api/clients/{id_}/promises")).json()["items"]
        assert [one["id"] for one in listed] == [str(promise)]


async def test_an_instant_says_its_offset(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    rep = await sign_in("sales", everything=True)
    body = {"document_ids": [str(invoice.id)], "promised_on": FRIDAY}
    answer = await rep.post(path_of(client), json=body | {"said_at": "2026-11-20T08:00:00"})
    assert answer.status_code == 422
