"""What a client owes today, reckoned on the device from the days that its copy holds. Pure.

A portfolio opened two days later is still right: nothing that changes by the date alone is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - a dataclass's fields are looked at
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from shared.calendar import add_months
from shared.contract.clients import ClientFigures, ClientFile
from shared.contract.receivables import Bucket, Buckets, PaymentHabits, Position
from shared.money import Money
from shared.rules.aging import (
    BUCKETS,
    Aging,
    OpenItem,
    age_open_items,
    bucket_of,
    days_past_due,
)
from shared.rules.aging import Bucket as HeldInBucket

if TYPE_CHECKING:
    from datetime import datetime

    from shared.contract.changes import ClientCopy, SettledOnDay
    from shared.rules.aging import BucketName


@dataclass(frozen=True, slots=True)
class Owing:
    """Open documents of one due date, one currency and one sign; or one alone."""

    currency: str
    due_on: date
    amount: Decimal
    documents: int = 1


@dataclass(frozen=True, slots=True)
class Owed:
    """All that is open, and the free payments by currency, as amounts owed: negative."""

    items: tuple[Owing, ...]
    free: tuple[tuple[str, Decimal], ...]


def owed_of(copy: ClientCopy) -> Owed:
    return Owed(
        tuple(
            [Owing(d.currency, d.due_on, d.residual) for d in copy.open_documents]
            + [Owing(f.currency, f.due_on, f.amount, f.documents) for f in copy.further_open]
        ),
        tuple((one.currency, one.amount) for one in copy.free_payments),
    )


def agings(owed: Owed, today: date) -> dict[str, Aging]:
    """By currency."""
    items = [OpenItem(Money(one.amount, one.currency), one.due_on) for one in owed.items]
    free = [Money(-amount, currency) for currency, amount in owed.free]
    return {one.currency: one for one in age_open_items(items, today, free_payments=free)}


def figures(owed: Owed, today: date) -> tuple[ClientFigures, ...]:
    """The few figures of a list row, one a currency."""
    return tuple(
        ClientFigures(
            currency=currency,
            outstanding=one.outstanding.amount,
            overdue=one.overdue.amount,
            oldest_days_overdue=one.oldest_days_overdue,
        )
        for currency, one in agings(owed, today).items()
    )


def nothing(currency: str) -> ClientFigures:
    zero = Money.zero(currency).amount
    return ClientFigures(currency=currency, outstanding=zero, overdue=zero, oldest_days_overdue=0)


def client_file(copy: ClientCopy, today: date, data_as_of: datetime | None) -> ClientFile:
    """The file as the server would give it on that day, for what the copy holds."""
    owed, own = owed_of(copy), copy.identity.currency
    aged = agings(owed, today)
    mine = position(owed, own, aged.get(own), today)
    others = [position(owed, one, aged[one], today) for one in aged if one != own]
    free = [Money(amount, currency) for currency, amount in owed.free if currency == own]
    return ClientFile(
        **dict(mine),
        identity=copy.identity,
        other_currencies=others,
        open_documents=copy.open_documents,
        open_documents_total=sum(one.documents for one in owed.items),
        unapplied_payments=Money.total(own, free).amount,
        last_payment=copy.last_payment,
        statistics=habits(copy, today),
        data_as_of=data_as_of,
        today=today,
    )


def position(owed: Owed, currency: str, aging: Aging | None, today: date) -> Position:
    """What is owed in one currency; nothing where there is no aging of it."""
    aging = aging or no_aging(currency)
    counts = documents_by_bucket(owed, currency, today)
    due = [one for one in owed.items if one.currency == currency and one.amount > 0]
    next_on = min((one.due_on for one in due if one.due_on >= today), default=None)
    on_it = (Money(one.amount, currency) for one in due if one.due_on == next_on)
    return Position(
        currency=currency,
        outstanding=aging.outstanding.amount,
        unapplied=aging.unapplied.amount,
        overdue=aging.overdue.amount,
        oldest_days_overdue=aging.oldest_days_overdue,
        next_due_on=next_on,
        next_due_amount=None if next_on is None else Money.total(currency, on_it).amount,
        buckets=Buckets.model_validate(
            {
                name: Bucket(documents=counts[name], amount=aging.buckets[name].amount.amount)
                for name in BUCKETS
            }
        ),
    )


def documents_by_bucket(owed: Owed, currency: str, today: date) -> dict[BucketName, int]:
    """How many debits stand in each, those told together counted one by one."""
    counts = dict.fromkeys(BUCKETS, 0)
    for one in owed.items:
        if one.currency == currency and one.amount > 0:
            counts[bucket_of(days_past_due(one.due_on, today))] += one.documents
    return counts


def no_aging(currency: str) -> Aging:
    zero = Money.zero(currency)
    held: dict[BucketName, HeldInBucket] = {name: HeldInBucket(0, zero) for name in BUCKETS}
    return Aging(currency, 0, held, zero, 0)


def habits(copy: ClientCopy, today: date) -> list[PaymentHabits]:
    """Of invoices settled in the last twelve months, up to today; weighted by amount."""
    since = add_months(today, -12)
    found: dict[str, list[SettledOnDay]] = {}
    for one in copy.settled:
        if since < one.on <= today:
            found.setdefault(one.currency, []).append(one)
    return [habit(currency, found[currency]) for currency in sorted(found)]


def habit(currency: str, days: list[SettledOnDay]) -> PaymentHabits:
    amount = sum((one.amount for one in days), Decimal(0))
    late = sum((one.amount_days_late for one in days), Decimal(0))
    average = (late / amount).quantize(Decimal("0.1"), ROUND_HALF_UP) if amount else None
    return PaymentHabits(
        currency=currency,
        average_days_late=None if average is None else float(average),
        documents=sum(one.documents for one in days),
        amount=amount,
    )
