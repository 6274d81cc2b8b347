"""Payment terms: when an invoice is due, by what the client and we agreed.

"45 days end of month" has two lawful readings and the terms say which: `eom_a` adds the days and
then runs to that month's end; `eom_b` runs to the end of the month of issue and then adds the days.
A due date on a weekend or a holiday does not move.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, assert_never, get_args

from shared.calendar import month_end
from shared.refusal import Refusal, Refused

Basis = Literal["net", "eom_a", "eom_b", "cash"]
DAYS_LIMIT: Final = 365


@dataclass(frozen=True, slots=True)
class Terms:
    """A basis and its days (0–365); anything else is `Refused` (422)."""

    basis: Basis
    days: int

    def __post_init__(self) -> None:
        if self.basis not in get_args(Basis):
            raise Refused(
                Refusal(
                    "terms-unknown",
                    422,
                    "Payment terms are net, end of month (A or B) or cash.",
                    {"basis": str(self.basis)},
                )
            )
        if not 0 <= self.days <= DAYS_LIMIT:
            raise Refused(
                Refusal(
                    "terms-too-long",
                    422,
                    f"Payment terms run from 0 to {DAYS_LIMIT} days.",
                    {"days": self.days, "limit": DAYS_LIMIT},
                )
            )


DEFAULT_TERMS: Final = Terms("net", 30)
"""Where nothing is known: 30 days after issue (DOMAIN: a due date so made is *estimated*)."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """`estimated` where the source gave none and terms had to."""

    on: date
    estimated: bool


def due_on(issued_on: date, terms: Terms, *, served_on: date | None = None) -> date:
    """The due date under those terms; a cash sale counts from the day of service, if known.

    Dates up to the year 9998: beyond, the calendar ends (`OverflowError`).
    """
    delay = timedelta(days=terms.days)
    match terms.basis:
        case "net":
            return issued_on + delay
        case "eom_a":
            return month_end(issued_on + delay)
        case "eom_b":
            return month_end(issued_on) + delay
        case "cash":
            return (served_on or issued_on) + delay
        case _:
            assert_never(terms.basis)


def due_date_of(stated: date | None, issued_on: date, terms: Terms | None) -> DueDate:
    """The due date a document carries: its own, else by the client's terms, else 30 days on."""
    if stated is not None:
        return DueDate(stated, estimated=False)
    return DueDate(due_on(issued_on, terms or DEFAULT_TERMS), estimated=True)
