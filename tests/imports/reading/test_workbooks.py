"""Workbooks with real dates and numbers."""

import tracemalloc
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from tests.imports.reading.files import read

HEADER = ["Code client", "Nom client", "N° facture", "Date facture", "Échéance", "Montant TTC"]


def _book(folder: Path, *rows: list[Any], sheet: str = "Encours") -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in [HEADER, *rows]:
        page.append(row)
    path = folder / "ledger.xlsx"
    book.save(path)
    return path


def test_typed_cells_are_taken_as_what_they_are(tmp_path):
    path = _book(
        tmp_path,
        [
            "00042",
            "Été SA",
            2960623488,
            datetime.fromisoformat("2024-03-04"),
            date(2024, 4, 3),
            2309.7899999999995,
        ],
        ["00043", "Nord", "FA-1", datetime.fromisoformat("2024-03-04T15:30"), None, -0.1 - 0.2],
    )

    first, second = read(path, Kind.OPEN_ITEMS).rows

    assert (first.client_code, first.number) == ("00042", "2960623488")
    assert (first.issued_on, first.due_on) == (date(2024, 3, 4), date(2024, 4, 3))
    assert first.amount == Decimal("2309.79")
    assert (second.kind, second.amount) == ("credit_note", Decimal("-0.30"))
    assert (second.line, second.due_on) == (3, None)


def test_the_binary_number_a_cell_holds_is_rounded_as_it_is_written(tmp_path):
    path = _book(tmp_path, ["1", "A", "F1", date(2024, 3, 4), None, 1.005])

    assert read(path, Kind.OPEN_ITEMS).rows[0].amount == Decimal("1.01")


def test_a_number_shown_with_leading_zeros_is_a_code_with_leading_zeros(tmp_path):
    path = tmp_path / "ledger.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_number(1, 0, 42, book.add_format({"num_format": "000000"}))
        sheet.write_row(1, 1, ["Été", "F1"])
        sheet.write_datetime(
            1,
            3,
            datetime.fromisoformat("2024-03-04"),
            book.add_format({"num_format": "dd/mm/yyyy"}),
        )
        sheet.write_row(1, 5, [12.5])

    (row,) = read(path, Kind.OPEN_ITEMS).rows

    assert (row.client_code, row.issued_on) == ("000042", date(2024, 3, 4))


def test_amounts_and_dates_kept_as_text_are_read_as_text(tmp_path):
    path = _book(tmp_path, ["1", "A", "F1", "31/03/2024", "", "1 234,50 €"])

    (row,) = read(path, Kind.OPEN_ITEMS).rows

    assert (row.issued_on, row.amount) == (date(2024, 3, 31), Decimal("1234.50"))


def test_a_typed_number_is_never_ambiguous(tmp_path):
    path = _book(tmp_path, ["1", "A", "F1", date(2024, 3, 4), None, 1.234])

    assert read(path, Kind.OPEN_ITEMS).rows[0].amount == Decimal("1.23")


def test_the_sheet_that_holds_the_ledger_is_found(tmp_path):
    path = tmp_path / "ledger.xlsx"
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.append(["Balance âgée"])
    for name, number in (("Encours", "F1"), ("Archive", "F2")):
        page = book.create_sheet(name)
        page.append([])
        page.append(["Édité le 31/03/2024"])
        page.append(HEADER)
        page.append(["1", "A", number, date(2024, 3, 4), None, 10])
    book.save(path)

    ledger = read(path, Kind.OPEN_ITEMS)
    other = read(path, Kind.OPEN_ITEMS, Options(sheet="Archive"))

    assert [(row.number, row.line) for row in ledger.rows] == [("F1", 4)]
    assert "other-sheets-unread" in {one.code for one in ledger.done.warnings}
    assert [row.number for row in other.rows] == ["F2"]
    assert read(path, Kind.OPEN_ITEMS, Options(sheet="X")).problems == ["unknown-sheet"]


def test_a_formula_counts_as_its_value_and_an_error_refuses_its_line(tmp_path):
    path = tmp_path / "ledger.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        for at, value in ((1, "12.5"), (2, "#DIV/0!")):
            sheet.write_row(at, 0, ["1", "A", f"F{at}", "2024-03-04"])
            sheet.write_formula(at, 5, "=A1", None, value)

    ledger = read(path, Kind.OPEN_ITEMS)

    assert [row.amount for row in ledger.rows] == [Decimal("12.50")]
    assert ledger.refused == {3: "unreadable-amount"}


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "ledger.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ledger.csv", "Client;Facture\n")

    assert read(path, Kind.OPEN_ITEMS).problems == ["not-a-workbook"]


def test_a_damaged_sheet_is_refused(tmp_path):
    whole = _book(tmp_path, ["1", "A", "F1", date(2024, 3, 4), None, 10])
    path = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-40] if "sheet1" in name else content)

    assert read(path, Kind.OPEN_ITEMS).problems == ["damaged-workbook"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_cell_that_never_ends_is_refused_before_it_fills_the_memory(tmp_path, part):
    sound, endless = tmp_path / "sound.xlsx", tmp_path / "endless.xlsx"
    with xlsxwriter.Workbook(sound) as book:
        book.add_worksheet().write_row(0, 0, HEADER)
    inline = "</si><si><t>{}</t>" if part == "xl/sharedStrings.xml" else "<c t='str'><v>{}</v></c>"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(endless, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            xml = old.read(name).decode()
            if name == part:
                end = "</si>" if part == "xl/sharedStrings.xml" else "</row>"
                xml = xml.replace(end, inline.format("x" * 20_000_000) + end, 1)
            new.writestr(name, xml)

    tracemalloc.start()
    problems = read(endless, Kind.OPEN_ITEMS).problems
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert problems == ["field-too-long"]
    assert peak < 10_000_000


def test_prefixed_elements_are_understood(tmp_path):
    """Some programs write every element in a namespace of their own (x:row)."""
    whole = _book(tmp_path, ["1", "A", "F1", date(2024, 3, 4), None, 10])
    path = tmp_path / "prefixed.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if "sheet1" in name:
                for tag in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"is", b"t"):
                    text = text.replace(b"<" + tag + b" ", b"<x:" + tag + b" ")
                    text = text.replace(b"<" + tag + b">", b"<x:" + tag + b">")
                    text = text.replace(b"</" + tag + b">", b"</x:" + tag + b">")
                text = text.replace(b" xmlns=", b" xmlns:x=")
            target.writestr(name, text)

    assert len(read(path, Kind.OPEN_ITEMS).rows) == 1


@pytest.mark.parametrize("kind", [Kind.OPEN_ITEMS, Kind.FEC])
def test_an_empty_workbook_says_so(tmp_path, kind):
    path = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(path)

    assert read(path, kind).problems == ["nothing-in-file"]
