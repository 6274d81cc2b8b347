"""Accounting exports: a year as it grows, and the year that follows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import fetch_all, fetch_value
from tests.imports.accounting_year import SIREN, Year, outstanding
from tests.imports.conftest import Load, ledger, open_now, undo

pytestmark = pytest.mark.anyio


async def test_a_year_brings_invoices_payments_and_what_the_lettering_says(load: Load, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00", "A").paid("20250420", "C1", "R1", "100,00", "A")
    year.sale("20250511", "C1", "F2", "200,00").paid("20250601", "C2", "R2", "30,00")
    result = await load("fec", year.written())
    assert (result.end, result.added) == ("applied", 4)
    assert await open_now() == {"F2": "200.00"}
    assert await outstanding() == Decimal("170.00") == result.control_totals[0].amount
    (settled,) = await fetch_all("SELECT amount, value_on FROM allocation")
    assert tuple(settled) == (Decimal("100.00"), date(2025, 4, 20))
    company = (await fetch_all("SELECT code, siren FROM company"))[0]
    assert tuple(company) == (SIREN, SIREN)


async def test_the_same_export_twice_changes_nothing(load: Load, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00", "A").paid("20250420", "C1", "R1", "100,00", "A")
    await load("fec", year.written())
    before = await ledger()
    again = await load("fec", year.path)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert await ledger() == before


async def test_a_later_export_of_the_year_adds_and_letters(load: Load, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00").sale("20250311", "C1", "F2", "50,00")
    await load("fec", year.written())
    year.paid("20250420", "C1", "R1", "100,00").letter("F1", "A", "20250420")
    year.letter("R1", "A", "20250420")
    result = await load("fec", year.written())
    assert (result.added, result.changed) == (1, 1)
    assert await open_now() == {"F2": "50.00"}
    year.letter("F1", "", "").letter("R1", "", "")
    await load("fec", year.written())
    assert await open_now() == {"F1": "100.00", "F2": "50.00"}
    assert await outstanding() == Decimal("50.00")


async def test_a_line_that_a_later_export_lost_closes_and_may_come_back(load: Load, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00").sale("20250311", "C1", "F2", "50,00")
    await load("fec", year.written())
    whole = list(year.rows)
    year.rows = [row for row in whole if "|F1|" not in row]
    result = await load("fec", year.written())
    assert result.closed == 1
    assert await outstanding() == Decimal("50.00")
    year.rows = whole
    await load("fec", year.written())
    assert await open_now() == {"F1": "100.00", "F2": "50.00"}


async def first_year(load: Load, folder: Path) -> None:
    year = Year(folder, 2025)
    year.sale("20250310", "C1", "F1", "100,00").sale("20251111", "C1", "F2", "200,00")
    year.sale("20251120", "C2", "F3", "300,00", "A").paid("20251220", "C2", "R3", "300,00", "A")
    await load("fec", year.written())


async def test_the_next_years_opening_items_are_the_same_documents(load: Load, tmp_path):
    await first_year(load, tmp_path)
    year = Year(tmp_path, 2026)
    year.opening("20260101", "C1", "F1", "100,00").opening("20260101", "C1", "F2", "200,00")
    year.sale("20260210", "C1", "F4", "40,00")
    result = await load("fec", year.written())
    assert (result.end, result.added, result.closed) == ("applied", 1, 0)
    assert await open_now() == {"F1": "100.00", "F2": "200.00", "F4": "40.00"}
    assert await outstanding() == result.control_totals[0].amount
    issued = await fetch_value("SELECT issued_on FROM document WHERE number = 'F1'")
    assert issued == date(2025, 3, 10)
    before = await ledger()
    again = await load("fec", year.path)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert await ledger() == before


async def test_this_years_lettering_settles_last_years_documents(load: Load, tmp_path):
    await first_year(load, tmp_path)
    year = Year(tmp_path, 2026)
    year.opening("20260101", "C1", "F1", "100,00", "A").opening("20260101", "C1", "F2", "200,00")
    year.paid("20260115", "C1", "R4", "100,00", "A")
    await load("fec", year.written())
    assert await open_now() == {"F2": "200.00"}
    before = await ledger()
    await load("fec", year.path)
    assert await ledger() == before


async def test_opening_items_that_settle_each_other_do_so_from_the_opening_day(
    load: Load, tmp_path
):
    """However old the papers they name: on the eve, the closing year had them open."""
    first = Year(tmp_path, 2025)
    first.sale("20251105", "C1", "F1", "300,00").paid("20251205", "C1", "R1", "120,00")
    await load("fec", first.written())
    later = Year(tmp_path, 2026).opening("20260101", "C1", "F1", "300,00")
    later.book("AN", "20260101", "C1", "R1", "0,00", "120,00")
    later.paid("20260220", "C1", "R2", "180,00")
    for reference, day in (("F1", "20251105"), ("R1", "20251205"), ("R2", "20260220")):
        later.letter(reference, "B", "20260220").of_paper(reference, day)
    await load("fec", later.written())
    settled = await fetch_all("SELECT amount, value_on FROM allocation ORDER BY amount")
    assert [tuple(one) for one in settled] == [
        (Decimal("120.00"), date(2026, 1, 1)),
        (Decimal("180.00"), date(2026, 2, 20)),
    ]
    again = await load("fec", later.written())
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert await outstanding() == 0


async def test_one_opening_line_a_client_takes_the_place_of_its_documents(load: Load, tmp_path):
    await first_year(load, tmp_path)
    year = Year(tmp_path, 2026).opening("20260101", "C1", "AN", "300,00")
    result = await load("fec", year.written())
    assert await outstanding() == Decimal("300.00") == result.control_totals[0].amount
    assert await open_now() == {"AN": "300.00"}
    # On no day is the debt counted twice.
    carried = await fetch_all(
        "SELECT value_on, value_after FROM allocation WHERE value_after IS NOT NULL"
    )
    assert {tuple(row) for row in carried} == {(date(2026, 1, 1), date(2025, 12, 31))}
    assert await fetch_value("SELECT issued_on FROM document WHERE number = 'AN'") == date(
        2026, 1, 1
    )
    before = await ledger()
    again = await load("fec", year.path)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert await ledger() == before


async def test_an_opening_that_differs_from_the_closing_is_told(load: Load, tmp_path):
    await first_year(load, tmp_path)
    year = Year(tmp_path, 2026).opening("20260101", "C1", "AN", "290,00")
    result = await load("fec", year.written())
    (told,) = [one for one in result.warnings if one.code == "opening-differs"]
    assert (told.facts["opening"], told.facts["earlier"]) == ("290.00", "300.00")
    assert await outstanding() == Decimal("290.00")


async def test_a_year_without_opening_entries_yet_keeps_last_years_items(load: Load, tmp_path):
    await first_year(load, tmp_path)
    await load("fec", Year(tmp_path, 2026).sale("20260210", "C1", "F4", "40,00").written())
    assert await outstanding() == Decimal("340.00")


async def test_undoing_the_next_year_brings_the_first_back(load: Load, tmp_path):
    await first_year(load, tmp_path)
    before = await ledger()
    await load("fec", Year(tmp_path, 2026).opening("20260101", "C1", "AN", "300,00").written())
    await undo()
    assert await ledger() == before


async def test_an_earlier_year_after_a_later_one_is_refused(load: Load, tmp_path):
    await load("fec", Year(tmp_path, 2026).sale("20260210", "C1", "F4", "40,00").written())
    result = await load("fec", Year(tmp_path, 2025).sale("20250210", "C1", "F1", "4,00").written())
    assert [one.finding.code for one in result.refused] == ["older-than-last"]


async def test_a_ledger_that_came_by_open_items_is_not_counted_twice(load: Load, tmp_path):
    await load("open-items", ("C1;Alpha;F1;2026-05-01;2026-06-01;1.00",), as_of=date(2026, 6, 30))
    year = Year(tmp_path, 2026).sale("20260210", "C1", "F4", "40,00").written()
    result = await load("fec", year)
    assert [one.finding.code for one in result.refused] == ["ledger-from-elsewhere"]
    elsewhere = await load("fec", year, company="AUTRE")
    assert elsewhere.end == "applied"


async def test_another_siren_is_another_company(load: Load, tmp_path):
    await first_year(load, tmp_path)
    other = Year(tmp_path, 2025).sale("20250210", "C1", "F1", "4,00").written()
    renamed = other.rename(tmp_path / "552100554FEC20251231.txt")
    result = await load("fec", renamed)
    assert (result.end, result.added) == ("applied", 1)
    assert await fetch_value("SELECT count(*) FROM company") == 2
    assert await fetch_value("SELECT count(*) FROM client WHERE code = 'C1'") == 2


async def test_an_unbalanced_entry_refuses_the_whole_file(load: Load, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00").sale("20250311", "C1", "F2", "50,00")
    year.rows[3] = year.rows[3].replace("50,00", "49,00")
    result = await load("fec", year.written())
    assert (result.end, result.added) == ("refused", 0)
    assert [one.finding.code for one in result.refused] == ["unbalanced-entry"]
    assert await fetch_value("SELECT count(*) FROM document") == 0


async def test_open_items_find_the_invoices_an_export_brought(load: Load, tmp_path):
    await first_year(load, tmp_path)
    rows = (
        "C1;Client C1;F1;2025-03-10;2025-04-09;100.00",
        "C1;Client C1;F2;2025-11-11;2025-12-11;200.00",
    )
    result = await load("open-items", rows, as_of=date(2026, 1, 31))
    assert (result.added, result.closed) == (0, 0)
    assert await open_now() == {"F1": "100.00", "F2": "200.00"}
