"""What an export of the year had and the next no longer has settles nothing that is still there."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from backend.imports.judging import Result
from tests.imports.accounting_year import Year, outstanding
from tests.imports.conftest import Load, ledger, open_now, undo
from tests.imports.test_judged_by import DEADLINE, TAKEN, TODAY, judged, promised

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]


@pytest.fixture
def year(tmp_path: Path) -> Year:
    """F1 is paid by R1 and lettered with it; F2 is owed."""
    year = Year(tmp_path, 2026).sale("20260501", "C1", "F1", "100,00", "A")
    return year.paid("20261105", "C1", "R1", "100,00", "A").sale("20260601", "C1", "F2", "50,00")


def without(year: Year, reference: str) -> Year:
    year.rows = [row for row in year.rows if f"|{reference}|" not in row]
    return year


def told(result: Result) -> dict[str, object]:
    codes = {"settlement-gone", "ledger-differs", "reappeared"}
    return {one.code: one.facts.get("numbers") for one in result.warnings if one.code in codes}


async def test_a_payment_gone_from_the_books_leaves_its_invoice_owed(load: Load, year: Year):
    await load("fec", year.written(), as_of=TODAY)
    before = await ledger()
    assert await open_now() == {"F2": "50.00"}
    without(year, "R1").letter("F1", "", "")
    for apply in (False, True):
        result = await load("fec", year.written(), as_of=TODAY, apply=apply)
        assert told(result) == {"settlement-gone": "F1"}
    assert await open_now() == {"F1": "100.00", "F2": "50.00"}
    assert await outstanding() == result.control_totals[0].amount == Decimal("150.00")
    after = await ledger()
    again = await load("fec", year.written(), as_of=TODAY)
    assert (again.added, again.changed, again.closed, told(again)) == (0, 0, 0, {})
    assert await ledger() == after
    await undo()
    await undo()
    assert await ledger() == before


async def test_the_promise_it_had_kept_is_judged_again(load: Load, year: Year):
    lettered = list(year.rows)
    without(year, "R1").letter("F1", "", "")
    await load("fec", year.written(), as_of=TAKEN)
    await promised()
    year.rows = lettered
    await load("fec", year.written(), as_of=DEADLINE)
    assert await judged() == ["kept 100.00"]
    without(year, "R1").letter("F1", "", "")
    await load("fec", year.written(), as_of=TODAY)
    for _ in range(2):
        assert await judged() == ["kept 100.00", "reopened 0.00", "broken 0.00"]
    year.rows = lettered
    await load("fec", year.written(), as_of=TODAY)
    assert (await judged())[3:] == ["reopened 100.00", "kept 100.00"]


async def test_a_payment_that_has_another_number_now_settles_once(load: Load, year: Year):
    await load("fec", year.written(), as_of=TODAY)
    without(year, "R1").paid("20261105", "C1", "R1B", "100,00", "A")
    result = await load("fec", year.written(), as_of=TODAY)
    assert told(result) == {}
    assert await open_now() == {"F2": "50.00"}
    assert await outstanding() == Decimal("50.00")
    settled = await fetch_all(
        "SELECT p.reference, a.amount FROM allocation a JOIN document d ON d.id = a.debit_document"
        " JOIN payment p ON p.id = a.credit_payment WHERE d.number = 'F1'"
    )
    assert [tuple(row) for row in settled] == [("R1B", Decimal("100.00"))]


async def test_an_invoice_gone_from_the_books_leaves_its_payment_to_be_set_off(
    load: Load, year: Year
):
    await load("fec", year.written(), as_of=TODAY)
    without(year, "F1").letter("R1", "", "")
    result = await load("fec", year.written(), as_of=TODAY)
    assert await open_now() == {"F2": "50.00"}
    assert await fetch_value("SELECT sum(unapplied) FROM payment") == Decimal("100.00")
    assert await outstanding() == result.control_totals[0].amount == Decimal("-50.00")


async def test_what_is_gone_on_both_sides_stays_settled(load: Load, year: Year):
    await load("fec", year.written(), as_of=TODAY)
    before = await ledger()
    result = await load("fec", without(without(year, "F1"), "R1").written(), as_of=TODAY)
    assert (result.closed, told(result)) == (0, {})
    assert await ledger() == before


async def test_a_line_that_is_back_settles_as_it_did(load: Load, year: Year):
    lettered = list(year.rows)
    await load("fec", year.written(), as_of=TODAY)
    before = await ledger()
    await load("fec", without(year, "R1").letter("F1", "", "").written(), as_of=TODAY)
    year.rows = lettered
    await load("fec", year.written(), as_of=TODAY)
    assert await ledger() == before


async def test_what_people_settled_by_hand_stays_and_the_difference_is_told(load: Load, year: Year):
    year.letter("F1", "", "").letter("R1", "", "")
    await load("fec", year.written(), as_of=TODAY)
    await execute(
        "INSERT INTO allocation (id, debit_document, credit_payment, amount, value_on, source)"
        " SELECT gen_random_uuid(), d.id, p.id, 100, p.value_on, 'manual'"
        " FROM document d, payment p WHERE d.number = 'F1'"
    )
    result = await load("fec", without(year, "R1").written(), as_of=TODAY)
    assert set(told(result)) == {"ledger-differs"}
    assert await open_now() == {"F2": "50.00"}
