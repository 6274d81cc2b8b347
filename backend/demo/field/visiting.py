"""Two years of visits: reported when a promise was taken there, and in between; today's rounds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from backend.demo.field import texts
from backend.demo.field.deeds import Deed, PlannedVisit, Promised, ReportedVisit
from backend.demo.field.office import business_before
from shared.calendar import add_business_days, next_business_day

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable
    from datetime import date

    from backend.demo.clients import DemoClient
    from backend.demo.field.book import Book
    from backend.demo.field.office import Office
    from shared.rules.visit import UnpaidReason

ROUND = 5
"""Clients on a rep's list of today."""
CALM = 70
"""Visits where no promise was taken."""
REASONS: tuple[UnpaidReason, ...] = (
    "waits_for_own_clients", "cash_short", "awaiting_approval", "forgotten", "no_decider",
)  # fmt: skip


@dataclass(slots=True)
class Visits:
    book: Book
    office: Office
    deeds: list[Deed] = field(default_factory=list)
    been: set[tuple[str, date]] = field(default_factory=set)

    @property
    def draw(self) -> random.Random:
        return self.office.draw

    def of_promises(self, promises: Iterable[Promised]) -> None:
        """A promise that was given at a visit was given to somebody who then reported it."""
        for promise in promises:
            day = promise.at.date()
            if promise.channel != "visit" or not self._is_first(promise.client, day):
                continue
            at = self.office.soon(promise.at)
            is_annoyed = self.draw.random() < 0.3
            self.deeds.append(
                ReportedVisit(
                    at=at,
                    by=promise.by,
                    client=promise.client,
                    contact=promise.contact,
                    mood="annoyed" if is_annoyed else "satisfied",
                    evidence=self.draw.choice(texts.ANNOYED) if is_annoyed else None,
                    unpaid_reason=self.draw.choice(REASONS),
                    next_step=self.draw.choice(texts.STEPS),
                    next_step_on=promise.promised_on,
                )
            )

    def in_between(self) -> None:
        """Ordinary rounds, denser of late; a third of them stood on the rep's list."""
        with_rep = [client for client in self.book.clients if client.rep]
        for place in range(CALM):
            client = self.draw.choice(with_rep)
            day = business_before(self.book.today, 1 + place * place // 20)
            if self._is_first(client, day):
                if place % 3 == 0:
                    self._plan(client, business_before(day, 2), day)
                self._report(client, day, is_late=bool(self.book.overdue(client, day, 25)))

    def _report(self, client: DemoClient, day: date, *, is_late: bool) -> None:
        is_avoiding = is_late and self.draw.random() < 0.5
        mood = self.draw.choice(texts.AVOIDING) if is_avoiding else None
        self.deeds.append(
            ReportedVisit(
                at=self.office.hour(day),
                by=client.rep or "",
                client=client,
                contact=None if is_avoiding else self.draw.randrange(len(client.contacts)),
                mood="avoiding" if is_avoiding else "satisfied",
                evidence=mood,
                unpaid_reason=self.draw.choice(REASONS) if is_late and not is_avoiding else None,
                next_step=texts.COME_BACK if is_avoiding else None,
                next_step_on=add_business_days(day, 5) if is_avoiding else None,
                note=None if is_avoiding else self.draw.choice(texts.VISIT_NOTES),
            )
        )

    def rounds(self) -> None:
        """Each rep's list of today, overdue clients first, and of the next day."""
        today, eve = self.book.today, business_before(self.book.today, 1)
        of_rep: dict[str, list[DemoClient]] = defaultdict(list)
        for client in self.book.clients:
            if client.rep:
                of_rep[client.rep].append(client)
        for clients in of_rep.values():
            clients.sort(key=lambda client: -len(self.book.overdue(client, today, 10)))
            for client in clients[:ROUND]:
                self._plan(client, eve, today)
            for client in clients[ROUND : ROUND + 3]:
                self._plan(client, eve, next_business_day(today + timedelta(days=1)))

    def _plan(self, client: DemoClient, day: date, planned_on: date) -> None:
        at = self.office.hour(day)
        self.deeds.append(
            PlannedVisit(at=at, by=client.rep or "", client=client, planned_on=planned_on)
        )

    def _is_first(self, client: DemoClient, day: date) -> bool:
        """Nobody comes twice a day."""
        is_first = (client.code, day) not in self.been
        self.been.add((client.code, day))
        return is_first
