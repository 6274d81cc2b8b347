"""The ledger of a past day is recomputed from dates, never from today's residual."""

import csv
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.money import Money
from shared.rules.aging import days_late
from shared.rules.ledger import LedgerAllocation, LedgerDocument, LedgerPayment, age_as_of

HISTORY = Path(__file__).parents[3].with_name("shared") / "data/ledgers/late-payment-history.csv"


def eur(amount: str | int) -> Money:
    return Money(Decimal(amount), "EUR")


INVOICE = LedgerDocument("F1", eur(100), date(2025, 1, 10), date(2025, 2, 9))
PAYMENT = LedgerPayment("P1", eur(60), date(2025, 2, 20))
LETTERED = LedgerAllocation(eur(60), date(2025, 2, 20), "F1", "P1")


def outstanding(
    as_of: date,
    documents: Iterable[LedgerDocument] = (INVOICE,),
    payments: Iterable[LedgerPayment] = (PAYMENT,),
    allocations: Iterable[LedgerAllocation] = (LETTERED,),
) -> dict[str, tuple[str, str]]:
    agings = age_as_of(documents, payments, allocations, as_of)
    return {aging.currency: (aging.outstanding.wire, aging.unapplied.wire) for aging in agings}


def test_before_its_issue_an_invoice_is_not_owed():
    assert outstanding(date(2025, 1, 9)) == {}


def test_on_its_day_of_issue_it_is_owed_whole():
    assert outstanding(date(2025, 1, 10)) == {"EUR": ("100.00", "0.00")}


def test_a_payment_counts_from_its_value_date():
    assert outstanding(date(2025, 2, 19)) == {"EUR": ("100.00", "0.00")}
    assert outstanding(date(2025, 2, 20)) == {"EUR": ("40.00", "0.00")}


def test_a_payment_before_its_invoice_is_unapplied_in_between():
    early = LedgerPayment("P1", eur(60), date(2025, 1, 2))
    lettered = LedgerAllocation(eur(60), date(2025, 1, 2), "F1", "P1")
    seen = [
        outstanding(day, payments=[early], allocations=[lettered])
        for day in (date(2025, 1, 1), date(2025, 1, 5), date(2025, 1, 10))
    ]
    assert seen == [{}, {"EUR": ("-60.00", "-60.00")}, {"EUR": ("40.00", "0.00")}]


def test_a_credit_note_settles_an_invoice_without_changing_what_is_owed_in_all():
    note = LedgerDocument("A1", eur(-30), date(2025, 1, 20), date(2025, 1, 20))
    lettered = LedgerAllocation(eur(30), date(2025, 3, 1), "F1", "A1")
    ledger: dict[str, Any] = {
        "documents": [INVOICE, note],
        "payments": [],
        "allocations": [lettered],
    }
    assert outstanding(date(2025, 2, 28), **ledger) == {"EUR": ("70.00", "-30.00")}
    assert outstanding(date(2025, 3, 1), **ledger) == {"EUR": ("70.00", "0.00")}


def test_a_refund_settles_a_credit_note():
    note = LedgerDocument("A1", eur(-30), date(2025, 1, 20), date(2025, 1, 20))
    refund = LedgerPayment("R1", eur(-30), date(2025, 2, 1))
    lettered = LedgerAllocation(eur(30), date(2025, 2, 1), "R1", "A1")
    ledger: tuple[Any, ...] = ([note], [refund], [lettered])
    assert outstanding(date(2025, 1, 31), *ledger) == {"EUR": ("-30.00", "-30.00")}
    assert outstanding(date(2025, 2, 1), *ledger) == {}


@st.composite
def ledgers(draw):
    days = st.dates(date(2025, 1, 1), date(2025, 12, 31))
    documents, payments, allocations = [], [], []
    for number in range(draw(st.integers(0, 6))):
        amount = draw(st.integers(1, 9999))
        issued, value = draw(days), draw(days)
        due = issued + timedelta(days=draw(st.integers(0, 90)))
        documents.append(LedgerDocument(f"F{number}", eur(amount), issued, due))
        payments.append(LedgerPayment(f"P{number}", eur(draw(st.integers(1, 9999))), value))
        part = draw(st.integers(1, min(amount, int(payments[-1].amount.amount))))
        allocations.append(LedgerAllocation(eur(part), value, f"F{number}", f"P{number}"))
    return documents, payments, allocations


@given(ledgers(), st.dates(date(2024, 12, 1), date(2026, 3, 1)))
def test_on_any_day_outstanding_is_what_was_issued_less_what_was_received(ledger, as_of):
    documents, payments, allocations = ledger
    issued = sum(d.amount.amount for d in documents if d.issued_on <= as_of)
    received = sum(p.amount.amount for p in payments if p.value_on <= as_of)
    agings = age_as_of(documents, payments, allocations, as_of)
    assert sum(aging.outstanding.amount for aging in agings) == issued - received


@given(ledgers(), st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_what_happens_after_a_day_never_changes_what_that_day_was(ledger, as_of):
    documents, payments, allocations = ledger
    known_then = (
        [d for d in documents if d.issued_on <= as_of],
        [p for p in payments if p.value_on <= as_of],
        [a for a in allocations if a.value_on <= as_of],
    )
    assert age_as_of(documents, payments, allocations, as_of) == age_as_of(*known_then, as_of=as_of)


@pytest.fixture(scope="module")
def history():
    if not HISTORY.parents[2].is_dir():
        pytest.skip("the folder of public data is not beside this checkout")
    with HISTORY.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def day(written: str) -> date:
    return datetime.strptime(written, "%m/%d/%Y").date()  # noqa: DTZ007 - a date, not an instant


def read_ledger(
    rows: list[dict[str, str]],
) -> tuple[list[LedgerDocument], list[LedgerPayment], list[LedgerAllocation]]:
    documents = [
        LedgerDocument(n, eur(r["InvoiceAmount"]), day(r["InvoiceDate"]), day(r["DueDate"]))
        for n, r in enumerate(rows)
    ]
    allocations = [
        LedgerAllocation(eur(r["InvoiceAmount"]), day(r["SettledDate"]), n)
        for n, r in enumerate(rows)
    ]
    return documents, [], allocations


def test_a_real_history_as_of_june_2013_gives_its_published_figures(history):
    (aging,) = age_as_of(*read_ledger(history), as_of=date(2013, 6, 30))
    assert (aging.documents, aging.outstanding.wire) == (84, "5119.85")
    held = {n: (b.documents, b.amount.wire) for n, b in aging.buckets.items() if b.documents}
    assert held == {"not_due": (72, "4284.29"), "1-30": (12, "835.56")}


def test_a_real_history_ends_with_nothing_owed_and_days_late_as_its_own_column(history):
    assert age_as_of(*read_ledger(history), as_of=date(2100, 1, 1)) == ()
    for row in history:
        assert days_late(day(row["DueDate"]), day(row["SettledDate"])) == int(row["DaysLate"])
