"""Whom to call first: the cash a call may bring, from what is overdue and how long it has been.

What may be asked for is what is overdue, less what is disputed and what is promised (DOMAIN §10:
neither is dunned). What of it comes in falls with its age. The curve is that of the Commercial
Collection Agency Association (study of 18 October 2004, commercial debts, as quoted by its
members): 94.9 % of what is owed on its due date is collected in the end, 89.9 % at 30 days, 81.3 %
at 60, 69.6 % at 90, 52.1 % at six months, 39.1 % at nine, 22.8 % at a year, 9.3 % at two. It is of
another country and time: it orders a list, and no figure of the books is made of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

COLLECTED: Final = (
    (0, Decimal("0.949")),
    (30, Decimal("0.899")),
    (60, Decimal("0.813")),
    (90, Decimal("0.696")),
    (182, Decimal("0.521")),
    (273, Decimal("0.391")),
    (365, Decimal("0.228")),
    (730, Decimal("0.093")),
)
"""Days past due, and the share that is collected in the end."""
SHOWN: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Claim:
    """An overdue invoice: what of it is neither disputed nor promised, and its days past due."""

    amount: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What may be asked of a client in all, what is expected of it, and the share between them."""

    amount: Decimal
    expected: Decimal
    oldest_days: int

    @property
    def chance(self) -> Decimal:
        """A share from 0 to 1, to the hundredth; 0 where nothing may be asked."""
        return (self.expected / self.amount).quantize(SHOWN) if self.amount else Decimal(0)


def chance_at(days: int) -> Decimal:
    """The share collected at an age, on straight lines between the study's points.

    As on the due date before it, as at two years after them.
    """
    (before, high), *rest = COLLECTED
    if days <= before:
        return high
    for after, low in rest:
        if days <= after:
            return high - (high - low) * (days - before) / (after - before)
        before, high = after, low
    return high


def worth_of(claims: Iterable[Claim]) -> Worth:
    """Of one client's claims, in one currency; those of nothing count for nothing."""
    asked = [claim for claim in claims if claim.amount > 0]
    return Worth(
        sum((claim.amount for claim in asked), Decimal(0)),
        sum((claim.amount * chance_at(claim.days) for claim in asked), Decimal(0)),
        max((claim.days for claim in asked), default=0),
    )
