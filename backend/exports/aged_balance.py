"""The aged balance as a spreadsheet: a row for each client and currency, then the totals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from backend.catalogue.exports import WORDS
from backend.exports.workbook import Cell, Column, Workbook
from shared.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from backend.position.queries.aged_clients import AgedClient
    from backend.settings import Language


@dataclass(slots=True)
class Total:
    """What the rows of one currency add up to; the amounts in the order of the columns."""

    amounts: list[Money] = field(default_factory=list)
    documents: int = 0
    clients: int = 0

    def take(self, amounts: Sequence[Money], documents: int) -> None:
        held = self.amounts or [Money.zero(amount.currency) for amount in amounts]
        self.amounts = [sum_ + amount for sum_, amount in zip(held, amounts, strict=True)]
        self.documents += documents
        self.clients += 1


class AgedBalance:
    """Takes rows as they come; `finish` writes the totals and the file."""

    def __init__(
        self, file: IO[bytes], *, as_of: date, language: Language, made_at: datetime
    ) -> None:
        self._words = WORDS[language]
        self._columns = columns(language)
        title = f"{self._words.aged_balance} {as_of.isoformat()}"
        self._book = Workbook(file, title=title, language=language, made_at=made_at)
        self._totals: dict[str, Total] = {}
        self._book.head(self._columns)

    def finish(self) -> None:
        """Writes the file: for a thread, as `add` is."""
        self._book.filter(0, self._book.next_row - 1, len(self._columns))
        self._add_totals()
        self._book.finish()

    def add(self, rows: Iterable[AgedClient]) -> None:
        for row in rows:
            amounts = amounts_of(row)
            self._totals.setdefault(row.currency, Total()).take(amounts, row.documents)
            place: Sequence[Cell] = (row.company, row.branch, row.code, row.name, row.town, row.rep)
            self._book.add((*place, row.currency, row.documents, *amounts))

    def _add_totals(self) -> None:
        """Below an empty row, out of the filter's reach: sorting the list leaves them in place."""
        self._book.skip()
        for currency, total in sorted(self._totals.items()):
            told = f"{self._words.clients} ({total.clients})"
            place: Sequence[Cell] = (
                f"{self._words.total} {currency}",
                None,
                None,
                told,
                None,
                None,
            )
            self._book.add((*place, currency, total.documents, *total.amounts), strong=True)


def columns(language: Language) -> Sequence[Column]:
    words = WORDS[language]
    return (
        Column(words.company, 26),
        Column(words.branch, 18),
        Column(words.code, 12),
        Column(words.client, 38),
        Column(words.town, 22),
        Column(words.rep, 22),
        Column(words.currency, 9),
        Column(words.documents, 9, is_figure=True),
        Column(words.outstanding, 16, is_figure=True),
        Column(words.unapplied, 16, is_figure=True),
        Column(words.overdue, 16, is_figure=True),
        *(Column(name, 16, is_figure=True) for name in words.buckets),
    )


def amounts_of(row: AgedClient) -> Sequence[Money]:
    """Outstanding, unapplied, overdue, and the six buckets."""
    buckets = [Money(amount, row.currency) for amount in row.buckets]
    unapplied = Money(row.unapplied, row.currency)
    overdue = Money.total(row.currency, buckets[1:])
    return (buckets[0] + overdue + unapplied, unapplied, overdue, *buckets)
