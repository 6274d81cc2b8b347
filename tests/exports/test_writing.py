"""The pieces files are made of: cells, lines of text, names."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.edge.file_names import attachment, file_name
from backend.exports.paper import broken, one_line
from backend.exports.workbook import Cell, Column, Workbook, sheet_name
from shared.money import Money
from tests.exports.reading import sheet_of

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def written(*rows: list[Cell], title: str = "Essai") -> Any:
    file = BytesIO()
    book = Workbook(file, title=title, language="fr", made_at=NOW)
    book.head([Column("A", 10)])
    for row in rows:
        book.add(row)
    book.finish()
    return sheet_of(file.getvalue())


def test_cells_have_the_type_of_what_they_hold():
    sheet = written(["texte", 7, date(2026, 11, 20), None, Money(Decimal("-12.50"), "EUR")])
    text, number, day, nothing, amount = sheet[2]
    assert (text.data_type, text.value) == ("s", "texte")
    assert (number.data_type, number.value) == ("n", 7)
    assert (day.value, day.number_format) == (datetime(2026, 11, 20), "dd/mm/yyyy")  # noqa: DTZ001
    assert (amount.value, amount.number_format) == (-12.5, "#,##0.00")
    assert nothing.value is None


@given(st.decimals(min_value=-(10**13) + 1, max_value=10**13 - 1, places=2))
def test_an_amount_is_read_back_to_the_cent(amount: Decimal):
    cell = written([Money(amount, "EUR")])[2][0]
    assert Decimal(str(cell.value)).quantize(Decimal("0.01")) == amount
    assert cell.data_type == "n"


def test_a_day_that_spreadsheets_do_not_know_is_written_out():
    assert written([date(1899, 12, 31)])[2][0].value == "1899-12-31"


def test_a_text_longer_than_a_cell_is_cut_rather_than_lost():
    assert len(written(["x" * 40_000])[2][0].value) == 32_767


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Balance âgée 2026-11-20", "Balance âgée 2026-11-20"),
        ("a/b:c*d?e[f]g\\h", "a b c d e f g h"),
        ("'", "Encours"),
        ("x" * 60, "x" * 31),
    ],
)
def test_a_sheet_has_a_name_that_spreadsheets_take(title: str, name: str):
    assert sheet_name(title) == name
    assert written(title=title).title == name


@given(st.text(max_size=80), st.floats(1, 30))
def test_broken_lines_fit_and_lose_no_letter(text: str, width: float):
    lines = broken(text, width, len)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= width for line in lines)


def test_lines_break_at_spaces_and_never_at_no_break_spaces():
    assert broken("le solde est de 12\u00a0€ tout rond", 15, len) == [
        "le solde est de",
        "12\u00a0€ tout rond",
    ]


def test_one_line_of_text_has_no_controls_and_keeps_its_spaces():
    assert one_line("a\r\n\tb\x00\u202f€\u00a0c") == "a   b \u202f€\u00a0c"


@given(st.text(max_size=300))
def test_a_file_name_is_one_that_every_system_takes(name: str):
    plain = file_name(name)
    assert 0 < len(plain) <= 100
    assert not set(plain) & set('<>:"/\\|?*%\n\r\t\x00')
    assert plain.strip(" .") == plain
    header = attachment(name, "pdf")
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2


def test_a_name_of_nothing_but_forbidden_signs_is_replaced():
    assert attachment("../..", "pdf").startswith('attachment; filename="encours.pdf"')
