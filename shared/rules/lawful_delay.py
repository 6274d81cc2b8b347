"""Whether a payment delay is lawful in France: lawful, over by n days, or unknown.

Sources: Code de commerce L441-10 I (general rule, end of month, periodic invoices) and L441-11 II
(sectors), in the version in force since 1 January 2024. Agreements of a whole sector, seasonal and
overseas exceptions are not judged here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final, Literal, assert_never

from shared.calendar import month_end
from shared.rules.terms import Terms, due_on


class Sector(Enum):
    """What was sold, where the law sets it a delay of its own."""

    GENERAL = "general"
    PERISHABLE_FOOD = "perishable_food"
    FRESH_MEAT = "fresh_meat"
    ALCOHOL_UNDER_DUTY = "alcohol_under_duty"
    WINE = "wine"
    TRANSPORT = "transport"


MissingFact = Literal["agreement", "delivery_date", "end_of_month_clause"]


@dataclass(frozen=True, slots=True)
class Sale:
    """What is known of the sale; None where it is not.

    `agreed`: the contract sets a delay. `end_of_month`: it expressly stipulates 45 days end of
    month, read as `eom_a` or `eom_b`; `"no"` if it does not.
    """

    issued_on: date
    delivered_on: date | None = None
    agreed: bool | None = None
    end_of_month: Literal["eom_a", "eom_b", "no"] | None = None
    periodic: bool = False
    sector: Sector = Sector.GENERAL


@dataclass(frozen=True, slots=True)
class DelayVerdict:
    """Over: by `days_over`, past `latest_on`. Unknown: for want of `missing`."""

    state: Literal["lawful", "over", "unknown"]
    latest_on: date | None = None
    days_over: int = 0
    missing: MissingFact | None = None


@dataclass(frozen=True, slots=True)
class _Limits:
    """The latest lawful date lies between `least` and `most`, until `missing` is known."""

    least: date | None
    most: date | None
    missing: MissingFact


def check_delay(due: date, sale: Sale) -> DelayVerdict:
    """Judge a due date; a missing fact matters only where it could change the verdict."""
    limits = _limits(sale)
    if limits.least is not None and due <= limits.least:
        return DelayVerdict("lawful", latest_on=limits.least)
    if limits.most is not None and due > limits.most:
        return DelayVerdict("over", limits.most, (due - limits.most).days)
    return DelayVerdict("unknown", missing=limits.missing)


def _limits(sale: Sale) -> _Limits:
    match sale.sector:
        case Sector.GENERAL:
            return _general(sale)
        case Sector.WINE:
            return _agreed(sale)
        case Sector.TRANSPORT:
            limit = sale.issued_on + _30_DAYS
            return _Limits(limit, limit, "agreement")
        case Sector.PERISHABLE_FOOD | Sector.FRESH_MEAT | Sector.ALCOHOL_UNDER_DUTY:
            return _from_delivery(sale)
        case _:
            assert_never(sale.sector)


def _general(sale: Sale) -> _Limits:
    unagreed = sale.delivered_on + _30_DAYS if sale.delivered_on else None
    if sale.agreed is False:
        return _Limits(unagreed, unagreed, "delivery_date")
    agreed = _periodic(sale) if sale.periodic else _agreed(sale)
    if sale.agreed or agreed.least is None or agreed.most is None:
        return agreed
    if unagreed is None:
        return _Limits(None, None, "agreement")
    return _Limits(min(unagreed, agreed.least), max(unagreed, agreed.most), "agreement")


def _periodic(sale: Sale) -> _Limits:
    limit = sale.issued_on + timedelta(days=45)
    return _Limits(limit, limit, "agreement")


def _agreed(sale: Sale) -> _Limits:
    """60 days from issue, or the end-of-month date where that is later and stipulated."""
    sixty = sale.issued_on + timedelta(days=60)
    a, b = (max(sixty, due_on(sale.issued_on, terms)) for terms in _END_OF_MONTH)
    match sale.end_of_month:
        case "no":
            return _Limits(sixty, sixty, "end_of_month_clause")
        case "eom_a":
            return _Limits(a, a, "end_of_month_clause")
        case "eom_b":
            return _Limits(b, b, "end_of_month_clause")
        case None:
            return _Limits(sixty, max(a, b), "end_of_month_clause")
        case _:
            assert_never(sale.end_of_month)


def _from_delivery(sale: Sale) -> _Limits:
    # A periodic invoice covers several deliveries: which one counts is not for us to guess.
    if sale.delivered_on is None or sale.periodic:
        return _Limits(None, None, "delivery_date")
    if sale.sector is Sector.FRESH_MEAT:
        limit = sale.delivered_on + timedelta(days=20)
    elif sale.sector is Sector.ALCOHOL_UNDER_DUTY:
        limit = month_end(sale.delivered_on) + _30_DAYS
    else:
        limit = sale.delivered_on + _30_DAYS
    return _Limits(limit, limit, "delivery_date")


_30_DAYS: Final = timedelta(days=30)
_END_OF_MONTH: Final = (Terms("eom_a", 45), Terms("eom_b", 45))
