"""What the model of promises is made of: money, disputes and promises, in cents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass
class ModelPayment:
    """`name` None: something unknown, settled after `after` (None: nobody knows) and by `on`."""

    name: str | None
    invoice: str
    cents: int
    on: date
    after: date | None = None
    is_cash: bool = True


Cents = list[ModelPayment]  # what brought each of them


@dataclass
class ModelDispute:
    """So much of an invoice is contested each day from `begins_on` until it has ended."""

    invoice: str
    cents: int
    begins_on: date
    ended_on: date | None = None

    def stands(self, day: date) -> bool:
        return day >= self.begins_on and not (self.ended_on and day >= self.ended_on)


@dataclass
class ModelPromise:
    name: int
    invoices: frozenset[str]
    cents: int
    taken_on: date
    deadline_on: date
    seen: dict[str | None, int]
    history: list[str] = field(default_factory=list)
    ended: bool = False
    promised_on: date = date.min
    found: int | None = None
    """What was disputed of its invoices when it was judged."""
    agreed: dict[str, date] = field(default_factory=dict)
    """By invoice: when a plan was agreed on it, the promise's day being over."""

    def give_way(self, invoices: frozenset[str], agreed_on: date) -> None:
        """To a plan on these invoices, where its own day is over."""
        if self.deadline_on <= agreed_on:
            for invoice in invoices & self.invoices:
                self.agreed.setdefault(invoice, agreed_on)

    def stands_behind(self, payment: ModelPayment) -> bool:
        """What is paid now is paid on the plan, unless it is in time for the promise still."""
        agreed_on, day = self.agreed.get(payment.invoice), arrival(payment)[0]
        return agreed_on is not None and agreed_on <= day > self.deadline_on

    @property
    def state(self) -> str:
        if self.ended:
            return "ended"
        return "open" if not self.history or self.history[-1] == "reopened" else self.history[-1]


def arrival(payment: ModelPayment) -> tuple[date, date, str, str]:
    return payment.after or payment.on, payment.on, payment.name or "", payment.invoice


def counts(payment: ModelPayment, day: date, *, doubt: bool) -> bool:
    if payment.on <= day:
        return True
    if payment.name is not None:
        return False
    if payment.after is None:
        return doubt
    return payment.after <= day
