"""Fiscal years that are not calendar years, in files without their legal name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.imports.accounting_year import Year, outstanding
from tests.imports.conftest import Load, open_now

pytestmark = pytest.mark.anyio


def unnamed(folder: Path, name: str) -> Year:
    """An export that somebody renamed."""
    year = Year(folder, 2023)
    year.path = folder / name
    return year


async def test_an_interim_export_and_the_whole_year_are_one_year(load: Load, tmp_path):
    interim = unnamed(tmp_path, "interim.txt")
    interim.sale("20230710", "C1", "F1", "100,00").sale("20230901", "C1", "F2", "200,00")
    assert (await load("fec", interim.written(), company="RD")).added == 2

    whole = unnamed(tmp_path, "whole.txt")
    whole.sale("20230710", "C1", "F1", "100,00").sale("20230901", "C1", "F2", "200,00")
    whole.sale("20240415", "C1", "F3", "7,00")
    result = await load("fec", whole.written(), company="RD")

    assert (result.added, result.changed, result.closed) == (1, 0, 0)
    assert await open_now() == {"F1": "100.00", "F2": "200.00", "F3": "7.00"}
    assert await outstanding() == Decimal("307.00") == result.control_totals[0].amount


async def test_a_new_year_that_counts_from_one_again_is_a_year_of_its_own(load: Load, tmp_path):
    old, new = unnamed(tmp_path, "old.txt"), unnamed(tmp_path, "new.txt")
    old.sale("20230310", "C1", "F1", "100,00")
    new.sale("20240310", "C1", "F9", "100,00")
    await load("fec", old.written(), company="RD")
    assert (await load("fec", new.written(), company="RD")).added == 1
    assert await open_now() == {"F1": "100.00", "F9": "100.00"}
