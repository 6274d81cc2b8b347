"""The daily closing on the database: by what was really paid, once, and never on stale cash."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from shared.refusal import Refused
from tests.makers.ledger import (
    make_client,
    make_document,
)
from tests.makers.promises import cover, make_cash_source, make_promise
from tests.promises.closed import TODAY, close, pay, promised, state, verdicts

pytestmark = pytest.mark.anyio
PROMISED, DEADLINE = date(2026, 11, 4), date(2026, 11, 6)
BEFORE, AFTER = date(2026, 11, 5), date(2026, 11, 12)


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


async def test_a_day_to_come_is_not_closed():
    with pytest.raises(Refused, match="day-not-over"):
        await close(TODAY + timedelta(days=1))


async def test_the_company_without_promises_is_closed_in_no_time():
    assert dict((await close()).judged) == {}
