"""The daily closing on the database: by what was really paid, once, and never on stale cash."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from backend.promises.service.closing import Closed, close_day
from shared.refusal import Refused
from shared.rules.promise import PromisePolicy
from tests.makers.disputes import end_dispute, make_dispute
from tests.makers.ledger import (
    MadeDocument,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import cover, make_cash_source, make_promise

pytestmark = pytest.mark.anyio

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
PROMISED, DEADLINE = date(2026, 11, 4), date(2026, 11, 6)
BEFORE, AFTER = date(2026, 11, 5), date(2026, 11, 12)


async def close(day: date = DEADLINE) -> Closed:
    return await close_day(day, today=TODAY, now=NOW, policy=PromisePolicy())


async def verdicts(promise: UUID) -> list[str]:
    rows = await fetch_all(
        "SELECT verdict FROM promise_judgement WHERE promise = $1 ORDER BY place", promise
    )
    return [row["verdict"] for row in rows]


async def state(promise: UUID) -> str:
    return str(await fetch_value("SELECT state FROM promise WHERE id = $1", promise))


async def pay(document: MadeDocument, amount: str, on: date) -> UUID:
    client = type("C", (), {"id": document.client, "currency": document.currency})
    payment = await make_payment(client, amount, value_on=on)  # type: ignore[arg-type]
    return await make_allocation(amount, debit=document, credit=payment, value_on=on)


async def promised(amount: str = "100.00", through: date = TODAY) -> tuple[MadeDocument, UUID]:
    client = await make_client()
    invoice = await make_document(client, "100.00", due_on=date(2026, 10, 1))
    await make_cash_source(client.company, covers_through=through)
    return invoice, await make_promise(client, invoice, amount=amount, promised_on=PROMISED)


async def test_a_promise_that_was_paid_is_kept():
    invoice, promise = await promised()
    await pay(invoice, "100.00", BEFORE)
    closed = await close()
    assert (dict(closed.judged), closed.unknown) == ({"kept": 1}, 0)
    assert (await state(promise), await verdicts(promise)) == ("kept", ["kept"])
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'promise-judged'")
    assert (fact["subject"], fact["after"]["state"]) == (promise, "kept")


async def test_nothing_is_judged_before_the_grace_is_over():
    _, promise = await promised()
    await close(DEADLINE - timedelta(days=1))
    assert await verdicts(promise) == []


async def test_paid_late_it_is_broken_and_then_kept_late():
    invoice, promise = await promised()
    await close()
    assert await state(promise) == "broken"
    await pay(invoice, "100.00", AFTER)
    await close(AFTER)
    assert (await state(promise), await verdicts(promise)) == ("kept_late", ["broken", "kept_late"])


async def test_a_closing_run_again_changes_nothing():
    invoice, promise = await promised()
    await pay(invoice, "60.00", BEFORE)
    await pay(invoice, "40.00", AFTER)
    await close(AFTER)
    before = await fetch_all("SELECT * FROM promise_judgement ORDER BY id")
    for day in (AFTER, DEADLINE, TODAY, DEADLINE - timedelta(days=30)):
        assert not (await close(day)).judged
    assert await fetch_all("SELECT * FROM promise_judgement ORDER BY id") == before
    assert await verdicts(promise) == ["partly_kept", "kept_late"]


async def test_stale_cash_breaks_nothing_and_says_so():
    invoice, promise = await promised(through=DEADLINE - timedelta(days=1))
    closed = await close(TODAY)
    assert (dict(closed.judged), closed.unknown) == ({}, 1)
    assert await state(promise) == "open"
    await pay(invoice, "100.00", BEFORE)
    await close(TODAY)
    assert await state(promise) == "kept"


async def test_the_least_fresh_active_source_counts():
    invoice, promise = await promised()
    other = await make_cash_source(
        await fetch_value("SELECT company FROM client WHERE id = $1", invoice.client),
        "autre banque",
        covers_through=DEADLINE - timedelta(days=3),
    )
    await close(TODAY)
    assert await state(promise) == "open"
    await execute("UPDATE cash_source SET is_active = false WHERE id = $1", other)
    await close(TODAY)
    assert await state(promise) == "broken"


async def test_the_cash_of_another_company_says_nothing():
    client = await make_client()
    invoice = await make_document(client, "100.00")
    promise = await make_promise(client, invoice, promised_on=PROMISED)
    from tests.makers.ledger import make_company  # noqa: PLC0415

    await make_cash_source((await make_company()).id, covers_through=TODAY)
    await close(TODAY)
    assert await state(promise) == "open"


async def test_a_source_that_catches_up_lets_the_day_be_judged():
    invoice, promise = await promised(through=BEFORE)
    source = await fetch_value("SELECT id FROM cash_source")
    await close(TODAY)
    assert await state(promise) == "open"
    await cover(source, DEADLINE)
    await close(TODAY)
    assert await state(promise) == "broken"
    assert invoice.amount == Decimal(100)


async def test_a_reversed_payment_reopens_the_judgement_and_leaves_it_in_the_history():
    invoice, promise = await promised()
    allocation = await pay(invoice, "100.00", BEFORE)
    await close()
    await execute("DELETE FROM allocation WHERE id = $1", allocation)
    await close(TODAY)
    assert await state(promise) == "broken"
    assert await verdicts(promise) == ["kept", "reopened", "broken"]


async def test_money_lettered_later_with_a_value_date_in_time_reopens_what_was_broken():
    invoice, promise = await promised()
    await close()
    await pay(invoice, "100.00", BEFORE)
    await close(TODAY)
    assert await verdicts(promise) == ["broken", "reopened", "kept"]


async def test_a_promise_broken_is_never_shown_as_never_made():
    """Whatever happens after it, the judgement and the promise stay readable."""
    invoice, promise = await promised()
    await close()
    await pay(invoice, "100.00", AFTER)
    await close(TODAY)
    assert "broken" in await verdicts(promise)
    for table in ("promise_judgement", "promise_known"):
        with pytest.raises(Exception, match="is never changed"):
            await execute(f"DELETE FROM {table}")


async def test_every_promise_is_judged_by_its_own_row():
    """Not one row's amount for all of them."""
    client = await make_client()
    await make_cash_source(client.company, covers_through=TODAY)
    made = {}
    for number, paid in enumerate(("100.00", "50.00", "0.00", "99.50", "98.99")):
        invoice = await make_document(client, "100.00", number=f"F{number}")
        if paid != "0.00":
            await pay(invoice, paid, BEFORE)
        made[paid] = await make_promise(client, invoice, promised_on=PROMISED)
    await close()
    found = {paid: await state(promise) for paid, promise in made.items()}
    assert found == {
        "100.00": "kept",
        "50.00": "partly_kept",
        "0.00": "broken",
        "99.50": "kept",
        "98.99": "partly_kept",
    }
    counted = await fetch_all("SELECT promise, counted, expected FROM promise_judgement")
    by_promise = {row["promise"]: f"{row['counted']} of {row['expected']}" for row in counted}
    assert by_promise == {promise: f"{paid} of 100.00" for paid, promise in made.items()}


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


async def test_a_day_to_come_is_not_closed():
    with pytest.raises(Refused, match="day-not-over"):
        await close(TODAY + timedelta(days=1))


async def test_the_company_without_promises_is_closed_in_no_time():
    assert dict((await close()).judged) == {}


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
