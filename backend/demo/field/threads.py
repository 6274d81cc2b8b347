"""What the demo company's people write to each other about promises and disputes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from backend.demo.field import texts
from backend.demo.field.deeds import Commented, Deed, Disputed, Pinned, Promised
from backend.demo.field.office import (
    answering,
    at,
    business_before,
    colleague,
    of_role,
)
from shared.calendar import add_business_days, next_business_day
from shared.formats import day_text
from shared.rules.dispute import POLICIES

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable
    from datetime import date, datetime

    from backend.demo.clients import DemoClient
    from backend.demo.field.book import Book
    from backend.demo.field.office import Office
    from backend.identity.viewer import Role

DECIDED = 24
"""Clients about whom something was decided and pinned."""
VISITED = 60


@dataclass(slots=True)
class Threads:
    book: Book
    office: Office
    deeds: list[Deed] = field(default_factory=list)

    @property
    def draw(self) -> random.Random:
        return self.office.draw

    def about_promises(self, promises: Iterable[Promised]) -> None:
        for promise in promises:
            if self.draw.random() < 0.34:
                self._announce(promise)
            missed_on = add_business_days(promise.promised_on, 4)
            is_past = missed_on < self.book.today
            if is_past and self.draw.random() < 0.45 and self._is_unpaid(promise, missed_on):
                self._ask_why(promise, missed_on)

    def _announce(self, promise: Promised) -> None:
        friend = colleague(promise.client, promise.by)
        text = self.draw.choice(texts.ASKS).format(
            contact=promise.client.contacts[promise.contact].name,
            day=day_text(promise.promised_on, "fr"),
            at=at(friend),
        )
        self._say(promise.client, promise.by, self.office.soon(promise.at), text, (friend,))
        if self.draw.random() < 0.6:
            self._reply(promise, friend, next_business_day(promise.at.date()), texts.REPLIES)

    def _is_unpaid(self, promise: Promised, day: date) -> bool:
        """Nothing of it has come in yet."""
        left = sum(self.book.left(one, day) for one in promise.invoices)
        was = sum(self.book.left(one, promise.at.date()) for one in promise.invoices)
        return bool(promise.invoices) and left == was

    def _ask_why(self, promise: Promised, day: date) -> None:
        collector = promise.client.collector or promise.by
        friend = colleague(promise.client, collector)
        text = self.draw.choice(texts.NOT_PAID).format(
            day=day_text(business_before(day, 1), "fr"), at=at(friend)
        )
        self._say(promise.client, collector, self.office.hour(day), text, (friend,))
        if self.draw.random() < 0.7:
            self._reply(promise, friend, day, texts.EXPLAINS, to=collector)

    def _reply(
        self,
        promise: Promised,
        by: str,
        asked_on: date,
        words: tuple[str, ...],
        *,
        to: str | None = None,
    ) -> None:
        whom = to or promise.by
        text = self.draw.choice(words).format(at=at(whom))
        when = self.office.hour(add_business_days(asked_on, 1))
        self._say(promise.client, by, when, text, (whom,))

    def about_disputes(self, disputes: Iterable[Disputed]) -> None:
        for dispute in disputes:
            if self.draw.random() > 0.45:
                continue
            department = POLICIES[dispute.reason].department
            owner = answering(dispute.client, department, dispute.by)
            when = self.office.soon(dispute.at)
            if department in {"after_sales", "logistics"} and self.draw.random() < 0.4:
                text = texts.ROLE_WORDS.format(number=dispute.invoice.number)
                self._say(dispute.client, dispute.by, when, text, roles=("after_sales",))
                continue
            text = self.draw.choice(texts.DISPUTE_WORDS).format(
                at=at(owner), number=dispute.invoice.number, note=dispute.note
            )
            self._say(dispute.client, dispute.by, when, text, (owner,))

    def about_visits(self) -> None:
        """Notes of reps who passed by; the last of them yesterday."""
        with_rep = [client for client in self.book.clients if client.rep]
        for place, client in enumerate(self.draw.sample(with_rep, VISITED)):
            day = business_before(self.book.today, 1 + place * place // 9)
            contact = self.draw.choice(client.contacts).name
            text = texts.VISITED[place % len(texts.VISITED)].format(contact=contact)
            self._say(client, client.rep or "", self.office.hour(day), text)

    def decisions(self) -> None:
        """Pinned, for clients long overdue."""
        day = business_before(self.book.today, 45)
        late = [client for client in self.book.clients if self.book.overdue(client, day, 40)]
        for place, client in enumerate(self.draw.sample(late, min(DECIDED, len(late)))):
            by = of_role(client, "branch_manager")
            if by is None or client.collector is None:
                continue
            text = texts.DECISIONS[place % len(texts.DECISIONS)].format(at=at(client.collector))
            when = self.office.hour(business_before(self.book.today, 2 + place))
            said = self._say(client, by, when, text, (client.collector,))
            self.deeds.append(Pinned(at=self.office.soon(when), by=by, client=client, comment=said))

    def _say(
        self,
        client: DemoClient,
        by: str,
        when: datetime,
        text: str,
        people: tuple[str, ...] = (),
        *,
        roles: tuple[Role, ...] = (),
    ) -> Commented:
        said = Commented(at=when, by=by, client=client, text=text, people=people, roles=roles)
        if when.date() < self.book.today:
            self.deeds.append(said)
        return said
