"""Two years of promises: said when somebody called, for a day that the client then met or not.

Whether a promise was kept stands nowhere here: the payments of the ledger tell, and the closing
finds it. The script only knows what people hope for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.demo.field.deeds import Deed, Promised, PutOff, TookBack
from backend.demo.field.office import business_before, in_field
from backend.demo.field.texts import PROMISE_NOTES, PUT_OFF_NOTES, TAKEN_BACK
from shared.calendar import add_business_days, next_business_day

if TYPE_CHECKING:
    import random

    from backend.demo.clients import DemoClient
    from backend.demo.field.book import Book
    from backend.demo.field.office import Office
    from backend.demo.ledger import DemoDocument
    from shared.rules.promise import Channel

CALLED = {"prompt": 0.05, "month_end": 0.09, "slow": 0.16, "very_slow": 0.3, "stuck": 0.5}
"""How often a call ends with a promise, by the client's habit."""
CLIENTS_APART = 3
RECENT = 14
"""Business days: what is promised since then is `promises_open`'s."""


@dataclass(slots=True)
class Promises:
    """Writes promises into the script; an invoice is promised once at a time."""

    book: Book
    office: Office
    begins_on: date
    off_limits: set[int]
    """Invoices that plans and disputes are about."""
    deeds: list[Deed] = field(default_factory=list)
    busy: dict[int, date] = field(default_factory=dict)
    accounts: set[str] = field(default_factory=set)
    """Clients with a promise on the account as a whole: they are asked for nothing else."""

    @property
    def draw(self) -> random.Random:
        return self.office.draw

    def of_halves(self) -> None:
        """On two invoices of which one was paid on the day, and the other is open still."""
        since = self.book.today - timedelta(days=240)
        for client in self.book.clients[::CLIENTS_APART]:
            for paid in reversed(self.book.invoices(client)):
                paid_on = self.book.paid_on(paid)
                if paid_on is not None and since < paid_on < self.book.today - timedelta(days=20):
                    day = business_before(paid_on, 5)
                    free = self.free(client, day, days=3)
                    others = [one for one in free if self.book.left_now(one) > 0]
                    if paid in free and others:
                        self.take(client, day, [paid, others[0]], paid_on, None)
                        break

    def of_the_past(self) -> None:
        until = business_before(self.book.today, RECENT)
        for client in self.book.clients:
            day = self.begins_on + timedelta(days=self.draw.randrange(10, 60))
            while (day := next_business_day(day)) < until:
                free = self.free(client, day, days=5)
                if free and self.draw.random() < CALLED[client.habit]:
                    self._call(client, day, free[: self.draw.choice((1, 1, 2, 3, 5))])
                day += timedelta(days=self.draw.randrange(18, 50))

    def free(self, client: DemoClient, day: date, days: int) -> list[DemoDocument]:
        """Overdue, and nothing said of it yet."""
        return [
            one
            for one in self.book.overdue(client, day, days)
            if id(one) not in self.off_limits and self.busy.get(id(one), date.min) < day
        ]

    def _call(self, client: DemoClient, day: date, invoices: list[DemoDocument]) -> None:
        promised_on = self._hoped_for(day, invoices)
        promise = self.take(client, day, invoices, promised_on, self._part(day, invoices))
        fate = self.draw.random()
        if fate < 0.12 and (promised_on - day).days >= 4:
            self._put_off(promise)
        elif fate > 0.965:
            self._take_back(promise)

    def _hoped_for(self, day: date, invoices: list[DemoDocument]) -> date:
        """Mostly a day at which the client will pay, sometimes only what it wishes."""
        paid = [self.book.paid_on(one) for one in invoices]
        last = max((one for one in paid if one is not None), default=None)
        is_word = last is not None and None not in paid and (last - day).days <= 45
        if last is not None and is_word and self.draw.random() < 0.64:
            return next_business_day(
                max(day + timedelta(days=1), last - timedelta(days=self.draw.randrange(3)))
            )
        return next_business_day(day + timedelta(days=self.draw.randrange(2, 12)))

    def _part(self, day: date, invoices: list[DemoDocument]) -> Decimal | None:
        """Seldom a round part of what is owed."""
        owed = sum((self.book.left(one, day) for one in invoices), Decimal(0))
        if self.draw.random() > 0.14 or owed < 800:
            return None
        return (owed / 2 // 100) * 100

    def take(
        self,
        client: DemoClient,
        day: date,
        invoices: list[DemoDocument],
        promised_on: date,
        amount: Decimal | None,
        *,
        on_account: bool = False,
    ) -> Promised:
        by = in_field(self.draw, client)
        promise = Promised(
            at=self.office.hour(day),
            by=by,
            client=client,
            invoices=() if on_account else tuple(invoices),
            promised_on=promised_on,
            amount=amount,
            contact=self.draw.randrange(len(client.contacts)),
            channel=self._channel(is_rep=by == client.rep),
            note=self.draw.choice(PROMISE_NOTES),
        )
        self._keep(promise, invoices, promised_on)
        return promise

    def _keep(self, deed: Deed, invoices: list[DemoDocument], promised_on: date) -> None:
        self.deeds.append(deed)
        for one in invoices:
            self.busy[id(one)] = add_business_days(promised_on, 3)

    def _channel(self, *, is_rep: bool) -> Channel:
        if is_rep:
            return self.draw.choice(("visit", "visit", "phone", "message"))
        return self.draw.choice(("phone", "phone", "phone", "email", "letter"))

    def _put_off(self, promise: Promised) -> None:
        day = business_before(promise.promised_on, 1)
        left = [one for one in promise.invoices if self.book.left(one, day) > 0]
        if left and day > promise.at.date():
            later = next_business_day(day + timedelta(days=self.draw.randrange(5, 13)))
            deed = PutOff(
                at=self.office.hour(day),
                by=promise.by,
                client=promise.client,
                promise=promise,
                promised_on=later,
                note=self.draw.choice(PUT_OFF_NOTES),
            )
            self._keep(deed, list(promise.invoices), later)

    def _take_back(self, promise: Promised) -> None:
        deed = TookBack(
            at=self.office.soon(promise.at),
            by=promise.by,
            client=promise.client,
            promise=promise,
            why=self.draw.choice(TAKEN_BACK),
        )
        self.deeds.append(deed)
