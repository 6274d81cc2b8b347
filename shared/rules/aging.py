"""How old what is owed is: days past due, the six buckets, and what they add up to.

An open item with a debit residual (an invoice, an opening debit) stands in a bucket; one with a
credit residual (a credit note, a deposit) and every payment not allocated stand apart as
*unapplied*. Σ buckets + unapplied = outstanding, to the cent, and nothing is dropped. Currencies
stay side by side.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from shared.money import Money

BucketName = Literal["not_due", "1-30", "31-60", "61-90", "91-120", ">120"]
BUCKETS: Final[tuple[BucketName, ...]] = (
    "not_due",
    "1-30",
    "31-60",
    "61-90",
    "91-120",
    ">120",
)
BUCKET_CEILINGS: Final[tuple[int, ...]] = (0, 30, 60, 90, 120)
"""The most days past due each bucket holds; the last one has no ceiling."""

ISSUE_AGE_ALERTS: Final = (90, 120)
"""Days from issue that raise an alert: invoices older than that are mostly lost."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A document with something left to settle: `residual` is negative on a credit note."""

    residual: Money
    due_on: date


@dataclass(frozen=True, slots=True)
class Bucket:
    documents: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Aging:
    """What is owed in one currency on one day. `unapplied` is zero or negative but for refunds."""

    currency: str
    documents: int
    buckets: Mapping[BucketName, Bucket]
    unapplied: Money
    oldest_days_overdue: int

    @property
    def overdue(self) -> Money:
        late = (bucket.amount for name, bucket in self.buckets.items() if name != "not_due")
        return Money.total(self.currency, late)

    @property
    def outstanding(self) -> Money:
        return self.buckets["not_due"].amount + self.overdue + self.unapplied


def days_past_due(due_on: date, today: date) -> int:
    """Positive once late; 0 on the due date itself, which is not overdue."""
    return (today - due_on).days


def bucket_of(days: int) -> BucketName:
    """The bucket of an item that many days past due."""
    for name, ceiling in zip(BUCKETS, BUCKET_CEILINGS, strict=False):
        if days <= ceiling:
            return name
    return BUCKETS[-1]


def days_late(due_on: date, settled_on: date) -> int:
    """How late it was settled; early and on the day are both 0."""
    return max(0, (settled_on - due_on).days)


def age_from_issue(issued_on: date, today: date) -> int:
    """Days since issue, the second clock; negative for a document dated ahead."""
    return (today - issued_on).days


def issue_age_alert(age: int) -> int | None:
    """The highest alert threshold that age has reached, if any."""
    return max((threshold for threshold in ISSUE_AGE_ALERTS if age >= threshold), default=None)


def age_open_items(
    items: Iterable[OpenItem], today: date, *, free_payments: Iterable[Money] = ()
) -> tuple[Aging, ...]:
    """One aging per currency, in code order.

    `free_payments` are what is left of payments after allocation, as received: positive lowers
    what is owed. Items without residual are closed and count for nothing.
    """
    open_items = [item for item in items if item.residual]
    received = [payment for payment in free_payments if payment]
    found = {item.residual.currency for item in open_items}
    found |= {payment.currency for payment in received}
    return tuple(
        _age_one(
            currency,
            [item for item in open_items if item.residual.currency == currency],
            [payment for payment in received if payment.currency == currency],
            today,
        )
        for currency in sorted(found)
    )


def _age_one(currency: str, items: list[OpenItem], received: list[Money], today: date) -> Aging:
    zero = Money.zero(currency)
    debits = [item for item in items if item.residual > zero]
    credits_ = [item.residual for item in items if item.residual < zero]
    held: dict[BucketName, list[Money]] = {name: [] for name in BUCKETS}
    for item in debits:
        held[bucket_of(days_past_due(item.due_on, today))].append(item.residual)
    return Aging(
        currency=currency,
        documents=len(items),
        buckets={
            name: Bucket(len(parts), Money.total(currency, parts)) for name, parts in held.items()
        },
        unapplied=Money.total(currency, credits_) - Money.total(currency, received),
        oldest_days_overdue=max((days_late(item.due_on, today) for item in debits), default=0),
    )


@dataclass(frozen=True, slots=True)
class Settlement:
    """A share of an invoice that was settled."""

    amount: Money
    due_on: date
    settled_on: date


def average_days_late(settlements: Iterable[Settlement]) -> Decimal | None:
    """Days late weighted by amount, to one decimal; early counts 0, never less.

    One currency at a time (`CurrencyMismatchError`). None where nothing was settled. Credits, which
    nobody pays late, weigh nothing.
    """
    weighed = [settled for settled in settlements if settled.amount.amount > 0]
    if not weighed:
        return None
    whole = Money.total(weighed[0].amount.currency, (settled.amount for settled in weighed))
    days = sum(
        (settled.amount.amount * days_late(settled.due_on, settled.settled_on))
        for settled in weighed
    )
    return (days / whole.amount).quantize(Decimal("0.1"), ROUND_HALF_UP)
