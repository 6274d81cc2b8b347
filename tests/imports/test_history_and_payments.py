"""Histories and payments: what settles what, on which day, and what of it was only presumed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from backend.database.transaction import fetch_all, fetch_value
from tests.imports.conftest import Load, ledger, open_now

pytestmark = pytest.mark.anyio

JUNE, JULY = date(2026, 6, 30), date(2026, 7, 31)
SETTLED = "C1;Alpha;F1;2026-05-01;2026-06-01;100.00;2026-06-11"
OPEN = "C1;Alpha;F2;2026-05-02;2026-06-02;200.00;"
CREDIT = "C1;Alpha;A1;2026-05-03;2026-05-03;-40.00;2026-06-11"


async def allocations() -> list[tuple[object, ...]]:
    rows = await fetch_all(
        "SELECT coalesce(dd.number, cd.number) AS number, a.amount, a.value_on, p.reference"
        " FROM allocation a LEFT JOIN document dd ON dd.id = a.debit_document"
        " LEFT JOIN document cd ON cd.id = a.credit_document"
        " LEFT JOIN payment p ON p.id = coalesce(a.credit_payment, a.debit_payment)"
        " ORDER BY 1, 3, 2"
    )
    return [tuple(row) for row in rows]


async def test_a_history_settles_each_document_on_its_day(load: Load):
    result = await load("history", (SETTLED, OPEN, CREDIT))
    assert (result.end, result.added) == ("applied", 3)
    assert await open_now() == {"F2": "200.00"}
    assert await allocations() == [
        ("A1", Decimal("40.00"), date(2026, 6, 11), None),
        ("F1", Decimal("100.00"), date(2026, 6, 11), "F1"),
    ]
    assert await fetch_value("SELECT sum(unapplied) FROM payment") == 0


async def test_a_history_twice_changes_nothing(load: Load):
    await load("history", (SETTLED, OPEN, CREDIT))
    before = await ledger()
    again = await load("history", (SETTLED, OPEN, CREDIT))
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert await ledger() == before


async def test_a_later_history_settles_what_was_open_and_corrects_a_day(load: Load):
    await load("history", (SETTLED, OPEN))
    result = await load("history", (SETTLED.replace("06-11", "06-15"), OPEN + "2026-07-01"))
    assert (result.added, result.changed) == (0, 2)
    assert [row[:3] for row in await allocations()] == [
        ("F1", Decimal("100.00"), date(2026, 6, 15)),
        ("F2", Decimal("200.00"), date(2026, 7, 1)),
    ]
    assert await fetch_value("SELECT count(*) FROM payment") == 2


async def test_a_history_that_opens_a_document_again_takes_its_settlement_back(load: Load):
    await load("history", (SETTLED, OPEN))
    await load("history", (SETTLED.replace("2026-06-11", ""), OPEN))
    assert await open_now() == {"F1": "100.00", "F2": "200.00"}
    assert await fetch_value("SELECT count(*) FROM payment") == 0


async def test_a_history_dates_what_only_left_an_open_item_file(load: Load):
    rows = tuple(f"C1;Alpha;F{n};2026-05-01;2026-06-01;100.00" for n in range(1, 7))
    await load("open-items", rows, as_of=JUNE)
    await load("open-items", rows[1:], as_of=JULY)
    await load("history", (SETTLED,))
    assert await allocations() == [("F1", Decimal("100.00"), date(2026, 6, 11), "F1")]


async def test_an_open_item_file_does_not_contradict_what_was_settled_after_its_day(load: Load):
    rows = tuple(f"C1;Alpha;F{n};2026-05-01;2026-06-01;100.00" for n in range(1, 7))
    await load("history", tuple(f"{row};2026-08-0{n}" for n, row in enumerate(rows, 1)))
    before = await ledger()
    await load("open-items", rows, as_of=JUNE)
    assert await open_now() == {}
    assert (await ledger())["allocations"] == before["allocations"]


async def some_invoices(load: Load) -> None:
    await load(
        "open-items",
        tuple(f"C1;Alpha;F{n};2026-05-0{n};2026-06-0{n};{n}00.00" for n in range(1, 7)),
        as_of=JUNE,
    )


async def test_a_payment_settles_the_documents_its_parts_name(load: Load):
    await some_invoices(load)
    rows = ("C1;P1;2026-07-02;100.00;F1", "C1;P1;2026-07-02;150.00;F2")
    result = await load("payments", rows)
    assert (result.end, result.added) == ("applied", 1)
    assert await allocations() == [
        ("F1", Decimal("100.00"), date(2026, 7, 2), "P1"),
        ("F2", Decimal("150.00"), date(2026, 7, 2), "P1"),
    ]
    assert (await open_now())["F2"] == "50.00"
    assert await fetch_value("SELECT amount FROM payment") == Decimal("250.00")


async def test_payments_twice_change_nothing(load: Load):
    await some_invoices(load)
    rows = ("C1;P1;2026-07-02;100.00;F1", "C1;;2026-07-03;20.00;F2", "C1;;2026-07-03;20.00;F2")
    assert (await load("payments", rows)).added == 3
    before = await ledger()
    again = await load("payments", rows)
    assert (again.added, again.changed) == (0, 0)
    assert await ledger() == before


async def test_what_is_paid_too_much_stays_on_account(load: Load):
    await some_invoices(load)
    await load("payments", ("C1;P1;2026-07-02;130.00;F1",))
    assert await fetch_value("SELECT unapplied FROM payment") == Decimal("30.00")


async def test_two_payments_of_one_invoice_never_settle_it_twice(load: Load):
    await some_invoices(load)
    await load("payments", ("C1;P1;2026-07-02;70.00;F1", "C1;P2;2026-07-03;70.00;F1"))
    assert [row[1] for row in await allocations()] == [Decimal("70.00"), Decimal("30.00")]
    assert await fetch_value("SELECT sum(unapplied) FROM payment") == Decimal("40.00")


async def test_instalments_are_paid_in_the_order_they_fall_due(load: Load):
    parts = tuple(f"C1;Alpha;F1;2026-05-01;2026-0{month}-01;50.00" for month in (8, 6, 7))
    await load("open-items", parts, as_of=JUNE)
    await load("payments", ("C1;P1;2026-07-02;70.00;F1",))
    rows = await fetch_all("SELECT due_on, residual FROM document ORDER BY due_on")
    assert [row["residual"] for row in rows] == [
        Decimal("0.00"),
        Decimal("30.00"),
        Decimal("50.00"),
    ]


async def test_money_given_back_settles_a_credit_note(load: Load):
    await load("open-items", ("C1;Alpha;A1;2026-05-01;2026-05-01;-80.00",), as_of=JUNE)
    await load("payments", ("C1;P1;2026-07-02;-80.00;A1", "C1;P2;2026-07-02;5.00;"))
    assert await open_now() == {}
    assert await fetch_value("SELECT sum(unapplied) FROM payment") == Decimal("5.00")


async def test_a_known_payment_takes_the_place_of_a_presumed_settlement(load: Load):
    rows = tuple(f"C1;Alpha;F{n};2026-05-01;2026-06-01;100.00" for n in range(1, 7))
    await load("open-items", rows, as_of=JUNE)
    await load("open-items", rows[1:], as_of=JULY)
    await load("payments", ("C1;P1;2026-07-20;60.00;F1",))
    assert await allocations() == [
        ("F1", Decimal("60.00"), date(2026, 7, 20), "P1"),
        ("F1", Decimal("40.00"), JULY, None),
    ]
    assert await fetch_value("SELECT unapplied FROM payment") == 0


async def test_a_known_payment_takes_the_place_of_a_historys(load: Load):
    await load("history", (SETTLED,))
    await load("payments", ("C1;P1;2026-06-11;100.00;F1",))
    assert await allocations() == [("F1", Decimal("100.00"), date(2026, 6, 11), "P1")]
    assert await fetch_value("SELECT count(*) FROM payment") == 1


async def test_a_payment_of_an_unknown_document_is_refused_with_its_line(load: Load):
    await some_invoices(load)
    rows = ("C1;P1;2026-07-02;100.00;F1", "C1;P2;2026-07-02;100.00;F99")
    result = await load("payments", rows)
    assert result.end == "refused"
    assert [(one.line, one.finding.code) for one in result.refused] == [(3, "document-unknown")]
    assert await fetch_value("SELECT count(*) FROM payment") == 0
    skipped = await load("payments", rows, skip_refused=True)
    assert (skipped.end, skipped.added) == ("applied", 1)


async def test_a_payment_on_account_lowers_what_is_owed(load: Load):
    await some_invoices(load)
    await load("payments", ("C1;P1;2026-07-02;25.00;",))
    assert await fetch_value("SELECT unapplied FROM payment") == Decimal("25.00")


async def test_a_refused_line_makes_no_client(load: Load):
    await some_invoices(load)
    await load("payments", ("C77;P1;2026-07-02;25.00;F1",), skip_refused=True)
    assert await fetch_value("SELECT count(*) FROM client") == 1


async def test_money_on_account_that_left_the_file_is_used_up(load: Load):
    await some_invoices(load)
    await load("payments", ("C1;P1;2026-07-02;25.00;",))
    rows = tuple(f"C1;Alpha;F{n};2026-05-0{n};2026-06-0{n};{n}00.00" for n in range(1, 7))
    result = await load("open-items", rows, as_of=JULY)
    assert (result.changed, result.closed) == (0, 1)
    assert await fetch_value("SELECT unapplied FROM payment") == 0


async def test_a_file_that_still_shows_what_a_known_payment_settled_only_warns(load: Load):
    await some_invoices(load)
    await load("payments", ("C1;P1;2026-06-20;100.00;F1",))
    rows = tuple(f"C1;Alpha;F{n};2026-05-0{n};2026-06-0{n};{n}00.00" for n in range(1, 7))
    result = await load("open-items", rows, as_of=JULY)
    assert "settled-better-here" in [warning.code for warning in result.warnings]
    assert "F1" not in await open_now()
