"""Plays the two years back, day by day: the bank's file, the closing, then what people did.

Each business day begins with what its ledger learnt since the last one, and with the closing of the
day before; so every promise is judged by the daily closing itself, on the cash that was known then,
and every word goes through its service as if it were said that day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from backend.demo import queries
from backend.demo.field import deeds as did
from backend.demo.field.office import business_before
from backend.demo.field.promises_open import BANK_LATE, LATE_COMPANY
from backend.demo.loading import DAY_COLUMN
from backend.disputes.service.settling import close_settled
from backend.promises.service.closing import Closed, close_clients
from backend.receivables.cash_sources import cash_told
from shared.calendar import is_business_day
from shared.ids import new_id
from shared.rules.promise import deadline_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from backend.demo.field.acting import Actor
    from backend.demo.ledger import DemoDocument, DemoLedger
    from backend.demo.loading import Row

NIGHT = time(5, 30)
BANK, SECOND_BANK = "banque", "banque 2"
STATISTICS_EVERY = 100
DAILY = timedelta(weeks=5)
"""So long every day was closed; before, the first of each week closed the days since the last."""


@dataclass(slots=True)
class Replay:
    actor: Actor
    ledger: DemoLedger
    today: date
    waiting: dict[str, list[tuple[date, Row]]] = field(default_factory=dict)
    """What of the ledger is still to come, the latest first."""
    settling: dict[date, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    """Invoices that something settles, by day."""
    judging: dict[date, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    """Clients whose word is to be judged at the end of a day."""
    promised: dict[UUID, tuple[date, UUID]] = field(default_factory=dict)
    """Until when the word on an invoice ran that was given last, and whose it was."""
    due: set[UUID] = field(default_factory=set)
    """Clients to look at in the next closing."""

    async def play(self, script: list[did.Deed], first: date) -> None:
        """In the caller's transaction."""
        self._prepare()
        zone = self.actor.settings.time_zone
        by_day = {
            day: list(found)
            for day, found in groupby(script, lambda deed: deed.at.astimezone(zone).date())
        }
        for count, day in enumerate(business_days(first, self.today)):
            await self._morning(day)
            for deed in by_day.pop(day, ()):
                await self.actor.act(deed, day)
                self._remember(deed, day)
            if count % STATISTICS_EVERY == 20:
                await queries.learn_statistics()
        if by_day:
            raise ValueError(f"Nobody works on {min(by_day)}.")
        await self._morning(self.today)
        await self._load_until(date.max)

    def _prepare(self) -> None:
        for table, column in DAY_COLUMN.items():
            place = queries.COLUMNS[table].index(column)
            rows = [(row[place], row) for row in self.actor.rows.of_table[table]]
            self.waiting[table] = sorted(rows, key=lambda one: one[0], reverse=True)
        for one in self.ledger.allocations:
            self.settling[one.value_on].add(self.actor.rows.items[id(one.debit)])

    async def _morning(self, day: date) -> None:
        """What came in until yesterday evening, and the closing of the last day that was worked."""
        yesterday, closed_on = day - timedelta(days=1), business_before(day, 1)
        await self._load_until(yesterday)
        paid = taken(self.settling, yesterday)
        late = {self.promised[one] for one in paid if one in self.promised}
        self.due |= taken(self.judging, closed_on)
        self.due |= {client for until, client in late if until < closed_on}
        at = datetime.combine(day, NIGHT, self.actor.settings.time_zone).astimezone(UTC)
        if paid:
            await close_settled(on=closed_on, at=at)
        is_first_of_week = day.isocalendar().week != closed_on.isocalendar().week
        if is_first_of_week or day > self.today - DAILY:
            await self._close(closed_on, yesterday, at)

    async def _close(self, day: date, cash_known: date, at: datetime) -> None:
        """Of whom there is something to judge since the last time."""
        clients, self.due = sorted(self.due), set()
        if clients or at.date() >= self.today:
            await self._tell_cash(cash_known)
            policy = self.actor.settings.promises
            await close_clients(clients, Closed(day), now=at, policy=policy)

    async def _load_until(self, day: date) -> None:
        for table, rows in self.waiting.items():
            known = []
            while rows and rows[-1][0] <= day:
                known.append(rows.pop()[1])
            if known:
                await queries.load(table, known)

    async def _tell_cash(self, through: date) -> None:
        companies = self.actor.rows.companies
        sources = [(id_, BANK) for id_ in companies.values()]
        if through <= business_before(self.today, BANK_LATE):
            sources.append((companies[LATE_COMPANY], SECOND_BANK))
        await cash_told(new_id(), sources, through)

    def _remember(self, deed: did.Deed, day: date) -> None:
        client, policy = self.actor.rows.clients[deed.client.code], self.actor.settings.promises
        match deed:
            case did.Promised() | did.PutOff():
                until = deadline_of(deed.promised_on, policy)
                self.judging[until].add(client)
                first = deed if isinstance(deed, did.Promised) else deed.promise
                self._bind(first.invoices, until, client)
            case did.AcceptedPlan():
                self.judging[day].add(client)
                for one in deed.proposal.plan.instalments:
                    self.judging[deadline_of(one.due_on, policy)].add(client)
                self._bind(deed.proposal.plan.invoices, day, client)

    def _bind(self, invoices: Sequence[DemoDocument], until: date, client: UUID) -> None:
        for one in invoices:
            self.promised[self.actor.rows.items[id(one)]] = (until, client)


def business_days(first: date, today: date) -> Iterator[date]:
    """From the first on, those before today."""
    while first < today:
        if is_business_day(first):
            yield first
        first += timedelta(days=1)


def taken(of: dict[date, set[UUID]], last: date) -> set[UUID]:
    """Takes out whom the days up to the last one name."""
    days = [day for day in of if day <= last]
    return {client for day in days for client in of.pop(day)}
