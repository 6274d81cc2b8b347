"""The lines of a FEC, chunk by chunk, as values: texts trimmed, amounts in cents, days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from sys import intern
from typing import Final, NamedTuple

from backend.imports.reading.amounts import AmountReader, mark_shown, take_apart
from backend.imports.reading.dates import EARLIEST, LATEST
from backend.imports.reading.document_kinds import is_credit_side
from backend.imports.reading.fec_layout import Layout
from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.source import Format, Progress
from backend.imports.reading.table import Chunk, Table
from backend.imports.reading.unreadable import Unreadable, shown
from shared.money import round_amount
from shared.refusal import Refused

CURRENCY: Final = "EUR"
"""A FEC is kept in euros; `Montantdevise` only tells what stood on the invoice."""
_CENTS: Final = 100
_CACHE_LIMIT: Final = 100_000
_DAY: Final = re.compile(r"\d{8}")
_READERS: Final = {mark: AmountReader(mark) for mark in ("comma", "point")}

Texts = Sequence[str]


class FecLines(NamedTuple):
    """A chunk by field. `cents` is debit − credit, or `Unreadable`."""

    lines: Sequence[int]
    journal: Texts
    number: Texts
    day: Texts
    account: Texts
    cents: Sequence[int | Unreadable]
    rows: Sequence[Sequence[Cell]]
    uneven: dict[int, int]


class AmountsRead(dict[Cell, "int | Unreadable"]):
    """Written amount → cents, half-up. Blank is nothing.

    A FEC has no thousands separators, so a single mark is always the decimal one.
    """

    def __missing__(self, cell: Cell) -> "int | Unreadable":
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        value = self[cell] = _cents(exact_amount(cell))
        return value


def exact_amount(cell: Cell) -> Decimal | Unreadable:
    """The amount as written; blank is zero."""
    if isinstance(cell, str):
        written = take_apart(cell)
        mark = mark_shown(written) if written else None
        if mark in {None, "either"}:
            mark = "comma" if "," in cell else "point"
        value = _READERS[mark or "point"].read(cell.strip())
    else:
        value = _READERS["point"].read(cell)
    return Decimal(0) if value is None else value


def _cents(amount: Decimal | Unreadable) -> "int | Unreadable":
    if isinstance(amount, Unreadable):
        return amount
    try:
        return int(round_amount(amount, CURRENCY) * _CENTS)
    except Refused as refused:
        return Unreadable(refused.refusal.code, shown(amount))


class DaysRead(dict[str, "date | None"]):
    """AAAAMMJJ → day; None for anything else, blank included."""

    def __missing__(self, text: str) -> "date | None":
        value = self[text] = _day(text)
        return value


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        found = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


class LineReader:
    """Reads a FEC's table as often as needed, always into the same values."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self._table = table
        self._layout = layout
        self._amounts = AmountsRead()
        self._is_text = table.source.format == Format.TEXT
        self.days = DaysRead()
        self.width = len(layout.headers)
        self.amount_header = "Montant/Sens" if layout.is_signed else "Debit/Credit"

    def chunks(self, progress: Progress | None = None) -> Iterator[FecLines]:
        for chunk in self._table.chunks(progress):
            yield self._read(chunk)

    def _read(self, chunk: Chunk) -> FecLines:
        least = self._layout.least_cells
        rows = chunk.rows
        if not self._is_text:
            rows = [[_text(cell) for cell in row] for row in rows]
        return FecLines(
            lines=chunk.lines,
            # Few texts, on every line: what is kept of them later is kept once.
            journal=list(map(intern, self.texts("JournalCode", rows))),
            number=self.texts("EcritureNum", rows),
            day=list(map(intern, self.texts("EcritureDate", rows))),
            account=list(map(intern, self.texts("CompteNum", rows))),
            cents=self._cents(rows),
            rows=rows,
            uneven={
                **chunk.overlong,
                **{at: count for at, count in chunk.short.items() if count < least},
            },
        )

    def texts(self, field: str, rows: Sequence[Sequence[Cell]]) -> list[str]:
        """The field of each row, trimmed; blank where the file has no such column."""
        position = self._layout.positions.get(field)
        if position is None:
            return [""] * len(rows)
        return [str(row[position]).strip() for row in rows]

    def text(self, field: str, row: Sequence[Cell]) -> str:
        position = self._layout.positions.get(field)
        return "" if position is None else str(row[position]).strip()

    def client(self, row: Sequence[Cell], account: str) -> tuple[str, str | None]:
        """The client's code and name; without `CompAuxNum` the account is the client."""
        auxiliary = self.text("CompAuxNum", row)
        if auxiliary:
            return intern(auxiliary), self.text("CompAuxLib", row) or None
        name = self.text("CompAuxLib", row) or self.text("CompteLib", row)
        return account, name or None

    def _cents(self, rows: Sequence[Sequence[Cell]]) -> list[int | Unreadable]:
        at = self._layout.positions
        amounts = self._amounts
        if self._layout.is_signed:
            amount, side = at["Montant"], at["Sens"]
            return [_signed(amounts[row[amount]], str(row[side])) for row in rows]
        debit, credit = at["Debit"], at["Credit"]
        return [_difference(amounts[row[debit]], amounts[row[credit]]) for row in rows]


def _difference(debit: "int | Unreadable", credit: "int | Unreadable") -> "int | Unreadable":
    if isinstance(debit, Unreadable):
        return debit
    return credit if isinstance(credit, Unreadable) else debit - credit


def _signed(cents: "int | Unreadable", side: str) -> "int | Unreadable":
    """`Sens` is D or C, or +1 or -1."""
    if isinstance(cents, Unreadable):
        return cents
    is_credit = is_credit_side(side.strip())
    if is_credit is None:
        return Unreadable("unknown-side", shown(side.strip())) if cents else 0
    return -cents if is_credit else cents


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%Y%m%d}"
    return f"{cell:f}" if isinstance(cell, Decimal) else cell
