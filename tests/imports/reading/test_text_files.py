"""Encodings, separators, quotes and lines of text files."""

import hashlib

import pytest

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.ledger_file import open_ledger_file
from backend.imports.reading.rows import BATCH_ROWS, Kind
from tests.imports.reading.files import read, write

HEADER = "Code client;Raison sociale;N° facture;Date facture;Montant"
LINE = "00042;Société Générée à l'été;F1;31/01/2024;1 234,50"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "iso8859-15", "utf-16", "utf-16-le", "cp850"]
)
def test_accents_survive_every_encoding(tmp_path, encoding):
    path = write(tmp_path, [HEADER, LINE], encoding=encoding)

    (row,) = read(path, Kind.OPEN_ITEMS).rows

    assert row.client_name == "Société Générée à l'été"
    assert row.client_code == "00042"


def test_the_euro_and_the_oe_of_latin_9_are_told_by_the_whole_file(tmp_path):
    lines = [LINE] * 70_000 + ["7;Cœur de ville;F2;31/01/2024;12,00 €"]

    rows = read(write(tmp_path, [HEADER, *lines], encoding="iso8859-15"), Kind.OPEN_ITEMS).rows

    assert rows[-1].client_name == "Cœur de ville"


def test_one_accent_at_the_end_decides_against_utf8(tmp_path):
    lines = ["1;Nom;F1;31/01/2024;10,00"] * 70_000 + ["2;Café “Le Midi”;F2;31/01/2024;10,00"]

    ledger = read(write(tmp_path, [HEADER, *lines], encoding="cp1252"), Kind.OPEN_ITEMS)

    assert ledger.rows[-1].client_name == "Café “Le Midi”"


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(tmp_path, separator, end):
    lines = [line.replace(",", ".").replace(";", separator) for line in (HEADER, LINE)]

    (row,) = read(write(tmp_path, lines, end=end), Kind.OPEN_ITEMS).rows

    assert (row.line, f"{row.amount}") == (2, "1234.50")


def test_quoted_fields_may_hold_separators_and_line_ends_and_lines_still_count(tmp_path):
    lines = [
        "Client,Name,Invoice,Date,Amount",
        'C1,"Smith, Sons\n& Co",F1,2024-01-31,"1,234.50"',
        "",
        'C2,"The ""Red"" Lion",F2,not a date,10.00',
    ]

    ledger = read(write(tmp_path, lines), Kind.OPEN_ITEMS)

    assert ledger.rows[0].client_name == "Smith, Sons\n& Co"
    assert ledger.rows[0].line == 2
    assert ledger.refused == {5: "unreadable-date"}


def test_stray_quotes_in_an_unquoted_file_are_text(tmp_path):
    lines = [
        "Client\tName\tInvoice\tDate\tAmount",
        'C1\t"Le Relais\tF1\t2024-01-31\t10.00',
        'C2\tTuyau 12"\tF2\t2024-01-31\t10.00',
        'C3\t"Le Midi\tF3\t2024-01-31\t10.00',
    ]

    rows = read(write(tmp_path, lines), Kind.OPEN_ITEMS).rows

    assert [row.client_name for row in rows] == ['"Le Relais', 'Tuyau 12"', '"Le Midi']


def test_titles_above_the_header_and_totals_below_are_no_documents(tmp_path):
    lines = [
        "Société Exemple;;;;",
        "Balance âgée au 31/01/2024;;;;",
        ";;;;",
        HEADER,
        LINE,
        HEADER,
        LINE.replace("F1", "F2"),
        "Total général;;;;2 469,00",
    ]

    ledger = read(write(tmp_path, lines), Kind.OPEN_ITEMS)

    assert [row.line for row in ledger.rows] == [5, 7]
    assert ledger.done.refused == ()
    assert ledger.warned["total-lines-skipped"] == 1


def test_a_line_with_too_many_fields_is_refused(tmp_path):
    ledger = read(write(tmp_path, [HEADER, LINE, f"{LINE};surplus", f"{LINE};;"]), Kind.OPEN_ITEMS)

    assert ledger.refused == {3: "too-many-fields"}
    assert len(ledger.rows) == 2


def test_the_last_line_needs_no_end(tmp_path):
    path = tmp_path / "ledger.csv"
    path.write_text(f"{HEADER}\n{LINE}")

    assert len(read(path, Kind.OPEN_ITEMS).rows) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"\n \n", "nothing-in-file"),
        (f"{HEADER}\n".encode(), "nothing-in-file"),
        (b"<html><table><tr><td>Client</td></tr></table></html>", "html-in-disguise"),
        (b"%PDF-1.7 ...", "not-a-ledger-format"),
        (b"<?xml version='1.0'?><a/>", "not-a-ledger-format"),
        (b"Client;Facture\n\0\0\1\2;3\n", "binary-file"),
        (b"PK\x03\x04 broken", "damaged-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "not-a-workbook"),
    ],
)
def test_what_is_no_ledger_is_refused_by_name(tmp_path, content, code):
    path = tmp_path / "file"
    path.write_bytes(content)

    assert read(path, Kind.OPEN_ITEMS).problems == [code]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert read(tmp_path / "none.csv", Kind.OPEN_ITEMS).problems == ["file-not-found"]


def test_the_fingerprint_is_the_sha256_of_the_bytes(tmp_path):
    path = write(tmp_path, [HEADER, LINE])

    source = read(path, Kind.OPEN_ITEMS).diagnosis.source

    assert source is not None
    assert source.fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.size_bytes == path.stat().st_size


def test_progress_goes_forward_to_the_end(tmp_path):
    path = write(tmp_path, [HEADER, *[LINE] * (3 * BATCH_ROWS)])
    seen: list[float] = []
    ledger = open_ledger_file(
        path, Kind.OPEN_ITEMS, Options(), lambda done, total: seen.append(done / total)
    )
    for _ in ledger.batches(lambda done, total: seen.append(done / total)):
        pass

    assert seen == sorted(seen)
    assert seen[-1] == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (Options(date_order="dym"), "unknown-date-order"),
        (Options(decimal="dot"), "unknown-decimal"),
        (Options(currency="XXQ"), "unknown-currency"),
    ],
)
def test_an_option_that_means_nothing_is_refused(tmp_path, options, code):
    assert read(write(tmp_path, [HEADER, LINE]), Kind.OPEN_ITEMS, options).problems == [code]
