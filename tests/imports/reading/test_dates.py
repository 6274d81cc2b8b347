"""Which day a cell means, and which order a column is written in."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.imports.reading.dates import DateColumn, DateReader, readings
from backend.imports.reading.unreadable import Unreadable

days = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@given(days, st.sampled_from(["-", "/", ".", " "]))
def test_a_day_is_read_back_in_the_order_it_was_written(day, mark):
    assert readings(day.strftime(f"%d{mark}%m{mark}%Y"))["dmy"] == day
    assert readings(day.strftime(f"%m{mark}%d{mark}%Y"))["mdy"] == day
    assert readings(day.strftime(f"%d{mark}%m{mark}%y"))["dmy"] == day
    assert set(readings(day.strftime(f"%Y{mark}%m{mark}%d")).values()) == {day}


@given(days)
def test_what_puts_the_year_first_means_one_day(day):
    for text in (
        f"{day:%Y%m%d}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y-%m-%d}T10:30:00Z",
        f"{day:%Y-%m-%d} 00:00:00.000",
        f"{day:%Y%m%d%H%M%S}",
    ):
        assert set(readings(text).values()) == {day}


@given(days)
def test_eight_figures_are_never_taken_for_the_other_order(day):
    assert readings(f"{day:%d%m%Y}")["dmy"] == day
    assert readings(f"{day:%Y%m%d}")["dmy"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 mars 2024", date(2024, 3, 15)),
        ("1er août 2023", date(2023, 8, 1)),
        ("vendredi 15 décembre 2023", date(2023, 12, 15)),
        ("02-AVR-2024", date(2024, 4, 2)),
        ("15-Mar-24", date(2024, 3, 15)),
        ("Mar 15, 2024", date(2024, 3, 15)),
        ("45291", date(2023, 12, 31)),
        ("45291.5", date(2023, 12, 31)),
        ("20240315.0", date(2024, 3, 15)),
        ("15/03/2024 10:00", date(2024, 3, 15)),
        ("150324", date(2024, 3, 15)),
    ],
)
def test_other_ways_of_writing_a_day(text, day):
    assert readings(text)["dmy"] == day


@pytest.mark.parametrize("text", ["31/02/2024", "2024-13-01", "hier", "99/99/9999", "1", "12/2024"])
def test_what_is_no_day_is_unreadable(text):
    assert isinstance(DateReader("dmy")[text], Unreadable)


@pytest.mark.parametrize("text", ["", "  ", "-", "00000000", "00/00/0000", "9999-12-31", "NULL"])
def test_what_says_never_is_no_date(text):
    assert DateReader("dmy")[text] is None


def test_typed_cells_are_days_already():
    assert DateReader("mdy")[date(2024, 3, 4)] == date(2024, 3, 4)
    assert DateReader("mdy")[Decimal(45291)] == date(2023, 12, 31)


def _column(*texts: str) -> DateColumn:
    column = DateColumn()
    for text in texts:  # one by one: what decides may come in any chunk
        column.see([text])
    return column


def test_one_impossible_value_decides_for_the_whole_column():
    ambiguous = ["03/04/2024"] * 50

    assert _column(*ambiguous, "13/04/2024").decides() == "dmy"
    assert _column(*ambiguous, "04/13/2024").decides() == "mdy"


def test_a_column_that_nothing_decides_is_undecided():
    column = _column("03/04/2024", "05/06/2024")

    assert column.is_undecided
    assert column.undecided == "03/04/2024"


def test_a_column_of_days_equal_to_their_month_needs_no_decision():
    assert not _column("03/03/2024", "05/05/2024").is_undecided


def test_an_equal_contradiction_leaves_ambiguous_values_undecided():
    assert _column("03/04/2024", "13/04/2024", "04/13/2024").is_undecided


def test_a_rare_slip_does_not_undo_what_many_values_prove():
    proofs = [f"{day}/04/2024" for day in range(13, 31)]

    assert _column("03/04/2024", *proofs, "04/13/2024").decides() == "dmy"
