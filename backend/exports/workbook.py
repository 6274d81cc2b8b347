"""Spreadsheets in which nothing that came from outside can become a formula, a link or a number.

Rows go straight to a file on disk, so that the memory taken does not grow with the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING, Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from shared.money import Money, minor_units

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from xlsxwriter.format import Format  # type: ignore[import-untyped]

    from backend.settings import Language

Cell = str | int | date | Money | None

TEXT_MOST: Final = 32_767
"""Characters a cell holds; Excel refuses a file with more."""
SHEET_NAME_MOST: Final = 31
FIRST_DAY: Final = date(1900, 3, 1)
"""Excel believes in a 29 February 1900: earlier days are written as text."""
FIGURES_EXACT: Final = 15
"""Significant figures that a spreadsheet's numbers hold; longer amounts are written as text."""
DATE_FORMATS: Final[dict[Language, str]] = {"fr": "dd/mm/yyyy", "en": "dd mmm yyyy"}
INK: Final = "#10152A"
HEADING_FILL: Final = "#E6E9FB"
OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": "Calibri", "font_size": 11},
}


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters; figures have their heading on the right, above them."""

    heading: str
    width: int
    is_figure: bool = False


class Workbook:
    """One sheet, written from the top down; `finish` writes the file."""

    def __init__(
        self, file: IO[bytes], *, title: str, language: Language, made_at: datetime
    ) -> None:
        self._language = language
        self._book = xlsxwriter.Workbook(file, dict(OPTIONS))
        # Instants are kept in UTC by the format, which has no zone to say so.
        created = made_at.replace(tzinfo=None, microsecond=0)
        self._book.set_properties({"title": title, "created": created, "author": "Encours"})
        self._sheet = self._book.add_worksheet(sheet_name(title))
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._formats: dict[tuple[str, bool], Format] = {}
        self._row = 0

    @property
    def next_row(self) -> int:
        """Counted from 0."""
        return self._row

    def head(self, columns: Sequence[Column]) -> None:
        """The headings: on top of every printed page, and in sight where they are the first row."""
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width)
            style = self._heading(is_figure=column.is_figure)
            self._sheet.write_string(self._row, place, column.heading, style)
        if self._row == 0:
            self._sheet.freeze_panes(1, 0)
        self._sheet.repeat_rows(self._row)
        self._row += 1

    def add(self, cells: Sequence[Cell], *, strong: bool = False) -> None:
        """The next row. Money takes its currency's decimals; None leaves a cell empty."""
        for place, cell in enumerate(cells):
            self._write(place, cell, strong=strong)
        self._row += 1

    def skip(self) -> None:
        self._row += 1

    def filter(self, first_row: int, last_row: int, columns: int) -> None:
        """Puts the filter's arrows on the headings in `first_row`, over all down to `last_row`."""
        self._sheet.autofilter(first_row, 0, max(first_row, last_row), columns - 1)

    def finish(self) -> None:
        """Packs the rows into the file: the longest step, for a thread."""
        self._book.close()

    def _write(self, place: int, cell: Cell, *, strong: bool) -> None:
        match cell:
            case None | "":
                return
            case Money():
                self._write_money(place, cell, strong=strong)
            case int():
                self._sheet.write_number(self._row, place, cell, self._format("0", strong=strong))
            case date() if cell >= FIRST_DAY:
                style = self._format(DATE_FORMATS[self._language], strong=strong)
                self._sheet.write_datetime(self._row, place, cell, style)
            case date():
                self._write_text(place, cell.isoformat(), strong=strong)
            case str():
                self._write_text(place, cell, strong=strong)

    def _write_text(self, place: int, text: str, *, strong: bool) -> None:
        style = self._format("@", strong=strong)
        self._sheet.write_string(self._row, place, text[:TEXT_MOST], style)

    def _write_money(self, place: int, money: Money, *, strong: bool) -> None:
        if len(money.amount.as_tuple().digits) > FIGURES_EXACT:
            self._write_text(place, money.wire, strong=strong)
            return
        style = self._format(money_format(money.currency), strong=strong)
        # xlsxwriter would turn a Decimal into the same binary number: the nearest, which shows
        # the very figures again as long as they are no more than 15.
        self._sheet.write_number(self._row, place, float(money.amount), style)

    def _format(self, number_format: str, *, strong: bool) -> Format:
        key = (number_format, strong)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(
                {"num_format": number_format, "bold": strong}
            )
        return self._formats[key]

    def _heading(self, *, is_figure: bool) -> Format:
        key = ("heading", is_figure)
        if key not in self._formats:
            look = {"bold": True, "font_color": INK, "bg_color": HEADING_FILL, "bottom": 1}
            look |= {"align": "right" if is_figure else "left", "valign": "vcenter"}
            self._formats[key] = self._book.add_format(look | {"text_wrap": True})
        return self._formats[key]


def money_format(currency: str) -> str:
    """As many decimals as the currency counts in."""
    decimals = minor_units(currency)
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def sheet_name(title: str) -> str:
    """Without what Excel forbids in the name of a sheet."""
    allowed = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)
    return allowed.strip("' ")[:SHEET_NAME_MOST] or "Encours"
