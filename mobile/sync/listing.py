"""The lines of the client list in memory, with figures reckoned when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.sync.reckoning import figures, nothing
from shared.contract.clients import ClientFigures, ClientRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from mobile.sync.lines import Line
    from mobile.sync.portfolio_rows import PortfolioRows
    from mobile.sync.searching import Found
    from shared.contract.clients import ClientFilter, ClientSort

Figures = tuple[ClientFigures, ...]
Place = tuple[str, "Decimal | int"]


class Listing:
    """Read once, and again for what has changed; figures are those of one day."""

    def __init__(self, rows: PortfolioRows, user_id: UUID) -> None:
        self._rows = rows
        self._user = str(user_id)
        self._lines: list[Line] | None = None
        self._figures: dict[UUID, Figures] = {}
        self._today: date | None = None

    def changed(self, ids: Iterable[UUID]) -> None:
        """Of these clients something else is held now, or nothing."""
        self._lines = None
        for id_ in ids:
            self._figures.pop(id_, None)

    def forget(self) -> None:
        self._lines, self._figures = None, {}

    def lines(self) -> list[Line]:
        """By name."""
        if self._lines is None:
            self._lines = self._rows.lines()
        return self._lines

    def figures(self, line: Line, today: date) -> Figures:
        if today != self._today:
            self._today, self._figures = today, {}
        found = self._figures.get(line.id)
        if found is None:
            found = self._figures[line.id] = figures(self._rows.owed(line.id), today)
        return found

    def own(self, line: Line, today: date) -> ClientFigures:
        """Those in the client's own currency."""
        every = self.figures(line, today)
        mine = (one for one in every if one.currency == line.currency)
        return next(mine, None) or nothing(line.currency)

    def is_in(self, line: Line, chosen: ClientFilter, today: date) -> bool:
        match chosen:
            case "all":
                return True
            case "mine":
                return self._user in (line.rep, line.collector)
            case "overdue":
                return any(one.overdue > 0 for one in self.figures(line, today))
            case "disputed":
                return bool(line.is_disputed)
            case "promise_broken":
                return bool(line.is_promise_broken)
            case "unassigned":
                return bool(line.is_unassigned)

    def place(self, line: Line, sort: ClientSort, today: date, home: Collection[str]) -> Place:
        """Where an order other than by name puts a line, as the server does.

        Currencies one after the other, those of `home` first; the largest amount, the oldest debt,
        the visit longest ago. Who owes nothing comes after all who do, who was never visited first.
        """
        one = self.own(line, today)
        match sort:
            case "outstanding":
                amount = one.outstanding
            case "overdue":
                amount = one.overdue
            case "last_visit":
                return "", line.visited
            case _:
                return "", -one.oldest_days_overdue
        return f"{amount <= 0:d}{line.currency not in home:d}{line.currency}", -amount

    def row(self, line: Line, today: date, found: Found | None) -> ClientRow:
        mine, every = self.own(line, today), self.figures(line, today)
        return ClientRow(
            id=line.id,
            code=line.code,
            name=line.name,
            town=line.town,
            company=line.company,
            branch=line.branch,
            currency=line.currency,
            outstanding=mine.outstanding,
            overdue=mine.overdue,
            oldest_days_overdue=mine.oldest_days_overdue,
            other_currencies=[one for one in every if one.currency != line.currency],
            last_visit_on=line.last_visit_on,
            found_by=found.found_by if found else None,
        )
