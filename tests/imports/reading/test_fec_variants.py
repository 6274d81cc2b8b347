"""The same books give the same facts, whatever program wrote them."""

import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from tests.imports.reading.fec_variants import (
    BALANCE,
    BOOKS,
    COLUMNS,
    FACTS,
    Line,
    Variant,
    write_fec,
)
from tests.imports.reading.files import Read, read

variants = st.builds(
    Variant,
    separator=st.sampled_from(["\t", "|", ";"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "iso8859-15", "cp1252", "utf-16"]),
    end=st.sampled_from(["\r\n", "\n", "\r", "\r\r\n"]),
    mark=st.sampled_from([",", "."]),
    header=st.sampled_from(["legal", "lower", "upper"]),
    sides=st.sampled_from(["debit-credit", "letters", "signs"]),
    padded=st.booleans(),
    quoted=st.booleans(),
    shuffled=st.booleans(),
    extra_columns=st.booleans(),
    trailing_empty=st.booleans(),
    blank_lines=st.booleans(),
    final_end=st.booleans(),
    negative_sides=st.booleans(),
)


def facts(fec: Read) -> tuple[tuple[str, str, str, str, str, bool], ...]:
    return tuple(
        (
            item.client_code,
            str(item.kind),
            item.number,
            f"{item.issued_on}",
            f"{item.amount}",
            item.lettering_group is not None,
        )
        for item in fec.items
        if item.family == "411"
    )


@settings(max_examples=150, deadline=None)
@given(variants)
def test_every_way_of_writing_it_gives_the_same_facts(variant):
    with tempfile.TemporaryDirectory() as folder:
        fec = read(write_fec(Path(folder), variant), Kind.FEC)

    assert fec.done.refused == ()
    assert facts(fec) == FACTS
    totals = {total.account: f"{total.amount}" for total in fec.done.control_totals}
    assert totals == {"411": BALANCE, "416": "7.00", "4191": "-9.00"}
    assert [(a.debit_line, a.amount, a.proposed) for a in fec.allocations] == [
        (fec.items[0].line, Decimal("50.00"), False)
    ]


def test_a_stray_quote_in_a_label_is_only_a_quote(tmp_path):
    fec = read(write_fec(tmp_path, Variant(stray_quote=True)), Kind.FEC)

    assert facts(fec) == FACTS
    assert fec.items[0].label == "tuyau 12\" Libellé à l'été"


def test_a_label_that_begins_with_a_quote_swallows_nothing(tmp_path):
    books = tuple(
        replace(line, label='"Le Relais') if line.journal == "VE" else line for line in BOOKS
    )

    assert facts(read(write_fec(tmp_path, Variant(), books), Kind.FEC)) == FACTS


def test_a_fec_kept_in_a_workbook_is_read_too(tmp_path):
    path = tmp_path / "fec.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        plain = (tmp_path / "plain.txt").name
        text = write_fec(tmp_path, Variant(mark="."), name=plain).read_text()
        for at, line in enumerate(text.splitlines()):
            for position, cell in enumerate(line.split("\t")):
                is_amount = at and COLUMNS[position] in {"Debit", "Credit", "EcritureDate"}
                sheet.write(at, position, float(cell) if is_amount else cell)

    assert facts(read(path, Kind.FEC)) == FACTS


def _line(day: str, cents: int, **rest: str) -> tuple[Line, Line]:
    """An invoice or a payment on its own, balanced."""
    journal, other = ("VE", "707000") if cents > 0 else ("BQ", "512000")
    number = rest.pop("number", day)
    client = rest.pop("client", "C1")
    return (
        Line(journal, number, day, "411000", cents, client, **rest),
        Line(journal, number, day, other, -cents),
    )


def _books(*entries: tuple[Line, Line]) -> tuple[Line, ...]:
    return tuple(line for entry in entries for line in entry)


def settled(fec: Read) -> list[bool]:
    return [item.lettering_group is not None for item in fec.items]


