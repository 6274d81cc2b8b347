"""How often the client's word held, as a whole and by who gave it, over the API."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from backend.promises.service.closing import close_day
from shared.ids import new_id
from shared.rules.promise import PromisePolicy
from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    insert,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_cash_source, make_plan, make_promise

pytestmark = pytest.mark.anyio

PROMISED = date(2026, 11, 4)
IN_TIME, LATE = date(2026, 11, 5), date(2026, 11, 12)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


async def word(
    client: MadeClient, *paid: tuple[str, date], currency: str = "EUR", **said: Any
) -> None:
    """A promise of 100.00 on an invoice of its own, and what was paid of it when."""
    invoice = await make_document(client, "100.00", currency=currency, due_on=date(2026, 10, 1))
    await make_promise(client, invoice, currency=currency, promised_on=PROMISED, **said)
    for amount, on in paid:
        payment = await make_payment(client, amount, currency=currency, value_on=on)
        await make_allocation(amount, debit=invoice, credit=payment, value_on=on)


async def contact(client: MadeClient, name: str) -> UUID:
    await insert("contact", id=(id_ := new_id()), client=client.id, name=name, role="finance")
    return id_


async def rates(sign_in: SignIn, client: MadeClient) -> tuple[list[Any], list[Any]]:
    await make_cash_source(client.company, covers_through=TODAY)
    await close_day(TODAY, today=TODAY, now=NOW, policy=PromisePolicy())
    collector = await sign_in("collector", everything=True)
    answer = await collector.get(f"/api/clients/{client.id}/promises")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    return told["rates"], told["rates_by_contact"]


def counts(rate: dict[str, Any]) -> tuple[Any, ...]:
    amounts = Decimal(rate["expected"]), Decimal(rate["counted"])
    return rate["judged"], rate["kept"], rate["kept_late"], *amounts


async def test_each_contacts_word_is_told_beside_the_clients(sign_in: SignIn):
    client = await make_client()
    anne = await contact(client, "Anne Corval")
    said: dict[str, Any] = {"said_by_contact": anne, "said_by": "Anne Corval"}
    await word(client, ("100.00", IN_TIME), **said)
    await word(client, ("40.00", IN_TIME), ("60.00", LATE), **said)
    await word(client, said_by="M. Leroy")
    await word(client, ("100.00", IN_TIME))
    [whole], by_contact = await rates(sign_in, client)
    assert counts(whole) == (4, 2, 1, 400, 240)
    assert (whole["said_by_contact_id"], whole["said_by"]) == (None, None)
    assert (whole["share_of_promises"], whole["share_of_amount"]) == (0.5, 0.6)
    found = {(one["said_by_contact_id"], one["said_by"]): counts(one) for one in by_contact}
    assert found == {
        (str(anne), "Anne Corval"): (2, 1, 1, 200, 140),
        (None, "M. Leroy"): (1, 0, 0, 100, 0),
        (None, None): (1, 1, 0, 100, 100),
    }


async def test_a_contact_keeps_its_rate_under_another_name_and_a_namesake_has_its_own(
    sign_in: SignIn,
):
    client = await make_client()
    anne, other = await contact(client, "Anne"), await contact(client, "Anne")
    await word(client, ("100.00", IN_TIME), said_by_contact=anne, said_by="Anne")
    await word(client, said_by_contact=anne, said_by="Mme Corval")
    await word(client, said_by_contact=other, said_by="Anne")
    await word(client, said_by="Anne")
    _, by_contact = await rates(sign_in, client)
    found = {one["said_by_contact_id"]: counts(one) for one in by_contact}
    assert found == {
        str(anne): (2, 1, 0, 200, 100),
        str(other): (1, 0, 0, 100, 0),
        None: (1, 0, 0, 100, 0),
    }


async def test_what_says_nothing_of_a_word_is_left_out_and_currencies_stay_apart(
    sign_in: SignIn,
):
    """Instalments of plans, promises still open, and what a credit note left nothing of."""
    client = await make_client()
    anne = await contact(client, "Anne")
    said: dict[str, Any] = {"said_by_contact": anne, "said_by": "Anne"}
    await word(client, ("100.00", IN_TIME), **said)
    await word(client, currency="USD", **said)
    planned = await make_document(client, "100.00", due_on=date(2026, 10, 1))
    plan = await make_plan(client, planned)
    await make_promise(client, planned, amount="50.00", promised_on=PROMISED, plan=plan, **said)
    credited = await make_document(client, "100.00", due_on=date(2026, 10, 1))
    await make_promise(client, credited, promised_on=PROMISED, **said)
    note = await make_document(client, "-100.00", due_on=IN_TIME)
    await make_allocation("100.00", debit=credited, credit=note, value_on=IN_TIME)
    later = await make_document(client, "100.00")
    await make_promise(client, later, promised_on=date(2026, 11, 25), **said)
    whole, by_contact = await rates(sign_in, client)
    for told in (whole, by_contact):
        found = {one["currency"]: counts(one) for one in told}
        assert found == {"EUR": (1, 1, 0, 100, 100), "USD": (1, 0, 0, 100, 0)}
