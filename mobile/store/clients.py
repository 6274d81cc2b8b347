"""The list of clients: what is looked for, what was found, page after page."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flet import Observable

from mobile.api import clients
from mobile.api.failures import Unreachable
from mobile.store.failing import kept_on
from mobile.store.reading import Known, Reading

if TYPE_CHECKING:
    from mobile.api.failures import Failure
    from mobile.store.reach import Reach
    from mobile.sync.portfolio import Portfolio
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
PAGE = 50
"""Rows of the device's own list that are drawn at first, and as one scrolls."""
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
    """The rows of a list so far; `cursor` while there are more.

    `is_held`: they are the device's own, and the next ones come from there.
    """

    rows: tuple[ClientRow, ...]
    cursor: str | None
    is_held: bool = False

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
        self._answered: Wanted | None = None
        self.wanted = Wanted()
        self.known: Known[Found] | None = None
        self.failure: Failure | None = None
        self.loading = False
        self.loading_more = False
        self.totals: Reading[ClientTotals] = Reading(self._read_totals, self._held_totals)

    @property
    def is_asked(self) -> bool:
        return self.known is not None or self.failure is not None

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
        self._reach.local.nudge()
        await asyncio.gather(self._ask(), self.totals.refresh())

    async def hold(self) -> None:
        """The device holds others than before: shown where the list is its own."""
        if self.is_asked and self._holds_all:
            await asyncio.gather(self._ask(), self.totals.refresh())

    async def more(self) -> None:
        """The next page, if there is one and nobody is fetching it."""
        known, wanted = self.known, self.wanted
        if known is None or known.value.cursor is None or self.loading or self.loading_more:
            return
        if known.value.is_held:
            self.known = self._held(wanted, len(known.value.rows) + PAGE) or known
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

    def _held(self, wanted: Wanted, rows: int = PAGE) -> Known[Found] | None:
        """The first rows of what the device holds."""
        today = self._reach.local.today()

        def listed(portfolio: Portfolio) -> Found:
            asked = (wanted.query, wanted.chosen, wanted.asked_order)
            shown, total = portfolio.listed(today, *asked, limit=rows)
            cursor = str(len(shown)) if len(shown) < total else None
            return Found(tuple(shown), cursor, is_held=True)

        return self._reach.local.known(listed)

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
        if self._holds_all:
            shown = self.known.value if self.known and wanted == self._answered else None
            self._show(wanted, self._held(wanted, max(PAGE, len(shown.rows) if shown else 0)))
            return
        await asyncio.sleep(pause)
        self.loading = True
        try:
            with kept_on(self):
                self._show(wanted, Known.now(Found.of(await self._page(wanted))))
        finally:
            if isinstance(self.failure, Unreachable) and wanted != self._answered:
                self.known = self._held(wanted) or self.known
            if self._asking is asyncio.current_task():
                self.loading = False

    @property
    def _holds_all(self) -> bool:
        """Whether the device's list is the whole one: then nobody else is asked for it."""
        return bool(self._reach.local.held(lambda portfolio: portfolio.is_complete))

    def _show(self, wanted: Wanted, known: Known[Found] | None) -> None:
        if known is not None:
            self.known, self.failure, self._answered = known, None, wanted
            self._remember(wanted, known)

    def _remember(self, wanted: Wanted, known: Known[Found]) -> None:
        self._remembered.pop(wanted, None)
        self._remembered[wanted] = known
        while len(self._remembered) > REMEMBERED:
            del self._remembered[next(iter(self._remembered))]

    async def _page(self, wanted: Wanted, cursor: str | None = None) -> ClientPage:
        return await clients.page(
            self._reach.wire, wanted.query, wanted.chosen, wanted.asked_order, cursor
        )

    def _held_totals(self) -> Known[ClientTotals] | None:
        today = self._reach.local.today()
        return self._reach.local.known(lambda portfolio: portfolio.totals(today))

    async def _read_totals(self, _: Known[ClientTotals] | None) -> Known[ClientTotals]:
        held = self._held_totals() if self._holds_all else None
        return held or Known.now(await clients.totals(self._reach.wire))