def test_a_group_that_does_not_net_to_zero_stays_open(tmp_path):
    books = _books(
        _line("20240110", 10_000, letter="A", letter_day="20240201"),
        _line("20240201", -4_000, letter="A", letter_day="20240201"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert settled(fec) == [False, False]
    assert not fec.allocations


def test_the_same_code_of_another_client_is_another_group(tmp_path):
    books = _books(
        _line("20240110", 10_000, letter="A", client="C1"),
        _line("20240201", -10_000, letter="A", client="C2"),
    )

    assert settled(read(write_fec(tmp_path, Variant(), books), Kind.FEC)) == [False, False]


def test_a_code_used_again_the_next_year_is_another_group(tmp_path):
    books = _books(
        _line("20230110", 10_000, letter="A", letter_day="20230201"),
        _line("20230201", -10_000, letter="A", letter_day="20230201"),
        _line("20240110", 5_000, letter="A", letter_day="20240301"),
        _line("20240301", -2_000, letter="A", letter_day="20240301"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert settled(fec) == [True, True, False, False]


def test_a_group_across_new_year_in_a_split_fiscal_year_is_one_group(tmp_path):
    books = _books(
        _line("20230701", 1_000),
        _line("20231215", 10_000, letter="A", letter_day="20231231"),
        _line("20240110", -10_000, letter="A", letter_day="20240110"),
    )
    path = write_fec(tmp_path, Variant(), books, name="123456789FEC20240630.txt")

    fec = read(path, Kind.FEC)

    assert settled(fec) == [False, True, True]
    assert fec.diagnosis.fiscal_year == 2024
    assert fec.diagnosis.siren == "123456789"


def test_what_is_lettered_after_the_as_of_date_is_still_open_then(tmp_path):
    books = _books(
        _line("20240110", 10_000, letter="A", letter_day="20240215"),
        _line("20240201", -10_000, letter="A", letter_day="20240215"),
    )
    path = write_fec(tmp_path, Variant(), books)

    before = read(path, Kind.FEC, Options(as_of=date(2024, 2, 14)))
    after = read(path, Kind.FEC, Options(as_of=date(2024, 2, 15)))

    assert settled(before) == [False, False]
    assert settled(after) == [True, True]
    (one,) = after.allocations
    assert (one.value_on, one.lettered_on) == (date(2024, 2, 1), date(2024, 2, 15))


def test_a_capital_and_a_small_letter_are_two_codes(tmp_path):
    books = _books(
        _line("20240110", 10_000, letter="A"),
        _line("20240201", -10_000, letter="a"),
    )

    assert settled(read(write_fec(tmp_path, Variant(), books), Kind.FEC)) == [False, False]


def test_a_proposal_by_reference_needs_the_reference_to_be_unique(tmp_path):
    books = _books(
        _line("20240110", 10_000, ref="F1"),
        _line("20240120", -6_000, ref="F1"),
        _line("20240111", 7_000, ref="01/2024", client="C2"),
        _line("20240112", 8_000, ref="01/2024", client="C2"),
        _line("20240130", -3_000, ref="01/2024", client="C2"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert settled(fec) == [False] * 5
    assert [(a.client_code, a.amount, a.reason, a.proposed) for a in fec.allocations] == [
        ("C1", Decimal("60.00"), "reference", True)
    ]


def test_nothing_is_proposed_where_the_file_is_lettered(tmp_path):
    books = _books(
        _line("20240110", 10_000, ref="F1"),
        _line("20240120", -10_000, ref="F1"),
        _line("20240111", 7_000, letter="A", client="C2"),
    )

    assert not read(write_fec(tmp_path, Variant(), books), Kind.FEC).allocations


def test_without_an_auxiliary_account_the_account_is_the_client(tmp_path):
    books = (
        Line("VE", "1", "20240110", "411DUPONT", 10_000),
        Line("VE", "1", "20240110", "707000", -10_000),
    )

    (item,) = read(write_fec(tmp_path, Variant(), books), Kind.FEC).items

    assert (item.client_code, item.client_name) == ("411DUPONT", "Compte")


def test_a_piece_date_that_makes_no_sense_gives_way_to_the_entry_date(tmp_path):
    books = _books(
        _line("20240110", 10_000, piece_day="20420110"),
        _line("20240111", 10_000, piece_day="19840110"),
        _line("20240112", 10_000, piece_day="2024-01-09"),
        _line("20240113", 10_000, piece_day="20240109"),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert [f"{item.issued_on}" for item in fec.items] == [
        "2024-01-10",
        "2024-01-11",
        "2024-01-12",
        "2024-01-09",
    ]
    assert fec.warned == {"unusable-piecedate": 1}


def test_an_entry_spread_over_days_balances_over_its_number(tmp_path):
    books = (
        Line("VE", "1", "20240110", "411000", 10_000, "C1"),
        Line("VE", "1", "20240111", "707000", -10_000),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert [str(item.kind) for item in fec.items] == ["invoice"]


def test_an_unbalanced_entry_refuses_the_file_and_names_its_lines(tmp_path):
    books = (*_books(_line("20240110", 10_000)), Line("VE", "9", "20240115", "411000", 1, "C1"))

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert not fec.rows
    (refused,) = fec.done.refused
    assert (refused.line, refused.finding.code) == (4, "unbalanced-entry")
    assert refused.finding.facts["difference"] == "0.01"
    assert refused.finding.lines == (4,)


@pytest.mark.parametrize("missing", COLUMNS)
def test_every_legal_column_is_required_by_name(tmp_path, missing):
    lines = write_fec(tmp_path, Variant()).read_text().splitlines()
    at = COLUMNS.index(missing)
    cut = ["\t".join(c for n, c in enumerate(line.split("\t")) if n != at) for line in lines]
    path = tmp_path / "cut.txt"
    path.write_text("\n".join(cut))

    fec = read(path, Kind.FEC)

    assert [(f.code, f.facts["column"]) for f in fec.diagnosis.refusals] == [
        ("missing-fec-column", missing)
    ]


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("EcritureDate", "2024-01-10", "bad-fec-date"),
        ("EcritureDate", "20240230", "bad-fec-date"),
        ("EcritureDate", "", "blank-value"),
        ("CompteNum", "", "blank-value"),
        ("Debit", "12,x", "unreadable-amount"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, column, text, code):
    lines = write_fec(tmp_path, Variant()).read_text().splitlines()
    cells = lines[4].split("\t")
    cells[COLUMNS.index(column)] = text
    path = tmp_path / "bad.txt"
    path.write_text("\n".join([*lines[:4], "\t".join(cells), *lines[5:]]))

    fec = read(path, Kind.FEC)

    assert not fec.rows
    assert fec.refused[5] == code


def test_a_line_cut_short_before_its_amounts_is_refused(tmp_path):
    lines = write_fec(tmp_path, Variant()).read_text().splitlines()
    lines[4] = "\t".join(lines[4].split("\t")[:11])
    path = tmp_path / "short.txt"
    path.write_text("\n".join(lines))

    assert read(path, Kind.FEC).refused[5] == "too-few-fields"


def test_a_line_whose_empty_end_was_trimmed_loses_nothing(tmp_path):
    lines = write_fec(tmp_path, Variant()).read_text().splitlines()
    path = tmp_path / "trimmed.txt"
    path.write_text("\n".join([lines[0], *(line.rstrip("\t") for line in lines[1:])]))

    assert facts(read(path, Kind.FEC)) == FACTS


def test_a_bounced_payment_is_an_adjustment_and_never_dropped(tmp_path):
    books = (
        *_books(_line("20240110", -10_000), _line("20240109", -7_000)),
        Line("BQ", "9", "20240115", "411000", 10_000, "C1"),
        Line("BQ", "9", "20240115", "512000", -10_000),
    )

    fec = read(write_fec(tmp_path, Variant(), books), Kind.FEC)

    assert [str(item.kind) for item in fec.items] == ["payment", "payment", "adjustment"]


def test_a_header_can_be_named_by_hand(tmp_path):
    text = write_fec(tmp_path, Variant()).read_text().replace("CompAuxNum", "Tiers")
    path = tmp_path / "renamed.txt"
    path.write_text(text)

    assert read(path, Kind.FEC).problems == ["missing-fec-column"]
    assert facts(read(path, Kind.FEC, Options(columns={"CompAuxNum": "Tiers"}))) == FACTS
    assert read(path, Kind.FEC, Options(columns={"CompAuxNum": "Nobody"})).problems == [
        "unknown-header",
        "missing-fec-column",
    ]
