"""The list of clients: what is looked for, what was found, page after page."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flet import Observable

from mobile.api import clients
from mobile.store.failing import kept_on
from mobile.store.reading import Known, Reading

if TYPE_CHECKING:
    from mobile.api.failures import Failure
    from mobile.store.reach import Reach
    from shared.contract.clients import (
        ClientFilter,
        ClientPage,
        ClientRow,
        ClientSort,
        ClientTotals,
    )

PAUSE_SECONDS = 0.25
"""Between two keys of a search, before the server is asked."""
DEFAULT_SORT: ClientSort = "overdue"
REMEMBERED = 8
"""First pages kept, so that going back to a filter shows at once what it held."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for."""

    query: str = ""
    chosen: ClientFilter = "all"
    sort: ClientSort = DEFAULT_SORT

    @property
    def asked_order(self) -> ClientSort | None:
        """A search comes by how well it fits, until an order is chosen by hand."""
        return None if self.query and self.sort == DEFAULT_SORT else self.sort


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a list so far; `cursor` while there are more."""

    rows: tuple[ClientRow, ...]
    cursor: str | None

    @classmethod
    def of(cls, page: ClientPage) -> Found:
        return cls(tuple(page.items), page.next_cursor)

    def and_then(self, page: ClientPage) -> Found:
        """With the next page; a client that moved between the two pages stays where it was."""
        seen = {row.id for row in self.rows}
        fresh = tuple(row for row in page.items if row.id not in seen)
        return Found(self.rows + fresh, page.next_cursor)


class ClientList(Observable):
    """The list as one screen shows it."""

    def __init__(self, reach: Reach, pause: float = PAUSE_SECONDS) -> None:
        self._reach = reach
        self._pause = pause
        self._remembered: dict[Wanted, Known[Found]] = {}
        self._asking: asyncio.Task[None] | None = None
        self.wanted = Wanted()
        self.known: Known[Found] | None = None
        self.failure: Failure | None = None
        self.loading = False
        self.loading_more = False
        self.totals: Reading[ClientTotals] = Reading(self._read_totals)

    @property
    def stale(self) -> bool:
        return self.known is not None and self.failure is not None

    async def look_for(self, query: str) -> None:
        """Search as one types: asked once the typing pauses."""
        self._turn_to(replace(self.wanted, query=query.strip()))
        await self._ask(self._pause)

    async def choose(self, chosen: ClientFilter) -> None:
        """The filter; the same one again takes it off."""
        self._turn_to(
            replace(self.wanted, chosen="all" if chosen == self.wanted.chosen else chosen)
        )
        await self._ask()

    async def order(self, sort: ClientSort) -> None:
        self._turn_to(replace(self.wanted, sort=sort))
        await self._ask()

    async def refresh(self) -> None:
        await asyncio.gather(self._ask(), self.totals.refresh())

    async def more(self) -> None:
        """The next page, if there is one and nobody is fetching it."""
        known, wanted = self.known, self.wanted
        if known is None or known.value.cursor is None or self.loading or self.loading_more:
            return
        self.loading_more = True
        try:
            with kept_on(self):
                page = await self._page(wanted, known.value.cursor)
                if self.known is known:
                    self.known = Known.now(known.value.and_then(page))
                    self.failure = None
        finally:
            self.loading_more = False

    def _turn_to(self, wanted: Wanted) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            # What the old question found stays until the new answer is there, unless the new
            # question was asked before.
            self.known = self._remembered.get(wanted, self.known)

    async def _ask(self, pause: float = 0) -> None:
        """The newest question wins: an older one's answer is dropped."""
        if self._asking is not None:
            self._asking.cancel()
        asking = self._asking = asyncio.create_task(self._answer(self.wanted, pause))
        try:
            await asyncio.wait([asking])
        except asyncio.CancelledError:
            asking.cancel()  # the window is gone: nobody is there to be answered
            raise
        if not asking.cancelled():
            asking.result()  # raises what nobody foresaw

    async def _answer(self, wanted: Wanted, pause: float) -> None:
        await asyncio.sleep(pause)
        self.loading = True
        try:
            with kept_on(self):
                self.known = Known.now(Found.of(await self._page(wanted)))
                self.failure = None
                self._remember(wanted, self.known)
        finally:
            if self._asking is asyncio.current_task():
                self.loading = False

    def _remember(self, wanted: Wanted, known: Known[Found]) -> None:
        self._remembered.pop(wanted, None)
        self._remembered[wanted] = known
        while len(self._remembered) > REMEMBERED:
            del self._remembered[next(iter(self._remembered))]

    async def _page(self, wanted: Wanted, cursor: str | None = None) -> ClientPage:
        return await clients.page(
            self._reach.wire, wanted.query, wanted.chosen, wanted.asked_order, cursor
        )

    async def _read_totals(self, _: Known[ClientTotals] | None) -> Known[ClientTotals]:
        return Known.now(await clients.totals(self._reach.wire))
