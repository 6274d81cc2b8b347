"""A FEC's account 411 against the ledger once it is loaded: never silently different."""

from __future__ import annotations

from datetime import date

import pytest

from backend.imports.judging import Result
from tests.imports.accounting_year import Year, outstanding
from tests.imports.conftest import Load

pytestmark = pytest.mark.anyio


def gap(result: Result) -> dict[str, str | int] | None:
    """What the warning says, without which the two agree."""
    found = [one.facts for one in result.warnings if one.code == "ledger-differs"]
    return dict(found[0]) if found else None


async def test_a_year_loaded_alone_agrees(load: Load, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00", "A").paid("20250420", "C1", "R1", "100,00", "A")
    year.sale("20250511", "C1", "F2", "200,00")
    assert gap(await load("fec", year.written())) is None
    assert gap(await load("fec", year.paid("20250601", "C1", "R2", "30,00").written())) is None


async def test_years_that_open_with_the_last_one_agree(load: Load, tmp_path):
    await load("fec", Year(tmp_path, 2025).sale("20250310", "C1", "F1", "100,00").written())
    later = Year(tmp_path, 2026).opening("20260101", "C1", "AN", "100,00")
    assert gap(await load("fec", later.sale("20260201", "C1", "F2", "5,00").written())) is None


async def test_a_year_without_its_opening_differs_by_what_the_last_left(load: Load, tmp_path):
    await load("fec", Year(tmp_path, 2025).sale("20250310", "C1", "F1", "100,00").written())
    later = Year(tmp_path, 2026).sale("20260201", "C1", "F2", "5,00").written()
    told = {"file": "5.00", "ours": "105.00", "difference": "100.00", "currency": "EUR"}
    assert gap(await load("fec", later, apply=False)) == told
    assert gap(await load("fec", later)) == told
    assert f"{await outstanding()}" == "105.00"


async def test_payments_known_from_elsewhere_are_told_too(load: Load, tmp_path):
    year = Year(tmp_path, 2025).sale("20250310", "C1", "F1", "100,00").written()
    await load("fec", year)
    await load("payments", ("C1;P1;2025-04-02;60.00;F1",), as_of=date(2025, 4, 30))
    found = gap(await load("fec", year))
    assert found is not None
    assert (found["file"], found["ours"], found["difference"]) == ("100.00", "40.00", "-60.00")


async def test_lines_that_vanish_and_come_back_agree_each_time(load: Load, tmp_path):
    year = Year(tmp_path, 2025).sale("20250310", "C1", "F1", "100,00")
    year.sale("20250311", "C1", "F2", "50,00").paid("20250401", "C1", "R1", "20,00")
    assert gap(await load("fec", year.written())) is None
    whole, year.rows = year.rows, year.rows[2:]
    assert gap(await load("fec", year.written())) is None
    year.rows = whole
    back = await load("fec", year.written())
    assert gap(back) is None
    (told,) = [one for one in back.warnings if one.code == "reappeared"]
    assert (told.facts["count"], told.facts["numbers"]) == (1, "F1")
