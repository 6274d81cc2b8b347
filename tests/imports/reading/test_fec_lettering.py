"""Which groups of a FEC settle each other, and what is only proposed."""

from datetime import date
from decimal import Decimal

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from tests.imports.reading.fec_entries import books_of, entry
from tests.imports.reading.fec_variants import (
    Variant,
    write_fec,
)
from tests.imports.reading.files import Read, read


def settled(fec: Read) -> list[bool]:
    return [item.lettering_group is not None for item in fec.items]


def test_a_group_that_does_not_net_to_zero_stays_open(tmp_path):
    books = books_of(
        entry("20240110", 10_000, letter="A", letter_day="20240201"),
        entry("20240201", -4_000, letter="A", letter_day="20240201"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert settled(fec) == [False, False]
    assert not fec.allocations


def test_the_same_code_of_another_client_is_another_group(tmp_path):
    books = books_of(
        entry("20240110", 10_000, letter="A", client="C1"),
        entry("20240201", -10_000, letter="A", client="C2"),
    )

    assert settled(read(write_fec(tmp_path, Variant(), books), Kind.FEC)) == [False, False]


def test_a_code_used_again_the_next_year_is_another_group(tmp_path):
    books = books_of(
        entry("20230110", 10_000, letter="A", letter_day="20230201"),
        entry("20230201", -10_000, letter="A", letter_day="20230201"),
        entry("20240110", 5_000, letter="A", letter_day="20240301"),
        entry("20240301", -2_000, letter="A", letter_day="20240301"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert settled(fec) == [True, True, False, False]


def test_a_group_across_new_year_in_a_split_fiscal_year_is_one_group(tmp_path):
    books = books_of(
        entry("20230701", 1_000),
        entry("20231215", 10_000, letter="A", letter_day="20231231"),
        entry("20240110", -10_000, letter="A", letter_day="20240110"),
    )
    path = write_fec(tmp_path, Variant(), books, name="123456789FEC20240630.txt")

    fec = read(path, Kind.FEC)

    assert settled(fec) == [False, True, True]
    assert fec.diagnosis.fiscal_year == 2024
    assert fec.diagnosis.siren == "123456789"


def test_what_is_lettered_after_the_as_of_date_is_still_open_then(tmp_path):
    books = books_of(
        entry("20240110", 10_000, letter="A", letter_day="20240215"),
        entry("20240201", -10_000, letter="A", letter_day="20240215"),
    )
    path = write_fec(tmp_path, Variant(), books)

    before = read(path, Kind.FEC, Options(as_of=date(2024, 2, 14)))
    after = read(path, Kind.FEC, Options(as_of=date(2024, 2, 15)))

    assert settled(before) == [False, False]
    assert settled(after) == [True, True]
    (one,) = after.allocations
    assert (one.value_on, one.lettered_on) == (date(2024, 2, 1), date(2024, 2, 15))


def test_a_capital_and_a_small_letter_are_two_codes(tmp_path):
    books = books_of(
        entry("20240110", 10_000, letter="A"),
        entry("20240201", -10_000, letter="a"),
    )

    assert settled(read(write_fec(tmp_path, Variant(), books), Kind.FEC)) == [False, False]


def test_a_proposal_by_reference_needs_the_reference_to_be_unique(tmp_path):
    books = books_of(
        entry("20240110", 10_000, ref="F1"),
        entry("20240120", -6_000, ref="F1"),
        entry("20240111", 7_000, ref="01/2024", client="C2"),
        entry("20240112", 8_000, ref="01/2024", client="C2"),
        entry("20240130", -3_000, ref="01/2024", client="C2"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert settled(fec) == [False] * 5
    assert [(a.client_code, a.amount, a.reason, a.proposed) for a in fec.allocations] == [
        ("C1", Decimal("60.00"), "reference", True)
    ]


def test_nothing_is_proposed_where_the_file_is_lettered(tmp_path):
    books = books_of(
        entry("20240110", 10_000, ref="F1"),
        entry("20240120", -10_000, ref="F1"),
        entry("20240111", 7_000, letter="A", client="C2"),
    )

    assert not read(write_fec(tmp_path, Variant(), books), Kind.FEC).allocations
