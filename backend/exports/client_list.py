"""The client list as a spreadsheet: a row for each client and currency."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from backend.catalogue.exports import WORDS
from backend.exports.workbook import Cell, Column, Workbook
from shared.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from decimal import Decimal

    from backend.settings import Language
    from shared.contract.clients import ClientRow


class ClientList:
    """Takes rows as they come; `finish` writes the file."""

    def __init__(self, file: IO[bytes], *, language: Language, made_at: datetime) -> None:
        words = WORDS[language]
        self._columns = columns(language)
        self._book = Workbook(file, title=words.client_list, language=language, made_at=made_at)
        self._book.head(self._columns)

    def finish(self) -> None:
        """Writes the file: for a thread, as `add` is."""
        self._book.filter(0, self._book.next_row - 1, len(self._columns))
        self._book.finish()

    def add(self, rows: Iterable[ClientRow]) -> None:
        for row in rows:
            for cells in cells_of(row):
                self._book.add(cells)


def columns(language: Language) -> Sequence[Column]:
    words = WORDS[language]
    return (
        Column(words.code, 12),
        Column(words.client, 38),
        Column(words.town, 22),
        Column(words.company, 26),
        Column(words.branch, 18),
        Column(words.currency, 9),
        Column(words.outstanding, 16, is_figure=True),
        Column(words.overdue, 16, is_figure=True),
        Column(words.days_overdue, 14, is_figure=True),
        Column(words.last_visit, 14),
    )


def cells_of(row: ClientRow) -> Iterator[Sequence[Cell]]:
    """The own currency first; the others each on a row below, never added."""
    yield _cells(row, row.currency, row.outstanding, row.overdue, row.oldest_days_overdue)
    for other in row.other_currencies:
        yield _cells(
            row, other.currency, other.outstanding, other.overdue, other.oldest_days_overdue
        )


def _cells(
    row: ClientRow, currency: str, outstanding: Decimal, overdue: Decimal, days: int
) -> Sequence[Cell]:
    return (
        row.code,
        row.name,
        row.town,
        row.company,
        row.branch,
        currency,
        Money(outstanding, currency),
        Money(overdue, currency),
        days,
        row.last_visit_on,
    )
