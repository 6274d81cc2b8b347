"""À dire: at most five lines on what to bring up with a client now, the most pressing first.

Pure and total: what is known of the client in, lines out. The order is that of what a visit or a
call can still change: the client's own word first, then what waits for us, then money that is
about to be due or long due, then what is good to know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal, assert_never, get_args
from uuid import UUID

from shared.calendar import add_business_days
from shared.rules.in_turn import in_turn

LINES_MOST: Final = 5

LineKind = Literal[
    "promise_due",
    "promise_broken",
    "dispute_waiting",
    "dispute_late",
    "instalment_due",
    "big_due",
    "oldest_overdue",
    "mention_unread",
    "unapplied_payment",
    "slower",
]
KINDS: Final[tuple[LineKind, ...]] = get_args(LineKind)
"""In their order on the screen."""

SOON: Final = timedelta(days=7)
"""How far ahead an instalment or a big invoice is brought up."""
BIG_SHARE: Final = Decimal("0.20")
"""Of all that is owed in its currency: from there on an invoice is spoken of before it is due."""
SLOWER_BY_DAYS: Final = Decimal(10)
"""Paying that much later than before is no accident."""

What = Literal["promise", "instalment", "dispute", "invoice", "payments", "mention", "habits"]


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing known of a client, as the ledger and the field have it.

    `amount` is what is still to come of a promise or an instalment, the residual of an invoice,
    what a dispute blocks, the free money (positive), or, of habits, the average days late of the
    last three months; `against` is, of an invoice, what is owed in all in its currency, and, of
    habits, the average of the nine months before. `on` is the day promised or due, the day a
    dispute's answer is due. `is_mine`: it waits for the person who asks.
    """

    what: What
    subject: UUID | None = None
    state: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    on: date | None = None
    number: str | None = None
    is_mine: bool = False
    against: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A kind, the most pressing thing of that kind, and how many there are."""

    kind: LineKind
    first: Noted
    count: int


def brief(known: Iterable[Noted], today: date) -> tuple[Line, ...]:
    """One line a kind, in the order of `KINDS`; () is nothing to say."""
    by_kind: dict[LineKind, list[Noted]] = {}
    for one in known:
        kind = kind_of(one, today)
        if kind is not None:
            by_kind.setdefault(kind, []).append(one)
    lines = [
        Line(kind, pressing(by_kind[kind]), len(by_kind[kind])) for kind in KINDS if kind in by_kind
    ]
    return tuple(lines[:LINES_MOST])


def kind_of(one: Noted, today: date) -> LineKind | None:
    """The line it makes that day; None where there is nothing to say of it."""
    match one.what:
        case "promise" | "instalment":
            return _of_promise(one, today)
        case "dispute":
            return _of_dispute(one, today)
        case "invoice":
            return _of_invoice(one, today)
        case "mention":
            return "mention_unread"
        case "payments":
            return "unapplied_payment" if (one.amount or 0) > 0 else None
        case "habits":
            return "slower" if _is_slower(one) else None
        case _:
            assert_never(one.what)


def _of_promise(one: Noted, today: date) -> LineKind | None:
    """A promise that is due by the next business day, or in its days of grace, or not kept."""
    if one.on is None or (one.amount or 0) <= 0:
        return None
    if one.state in {"broken", "partly_kept"}:
        return "promise_broken"
    if one.state != "open":
        return None
    if one.what == "instalment":
        return "instalment_due" if one.on <= today + SOON else None
    return "promise_due" if one.on <= add_business_days(today, 1) else None


def _of_dispute(one: Noted, today: date) -> LineKind | None:
    if one.is_mine:
        return "dispute_waiting"
    return "dispute_late" if one.on is not None and one.on < today else None


def _of_invoice(one: Noted, today: date) -> LineKind | None:
    if one.on is None or one.amount is None or one.amount <= 0:
        return None
    if one.on < today:
        return "oldest_overdue"
    owed = one.against or Decimal(0)
    is_big = owed > 0 and one.amount >= BIG_SHARE * owed
    return "big_due" if is_big and one.on <= today + SOON else None


def _is_slower(one: Noted) -> bool:
    if one.amount is None or one.against is None:
        return False
    return one.amount - one.against >= SLOWER_BY_DAYS


def pressing(known: Sequence[Noted]) -> Noted:
    """The first of the earliest day, then that of the most money, currencies in turn."""
    first = min(one.on or date.max for one in known)
    return in_turn(
        (one for one in known if (one.on or date.max) == first),
        currency=lambda one: one.currency or "",
        amount=lambda one: one.amount or Decimal(0),
        then=lambda one: str(one.subject),
    )[0]
