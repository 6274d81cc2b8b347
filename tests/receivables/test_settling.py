"""Settling documents with payments and credit notes, and taking that back."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from backend.database.transaction import fetch_one, fetch_value
from backend.receivables.service import (
    allocate_credit_note,
    allocate_payment,
    release_allocation,
)
from shared.ids import new_id
from shared.refusal import Refused
from tests.makers.ledger import (
    MadeDocument,
    make_branch,
    make_client,
    make_document,
    make_payment,
    make_person,
)
from tests.makers.viewers import viewer_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


async def boss():
    return viewer_of(await make_person(everything=True), everything=True)


async def residual(document: MadeDocument) -> Decimal:
    left: Decimal = await fetch_value("SELECT residual FROM document WHERE id = $1", document.id)
    return left


async def test_a_payment_settles_a_document_from_the_day_both_stand():
    client = await make_client()
    invoice = await make_document(client, "100.00", issued_on=date(2026, 11, 5))
    payment = await make_payment(client, "60.00", value_on=date(2026, 11, 2))
    await allocate_payment(
        await boss(), payment.id, invoice.id, Decimal("60.00"), today=TODAY, now=NOW
    )
    row = await fetch_one("SELECT residual, last_settled_on FROM document")
    assert row is not None
    assert tuple(row) == (Decimal("40.00"), date(2026, 11, 5))
    assert await fetch_value("SELECT unapplied FROM payment") == 0


async def test_a_credit_note_settles_an_invoice():
    client = await make_client()
    invoice = await make_document(client, "100.00")
    note = await make_document(client, "-30.00")
    await allocate_credit_note(
        await boss(), note.id, invoice.id, Decimal("30.00"), today=TODAY, now=NOW
    )
    assert await residual(invoice) == Decimal("70.00")
    assert await residual(note) == 0


async def test_released_it_is_owed_again():
    client = await make_client()
    invoice, payment = await make_document(client), await make_payment(client)
    viewer = await boss()
    id_ = await allocate_payment(
        viewer, payment.id, invoice.id, Decimal("100.00"), today=TODAY, now=NOW
    )
    assert await residual(invoice) == 0
    await release_allocation(viewer, id_, now=NOW + timedelta(days=1))
    assert await residual(invoice) == Decimal("100.00")
    assert await fetch_value("SELECT last_settled_on FROM document") is None
    kinds = await fetch_value("SELECT array_agg(kind ORDER BY id) FROM activity")
    assert kinds == ["document-settled", "settlement-released"]


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("100.01", "settled-too-much"),
        ("80.01", "applied-too-much"),
        ("0.00", "amount-not-positive"),
        ("-1.00", "amount-not-positive"),
        ("1.001", "amount-too-fine"),
    ],
)
async def test_no_more_is_settled_than_there_is(amount: str, code: str):
    client = await make_client()
    invoice, payment = await make_document(client, "100.00"), await make_payment(client, "80.00")
    with pytest.raises(Refused) as no:
        await allocate_payment(
            await boss(), payment.id, invoice.id, Decimal(amount), today=TODAY, now=NOW
        )
    assert no.value.refusal.code == code
    assert await residual(invoice) == Decimal("100.00")


async def test_nothing_settles_across_clients_or_currencies():
    client, other = await make_client(), await make_client()
    invoice = await make_document(client)
    viewer = await boss()
    for payment, code in (
        (await make_payment(other), "allocation-across-clients"),
        (await make_payment(client, currency="USD"), "allocation-across-currencies"),
    ):
        with pytest.raises(Refused) as no:
            await allocate_payment(
                viewer, payment.id, invoice.id, Decimal("1.00"), today=TODAY, now=NOW
            )
        assert no.value.refusal.code == code


async def test_one_settles_only_what_one_sees():
    client = await make_client(branch=(await make_branch()).id)
    invoice, payment = await make_document(client), await make_payment(client)
    outsider = viewer_of(await make_person())
    for payment_id, document_id in ((payment.id, invoice.id), (new_id(), new_id())):
        with pytest.raises(Refused) as no:
            await allocate_payment(
                outsider, payment_id, document_id, Decimal("1.00"), today=TODAY, now=NOW
            )
        assert no.value.refusal.code == "not-found"


async def test_twenty_writers_never_settle_a_document_twice_over():
    client = await make_client()
    invoice = await make_document(client, "100.00")
    payments = [await make_payment(client, "9.00") for _ in range(20)]
    viewer = await boss()

    async def settle(payment_id: UUID) -> str:
        try:
            await allocate_payment(
                viewer, payment_id, invoice.id, Decimal("9.00"), today=TODAY, now=NOW
            )
        except Refused as no:
            return no.refusal.code
        return "settled"

    settled = await asyncio.gather(*(settle(payment.id) for payment in payments))
    assert Counter(settled) == {"settled": 11, "settled-too-much": 9}
    assert await residual(invoice) == Decimal("1.00")


async def test_twenty_writers_never_spend_a_payment_twice_over():
    client = await make_client()
    invoices = [await make_document(client, "9.00") for _ in range(20)]
    payment = await make_payment(client, "100.00")
    viewer = await boss()

    async def settle(document_id: UUID) -> str:
        try:
            await allocate_payment(
                viewer, payment.id, document_id, Decimal("9.00"), today=TODAY, now=NOW
            )
        except Refused as no:
            return no.refusal.code
        return "settled"

    settled = await asyncio.gather(*(settle(invoice.id) for invoice in invoices))
    assert Counter(settled) == {"settled": 11, "applied-too-much": 9}
    assert await fetch_value("SELECT unapplied FROM payment") == Decimal("1.00")
