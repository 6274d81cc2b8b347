"""The clients a person sees, whole, on their device: listed, searched and read without a network.

It can be had again at any time, so it is thrown away rather than mended: for another release's
tables, a broken file, or whoever signs out.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from mobile.sync.listing import Listing
from mobile.sync.portfolio_rows import PortfolioRows
from mobile.sync.portfolio_tables import VERSION
from mobile.sync.reckoning import client_file
from mobile.sync.searching import Found, find
from mobile.sync.totals import totals_of
from mobile.sync.versions import transaction, version_of
from shared.contract.changes import CompanyState
from shared.contract.clients import ClientFilter
from shared.rules.looked_for import LookedFor

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.sync.keeping import Keeping, Pocket
    from mobile.sync.owner import Owner
    from shared.contract.changes import Changes, ClientCopy
    from shared.contract.clients import ClientFile, ClientRow, ClientSort, ClientTotals

FILE_NAME: Final = "portfolio.sqlite"


class Listed(NamedTuple):
    """A stretch of the list, and how many rows there are in all."""

    rows: list[ClientRow]
    total: int


class Portfolio:
    """One owner's. Whoever has it open is its one writer (mobile.sync.writing)."""

    def __init__(self, keeping: Keeping, owner: Owner) -> None:
        self.owner = owner
        self._keeping = keeping
        self._rows = self._opened()
        self._listing = Listing(self._rows, owner.user_id)

    def _opened(self) -> PortfolioRows:
        """The file as it is where it is ours and whole, else an empty one."""
        try:
            connection = self._keeping.database(FILE_NAME)
            if is_of(connection, self.owner):
                return PortfolioRows(connection)
            connection.close()
        except sqlite3.DatabaseError:
            pass  # no database, or half of one
        self._keeping.erase(FILE_NAME)
        rows = PortfolioRows(self._keeping.database(FILE_NAME))
        with transaction(rows.connection):
            rows.make(self.owner)
        return rows

    def close(self) -> None:
        self._rows.connection.close()

    async def erase(self) -> None:
        """Nothing of it is on the device any more."""
        self.close()
        self._keeping.erase(FILE_NAME)
        self._rows = self._opened()
        self._listing = Listing(self._rows, self.owner.user_id)
        await self._keeping.flush(FILE_NAME)

    async def apply(self, changes: Changes, read_at: datetime | None = None) -> None:
        """A page of the feed, with its cursor: all of it or nothing. The same twice is once."""
        at = (read_at or datetime.now(UTC)).isoformat()
        rows = self._rows
        with transaction(rows.connection):
            if changes.restart:
                rows.forget_all()
            rows.forget(gone.id for gone in changes.gone)
            for copy in changes.clients:
                rows.put(copy)
            rows.put_companies(changes.companies)
            complete = not changes.more or (self.is_complete and not changes.restart)
            rows.move_to(changes.cursor, at, is_complete=complete)
        if changes.restart:
            self._listing.forget()
        self._listing.changed(one.identity.id for one in changes.clients)
        self._listing.changed(gone.id for gone in changes.gone)
        await self._keeping.flush(FILE_NAME)

    @property
    def cursor(self) -> str | None:
        """To be given to the server: it tells what is held here."""
        read = self._rows.cursor()
        return None if read is None else read[0]

    @property
    def read_at(self) -> datetime | None:
        """When a page was last put in; None before the first."""
        read = self._rows.cursor()
        return None if read is None else datetime.fromisoformat(read[1])

    @property
    def is_complete(self) -> bool:
        """Whether everything in sight had come once: then the list is the person's whole one."""
        read = self._rows.cursor()
        return read is not None and read[2]

    @property
    def used_bytes(self) -> int:
        return self._rows.bytes()

    async def keep_answer(self, name: str, body: str, at: datetime | None = None) -> None:
        """What the server answered last, for when it cannot be asked."""
        with transaction(self._rows.connection):
            self._rows.put_answer(name, (at or datetime.now(UTC)).isoformat(), body)
        await self._keeping.flush(FILE_NAME)

    def answer(self, name: str) -> tuple[datetime, str] | None:
        """When it was answered, and what."""
        kept = self._rows.answer(name)
        return None if kept is None else (datetime.fromisoformat(kept[0]), kept[1])

    def client_of_dispute(self, dispute_id: UUID) -> UUID | None:
        return self._rows.client_of_dispute(dispute_id)

    def disputing(self) -> list[UUID]:
        """Clients of whom a dispute is undecided."""
        return self._rows.disputing()

    def company(self, id_: UUID) -> CompanyState | None:
        state = self._rows.company(id_)
        return None if state is None else CompanyState.model_validate_json(state)

    def count(self) -> int:
        return self._rows.count()

    def copy(self, client_id: UUID) -> ClientCopy | None:
        """All that is held of a client."""
        return self._rows.copy(client_id)

    def client_file(self, client_id: UUID, today: date) -> ClientFile | None:
        """The client's file with the ages of today."""
        copy = self._rows.copy(client_id)
        if copy is None:
            return None
        state = self.company(copy.identity.company_id)
        return client_file(copy, today, state.data_as_of if state else None)

    def listed(
        self,
        today: date,
        query: str = "",
        chosen: ClientFilter = "all",
        sort: ClientSort | None = None,
        first: int = 0,
        limit: int = 50,
    ) -> Listed:
        """Rows of the client list: by fit where something is looked for, unless an order is asked
        for; else by name.
        """
        listing, found = self._listing, self._found(query)
        lines = [
            line
            for line in listing.lines()
            if (found is None or line.id in found) and listing.is_in(line, chosen, today)
        ]
        if sort is not None and sort != "name":
            home = {state.currency for state in self._companies()}
            lines.sort(key=lambda line: listing.place(line, sort, today, home))
        elif found is not None and sort is None:
            lines.sort(key=lambda line: found[line.id].place)
        shown, by = lines[first : first + limit], found or {}
        return Listed([listing.row(one, today, by.get(one.id)) for one in shown], len(lines))

    def totals(self, today: date) -> ClientTotals:
        """The head of the list: how many behind each chip, and what they owe together."""
        listing = self._listing
        lines = listing.lines()
        counts = {
            chosen: sum(listing.is_in(line, chosen, today) for line in lines)
            for chosen in get_args(ClientFilter)
        }
        owed = [listing.figures(line, today) for line in lines]
        return totals_of(counts, owed, self._data_as_of())

    def _data_as_of(self) -> datetime | None:
        """Of the least fresh company; None where one was never loaded."""
        loaded = [one.data_as_of for one in self._companies() if one.data_as_of is not None]
        return min(loaded, default=None)

    def _companies(self) -> list[CompanyState]:
        return [CompanyState.model_validate_json(one) for one in self._rows.companies()]

    def _found(self, query: str) -> dict[UUID, Found] | None:
        if not query.strip():
            return None
        return find(self._rows.connection, LookedFor.of(query))


def is_of(connection: sqlite3.Connection, owner: Owner) -> bool:
    """Of this person on this server, and of this release's tables."""
    if version_of(connection) != VERSION:
        return False
    return PortfolioRows(connection).owner() == (owner.server, owner.user_id)


def erase_portfolio(keeping: Keeping) -> None:
    """Of whoever signs out. It must be closed."""
    keeping.erase(FILE_NAME)


async def erase_portfolios_of_others(pocket: Pocket, owner: Owner) -> None:
    """When somebody signs in: of whoever else was here, only what they entered and did not send."""
    for keeping in pocket.others(owner):
        erase_portfolio(keeping)
        await keeping.flush(FILE_NAME)
