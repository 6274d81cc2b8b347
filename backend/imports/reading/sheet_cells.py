"""The cells of one sheet, gathered row by row while its XML goes by."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from xml.parsers import expat

from backend.imports.reading.source import FIELD_LIMIT, UnreadableFileError

Cell = str | Decimal | date
"""A text, a number as the shortest decimal of its binary value, or a day."""

_COLUMN_LIMIT: Final = 2_000
_SERIAL_LIMIT: Final = 200_000


class SheetCells:
    """Listens to `parser` as it is fed the sheet's XML; `take` the rows that are complete.

    Hand-written handlers with few calls: a large sheet has tens of millions of elements.
    """

    def __init__(
        self,
        parser: expat.XMLParserType,
        strings: Sequence[str],
        date_styles: frozenset[str],
        padded_styles: dict[str, int],
        day: Callable[[float], date],
    ) -> None:
        self._strings = strings
        self._date_styles = date_styles
        self._padded_styles = padded_styles
        self._day = day
        self._columns: dict[str, int] = {}
        self._prefix = ""
        self._row: list[Cell] = []
        self._row_number = 0
        self._column = 0
        self._type = ""
        self._style = ""
        self._text: list[str] = []
        self._length = 0
        self._in_value = False
        self.rows: list[list[Cell]] = []
        self._lines: list[int] = []
        self.parser = parser
        self.parser.StartElementHandler = self._root
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def take(self) -> tuple[Sequence[int], list[list[Cell]]]:
        rows, lines = self.rows, self._lines
        self.rows, self._lines = [], []
        return lines, rows

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        # Some writers put every element in a prefixed namespace (x:row).
        prefix, colon, _ = name.rpartition(":")
        self._prefix = prefix + colon
        self.parser.StartElementHandler = self._start_prefixed if self._prefix else self._start
        if self._prefix:
            self.parser.EndElementHandler = self._end_prefixed

    def _start_prefixed(self, name: str, attributes: dict[str, str]) -> None:
        self._start(name.removeprefix(self._prefix), attributes)

    def _end_prefixed(self, name: str) -> None:
        self._end(name.removeprefix(self._prefix))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            reference = attributes.get("r")
            self._column = self._column_of(reference) if reference else len(self._row)
            self._type = attributes.get("t", "")
            self._style = attributes.get("s", "")
            self._text.clear()
            self._length = 0
        elif name in {"v", "t"}:
            self._in_value = True
        elif name == "row":
            number = attributes.get("r")
            self._row_number = int(number) if number else self._row_number + 1
            self._row = []

    def _end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._in_value = False
        elif name == "c":
            if self._text:
                self._put("".join(self._text))
        elif name == "row" and any(cell != "" for cell in self._row):
            self.rows.append(self._row)
            self._lines.append(self._row_number)

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._text.append(text)
            self._length += len(text)
            if self._length > FIELD_LIMIT:
                raise UnreadableFileError("field-too-long", limit=FIELD_LIMIT)

    def _put(self, text: str) -> None:
        row, column = self._row, self._column
        if column >= _COLUMN_LIMIT:
            return
        while len(row) <= column:
            row.append("")
        row[column] = self._value(text)

    def _value(self, text: str) -> Cell:
        kind = self._type
        if kind == "s":
            return self._strings[int(text)].strip()
        if kind in {"", "n"}:
            return self._number(text)
        if kind == "d":
            return date.fromisoformat(text[:10])
        if kind == "e":
            # A formula in error has no value: kept as text, so that its line is refused.
            return text
        return text.strip()

    def _number(self, text: str) -> Cell:
        number = float(text)
        if self._style in self._date_styles and 0 < number < _SERIAL_LIMIT:
            return self._day(number)
        width = self._padded_styles.get(self._style)
        if number.is_integer():
            whole = int(number)
            return str(whole).zfill(width) if width else Decimal(whole)
        return Decimal(repr(number))

    def _column_of(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        known = self._columns.get(letters)
        if known is None:
            known = 0
            for letter in letters:
                known = known * 26 + ord(letter) - 64
            self._columns[letters] = known = known - 1
        return known
