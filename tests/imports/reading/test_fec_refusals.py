"""What of a FEC is refused, named by its line, and what only looks wrong."""

import pytest

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from tests.imports.reading.fec_entries import books_of, entry, facts
from tests.imports.reading.fec_variants import (
    COLUMNS,
    FACTS,
    Line,
    Variant,
    write_fec,
)
from tests.imports.reading.files import read


def test_a_piece_date_that_makes_no_sense_gives_way_to_the_entry_date(tmp_path):
    books = books_of(
        entry("20240110", 10_000, piece_day="20420110"),
        entry("20240111", 10_000, piece_day="19840110"),
        entry("20240112", 10_000, piece_day="2024-01-09"),
        entry("20240113", 10_000, piece_day="20240109"),
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
    books = (*books_of(entry("20240110", 10_000)), Line("VE", "9", "20240115", "411000", 1, "C1"))

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
        *books_of(entry("20240110", -10_000), entry("20240109", -7_000)),
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
