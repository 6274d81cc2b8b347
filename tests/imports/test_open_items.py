"""Open-item files, one after the other: what they add, change, close and bring back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from backend.database.transaction import fetch_all, fetch_value
from backend.position.aging import portfolio_aging
from tests.imports.conftest import Load, ledger, open_now
from tests.makers.ledger import make_person
from tests.makers.viewers import viewer_of

pytestmark = pytest.mark.anyio
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 31)
A = "C1;Alpha;F1;2026-05-01;2026-06-01;100.00"
B = "C1;Alpha;F2;2026-05-02;2026-06-02;200.00"
C = "C2;Beta;F3;2026-05-03;2026-06-03;300.00"
D = "C2;Beta;F4;2026-05-04;2026-06-04;400.00"
E = "C3;Gamma;F5;2026-05-05;2026-06-05;500.00"
F = "C3;Gamma;F6;2026-05-06;2026-06-06;600.00"
ALL = (A, B, C, D, E, F)


async def test_the_first_file_brings_documents_clients_and_a_company(load: Load):
    result = await load("open-items", ALL, as_of=JUNE, currency="EUR")
    assert (result.end, result.added, result.changed, result.closed) == ("applied", 6, 0, 0)
    assert [(total.currency, total.amount) for total in result.control_totals] == [
        ("EUR", Decimal("2100.00"))
    ]
    assert await fetch_value("SELECT sum(residual) FROM document") == Decimal("2100.00")
    assert await fetch_value("SELECT count(*) FROM client") == 3
    assert await fetch_value("SELECT ledger_loaded_at IS NOT NULL FROM company")


async def test_the_same_file_twice_changes_nothing(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    before = await ledger()
    result = await load("open-items", ALL, as_of=JUNE)
    assert (result.end, result.added, result.changed, result.closed) == ("applied", 0, 0, 0)
    assert await ledger() == before


async def test_a_preview_writes_nothing(load: Load):
    result = await load("open-items", ALL, apply=False, as_of=JUNE)
    assert (result.end, result.added) == ("previewed", 6)
    for table in ("document", "client", "company", "import_run", "activity"):
        assert await fetch_value(f"SELECT count(*) FROM {table}") == 0


async def test_what_left_the_file_was_settled_between_the_two_days(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    result = await load("open-items", ALL[1:], as_of=JULY)
    assert (result.added, result.changed, result.closed) == (0, 0, 1)
    (settled,) = await fetch_all(
        "SELECT d.number, a.amount, a.value_on, a.value_after, a.credit_payment"
        " FROM allocation a JOIN document d ON d.id = a.debit_document"
    )
    assert tuple(settled) == ("F1", Decimal("100.00"), JULY, JUNE, None)
    assert "F1" not in await open_now()


async def test_a_credit_note_that_left_the_file_closes_too(load: Load):
    await load("open-items", (*ALL, "C1;Alpha;A1;2026-05-07;2026-05-07;-50.00"), as_of=JUNE)
    result = await load("open-items", ALL, as_of=JULY)
    assert result.closed == 1
    assert await fetch_value("SELECT sum(residual) FROM document") == Decimal("2100.00")


async def test_an_item_that_is_back_was_never_settled(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    await load("open-items", ALL[1:], as_of=JULY)
    result = await load("open-items", ALL, as_of=date(2026, 8, 31))
    assert (result.added, result.changed, result.closed) == (0, 1, 0)
    assert (await open_now())["F1"] == "100.00"
    assert await fetch_value("SELECT count(*) FROM allocation") == 0
    assert await fetch_value("SELECT bool_and(last_settled_on IS NULL) FROM document")


async def test_an_item_that_is_back_is_named_and_open_on_the_days_between(load: Load):
    """Why past days change with it: docs/decisions/0011."""
    await load("open-items", ALL, as_of=JUNE)
    away = await load("open-items", ALL[1:], as_of=JULY)
    assert "reappeared" not in {one.code for one in away.warnings}
    previewed = await load("open-items", ALL, as_of=date(2026, 8, 31), apply=False)
    applied = await load("open-items", ALL, as_of=date(2026, 8, 31))
    for result in (previewed, applied):
        (told,) = [one for one in result.warnings if one.code == "reappeared"]
        assert (told.facts, told.lines) == ({"count": 1, "numbers": "F1"}, (2,))
    viewer = viewer_of(await make_person(), "finance_director", everything=True)
    july = await portfolio_aging(viewer, as_of=JULY, today=date(2026, 9, 1))
    assert [one.outstanding for one in july.currencies] == [Decimal("2100.00")]


async def test_a_part_that_is_back_is_no_item_that_reappeared(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    await load("open-items", (A.replace("100.00", "30.00"), *ALL[1:]), as_of=JULY)
    back = await load("open-items", ALL, as_of=date(2026, 8, 31))
    assert "reappeared" not in {one.code for one in back.warnings}


async def test_a_smaller_amount_is_a_part_paid_between_the_two_days(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    result = await load("open-items", (A.replace("100.00", "30.00"), *ALL[1:]), as_of=JULY)
    assert (result.added, result.changed, result.closed) == (0, 1, 0)
    row = (await fetch_all("SELECT amount, residual FROM document WHERE number = 'F1'"))[0]
    assert tuple(row) == (Decimal("100.00"), Decimal("30.00"))
    assert await fetch_value("SELECT value_after FROM allocation") == JUNE


async def test_a_part_paid_that_grows_again_is_taken_back_in_part(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    await load("open-items", (A.replace("100.00", "30.00"), *ALL[1:]), as_of=JULY)
    await load("open-items", (A.replace("100.00", "80.00"), *ALL[1:]), as_of=date(2026, 8, 31))
    assert (await open_now())["F1"] == "80.00"
    row = (await fetch_all("SELECT amount, value_on FROM allocation"))[0]
    assert tuple(row) == (Decimal("20.00"), JULY)


async def test_more_than_the_document_ever_was_is_a_new_amount(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    await load("open-items", (A.replace("100.00", "130.00"), *ALL[1:]), as_of=JULY)
    row = (await fetch_all("SELECT amount, residual FROM document WHERE number = 'F1'"))[0]
    assert tuple(row) == (Decimal("130.00"), Decimal("130.00"))


async def test_amount_and_residual_side_by_side_say_what_was_paid(load: Load, tmp_path):
    path = tmp_path / "two.csv"
    path.write_text(
        "Client;Name;Number;Issue date;Due date;Amount;Open amount\n"
        "C1;Alpha;F1;2026-05-01;2026-06-01;100.00;40.00\n"
        "C1;Alpha;F2;2026-05-01;2026-06-01;200.00;200.00\n"
    )
    result = await load("open-items", path, as_of=JUNE)
    assert [total.amount for total in result.control_totals] == [Decimal("240.00")]
    assert await open_now() == {"F1": "40.00", "F2": "200.00"}
    assert await fetch_value("SELECT amount FROM document WHERE number = 'F1'") == 100
    again = await load("open-items", path, as_of=JUNE)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)


async def test_changed_fields_are_taken_over_and_told_before_and_after(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    result = await load("open-items", (A.replace("2026-06-01", "2026-07-15"), *ALL[1:]), as_of=JULY)
    assert result.changed == 1
    assert await fetch_value("SELECT due_on FROM document WHERE number = 'F1'") == date(2026, 7, 15)
    fact = (
        await fetch_all(
            "SELECT before, after FROM activity WHERE kind = 'ledger-imported' AND before IS NOT"
            " NULL"
        )
    )[0]
    assert fact["before"]["documents"][0]["due_on"] == "2026-06-01"
    assert fact["after"]["documents"][0]["due_on"] == "2026-07-15"
    assert fact["after"]["changed"] == 1


async def test_a_file_that_would_close_over_a_fifth_asks_first(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    before = await ledger()
    asked = await load("open-items", ALL[2:], as_of=JULY)
    assert asked.end == "question"
    assert asked.question is not None
    assert asked.question.option == "--confirm-closing"
    assert asked.question.finding.facts["closed"] == 2
    assert (asked.added, asked.changed, asked.closed) == (0, 0, 0)
    assert await ledger() == before
    confirmed = await load("open-items", ALL[2:], as_of=JULY, confirm_closing=True)
    assert (confirmed.end, confirmed.closed) == ("applied", 2)


async def test_a_preview_that_would_close_much_says_so_and_asks_later(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    asked = await load("open-items", ALL[2:], apply=False, as_of=JULY)
    assert (asked.end, asked.closed) == ("previewed", 2)
    assert asked.question is not None


async def test_exactly_a_fifth_closes_without_asking(load: Load):
    five = ALL[:5]
    await load("open-items", five, as_of=JUNE)
    result = await load("open-items", five[1:], as_of=JULY)
    assert (result.end, result.closed) == ("applied", 1)


async def test_a_file_older_than_the_last_is_refused(load: Load):
    await load("open-items", ALL, as_of=JULY)
    result = await load("open-items", ALL, as_of=JUNE)
    assert result.end == "refused"
    assert [one.finding.code for one in result.refused] == ["older-than-last"]


async def test_a_day_to_come_is_refused(load: Load):
    result = await load("open-items", ALL, as_of=date(2062, 6, 30))
    assert [one.finding.code for one in result.refused] == ["as-of-in-future"]


async def test_one_refused_line_keeps_all_out_unless_skipped(load: Load):
    bad = "C4;Delta;F7;2026-13-45;2026-06-01;70.00"
    result = await load("open-items", (*ALL, bad), as_of=JUNE)
    assert (result.end, result.added) == ("refused", 0)
    assert [one.line for one in result.refused] == [8]
    assert await fetch_value("SELECT count(*) FROM document") == 0
    skipped = await load("open-items", (*ALL, bad), as_of=JUNE, skip_refused=True)
    assert (skipped.end, skipped.added, skipped.refused_count) == ("applied", 6, 1)
