"""À dire, as a device finds it in a client's copy: all that the server would, but for mentions.

Whether a comment that names somebody was read is the server's to know.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from mobile.sync.telling import disputes, waits_for
from shared.briefing import told
from shared.contract.today import Brief
from shared.rules.brief import SOON, Noted, brief
from shared.rules.dispute import UNSETTLED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from shared.contract.changes import ClientCopy, SettledOnDay
    from shared.contract.identity import User
    from shared.contract.promises import Promise

ZERO: Final = Decimal(0)
STANDING: Final = ("open", "broken", "partly_kept")
LATELY: Final = timedelta(days=91)
A_YEAR: Final = timedelta(days=365)
ENOUGH: Final = 3
"""Invoices of either time from which habits are compared."""


def brief_of(copy: ClientCopy, user: User, today: date) -> Brief:
    known = [
        *_promises(copy),
        *_disputes(copy, user, today),
        *_invoices(copy, today),
        *_payments(copy),
        *_habits(copy, today),
    ]
    return Brief(lines=[told(line) for line in brief(known, today)], today=today)


def to_come(one: Promise) -> Decimal:
    """Less what has come in; never more than its invoices owe undisputed."""
    found = one.judgements[-1].disputed if one.judgements else ZERO
    undisputed = max(ZERO, one.left - max(found, one.disputed))
    return min(one.amount, one.counted + undisputed) - one.counted


def _promises(copy: ClientCopy) -> Iterator[Noted]:
    for one in copy.promises:
        if one.state in STANDING:
            yield Noted(
                what="instalment" if one.plan_id else "promise",
                subject=one.id,
                state=one.state,
                amount=to_come(one),
                currency=one.currency,
                on=one.promised_on,
            )


def _disputes(copy: ClientCopy, user: User, today: date) -> Iterator[Noted]:
    for one in disputes(copy, today):
        if one.state in UNSETTLED and one.document_residual > 0:
            yield Noted(
                what="dispute",
                subject=one.id,
                state=one.state,
                amount=one.effective,
                currency=one.currency,
                on=one.due_on,
                number=one.document_number,
                is_mine=waits_for(one, user),
            )


def _invoices(copy: ClientCopy, today: date) -> Iterator[Noted]:
    owed: dict[str, Decimal] = defaultdict(Decimal)
    for document in copy.open_documents:
        owed[document.currency] += max(document.residual, ZERO)
    for further in copy.further_open:
        owed[further.currency] += max(further.amount, ZERO)
    for document in copy.open_documents:
        if document.residual > 0 and document.due_on <= today + SOON:
            yield Noted(
                what="invoice",
                subject=document.id,
                amount=document.residual,
                currency=document.currency,
                on=document.due_on,
                number=document.number,
                against=owed[document.currency],
            )


def _payments(copy: ClientCopy) -> Iterator[Noted]:
    for one in copy.free_payments:
        if one.amount < 0:
            yield Noted(what="payments", amount=-one.amount, currency=one.currency)


def _habits(copy: ClientCopy, today: date) -> Iterator[Noted]:
    """The last three months against the nine before."""
    year = [one for one in copy.settled if today - A_YEAR < one.on <= today]
    for currency in sorted({one.currency for one in year}):
        mine = [one for one in year if one.currency == currency]
        lately = [one for one in mine if one.on > today - LATELY]
        before = [one for one in mine if one.on <= today - LATELY]
        if min(_count(lately), _count(before)) >= ENOUGH:
            yield Noted(
                what="habits", currency=currency, amount=_late(lately), against=_late(before)
            )


def _count(days: list[SettledOnDay]) -> int:
    return sum(one.documents for one in days)


def _late(days: list[SettledOnDay]) -> Decimal:
    """Weighed by amount. Invoices are above zero."""
    return sum((one.amount_days_late for one in days), ZERO) / sum(
        (one.amount for one in days), ZERO
    )
