"""The second pass over a chunk: columns of cells become columns of values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from backend.imports.reading.amounts import AmountReader, currency_written
from backend.imports.reading.codes import CodeReader
from backend.imports.reading.columns import Matched
from backend.imports.reading.dates import DateReader
from backend.imports.reading.headers import AMOUNT_FIELDS, CODE_FIELDS, DATE_FIELDS
from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.survey import Reading
from backend.imports.reading.table import Chunk
from backend.imports.reading.unreadable import Unreadable
from shared.money import is_currency

_CURRENCY_NAMES: Final = {"€": "EUR", "EURO": "EUR", "EUROS": "EUR", "$": "USD", "£": "GBP"}

ReadAll = Callable[[Sequence[Cell]], list[Any]]
Values = Sequence[Any]
"""One value a row: what the field's reader makes of a cell, or `Unreadable`."""


@dataclass(slots=True)
class Columns:
    """A chunk by field. A field the file does not have is all None."""

    lines: Sequence[int]
    values: dict[str, Values]
    overlong: Mapping[int, int]
    width: int
    bad: dict[int, tuple[str, Unreadable]]
    """Position in the chunk → the first field that could not be read, and what stands there."""

    def __getitem__(self, field: str) -> Values:
        found = self.values.get(field)
        return found if found is not None else [None] * len(self.lines)

    def rows(self, *fields: str) -> Iterable[tuple[Any, ...]]:
        """The fields side by side, row by row, each row led by its position in the chunk."""
        return zip(range(len(self.lines)), *(self[field] for field in fields), strict=True)


class ColumnReader:
    """Reads chunks into `Columns`, each field as the survey decided."""

    def __init__(self, matched: Matched, reading: Reading) -> None:
        self._positions = matched.positions
        self._width = len(matched.headers)
        self._currency_in_cells = reading.currency_in_cells and "currency" not in matched.positions
        self._readers: dict[str, ReadAll] = {
            field: self._reader(field, reading) for field in matched.positions
        }

    def read(self, chunk: Chunk) -> Columns:
        columns = Columns(chunk.lines, {}, chunk.overlong, self._width, {})
        by_position = list(zip(*chunk.rows, strict=True))
        for field, position in self._positions.items():
            cells = by_position[position]
            values = self._readers[field](cells)
            columns.values[field] = values
            if Unreadable in set(map(type, values)):
                _note_bad(columns.bad, field, values)
            if self._currency_in_cells and field in AMOUNT_FIELDS:
                self._take_currency(columns, cells)
        return columns

    def _take_currency(self, columns: Columns, cells: Sequence[Cell]) -> None:
        known = columns.values.get("currency") or [None] * len(cells)
        columns.values["currency"] = [
            before or currency_written(cell) for before, cell in zip(known, cells, strict=True)
        ]

    @staticmethod
    def _reader(field: str, reading: Reading) -> ReadAll:
        if field in AMOUNT_FIELDS:
            return AmountReader(reading.marks[field]).read_all
        if field in CODE_FIELDS:
            return CodeReader(as_numbers=field in reading.written_as_numbers).read_all
        one: Callable[[Cell], Any] = _text
        if field in DATE_FIELDS:
            one = DateReader(reading.date_orders[field]).__getitem__
        elif field == "currency":
            one = _CurrencyReader().__getitem__
        return lambda cells: list(map(one, cells))


def _note_bad(bad: dict[int, tuple[str, Unreadable]], field: str, values: Sequence[Any]) -> None:
    for at, value in enumerate(values):
        if type(value) is Unreadable:
            bad.setdefault(at, (field, value))


def _text(cell: Cell) -> str | None:
    if isinstance(cell, str):
        return cell.strip() or None
    return f"{cell:f}" if isinstance(cell, Decimal) else cell.isoformat()


class _CurrencyReader(dict[Cell, "str | Unreadable | None"]):
    def __missing__(self, cell: Cell) -> "str | Unreadable | None":
        value = self[cell] = self._read(cell)
        return value

    @staticmethod
    def _read(cell: Cell) -> "str | Unreadable | None":
        text = str(cell).strip().upper()
        if not text:
            return None
        code = _CURRENCY_NAMES.get(text, text)
        return code if is_currency(code) else Unreadable("unknown-currency", text[:20])
