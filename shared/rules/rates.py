"""Interest rates by date, with where each comes from and whether it is confirmed.

Rates are percent a year. A rate is *unconfirmed* where it was read from a secondary source, or
where its half-year begins after the table was last brought up to date: it must show as such.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from shared.refusal import Refusal

_ECB: Final = "European Central Bank, key interest rates, main refinancing operations"
_ECB_SECONDARY: Final = f"{_ECB} (as reported by secondary sources)"
_LEGAL: Final = "Arrêté relatif à la fixation du taux de l'intérêt légal (half-yearly)"

TABLES_AS_OF: Final = date(2026, 9, 16)
"""The day of the last rate change the tables know of."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`pct` a year, in force from that day until the next one of its table."""

    from_on: date
    pct: Decimal
    source: str
    confirmed: bool = True


def _table(source: str, written: str) -> tuple[Rate, ...]:
    pairs = (line.split() for line in written.split("·"))
    return tuple(Rate(date.fromisoformat(on), Decimal(pct), source) for on, pct in pairs)


ECB_REFINANCING: Final[tuple[Rate, ...]] = (
    *_table(
        _ECB,
        "1999-01-01 3.00 · 1999-04-09 2.50 · 1999-11-05 3.00 · 2000-02-04 3.25 · 2000-03-17 3.50 · "
        "2000-04-28 3.75 · 2000-06-09 4.25 · 2000-09-01 4.50 · 2000-10-06 4.75 · 2001-05-11 4.50 · "
        "2001-08-31 4.25 · 2001-09-18 3.75 · 2001-11-09 3.25 · 2002-12-06 2.75 · 2003-03-07 2.50 · "
        "2003-06-06 2.00 · 2005-12-06 2.25 · 2006-03-08 2.50 · 2006-06-15 2.75 · 2006-08-09 3.00 · "
        "2006-10-11 3.25 · 2006-12-13 3.50 · 2007-03-14 3.75 · 2007-06-13 4.00 · 2008-07-09 4.25 · "
        "2008-10-15 3.75 · 2008-11-12 3.25 · 2008-12-10 2.50 · 2009-01-21 2.00 · 2009-03-11 1.50 · "
        "2009-04-08 1.25 · 2009-05-13 1.00 · 2011-04-13 1.25 · 2011-07-13 1.50 · 2011-11-09 1.25 · "
        "2011-12-14 1.00 · 2012-07-11 0.75 · 2013-05-08 0.50 · 2013-11-13 0.25 · 2014-06-11 0.15 · "
        "2014-09-10 0.05 · 2016-03-16 0.00 · 2022-07-27 0.50 · 2022-09-14 1.25 · 2022-11-02 2.00 · "
        "2022-12-21 2.50 · 2023-02-08 3.00 · 2023-03-22 3.50 · 2023-05-10 3.75 · 2023-06-21 4.00 · "
        "2023-08-02 4.25 · 2023-09-20 4.50 · 2024-06-12 4.25 · 2024-09-18 3.65 · 2024-10-23 3.40 · "
        "2024-12-18 3.15 · 2025-02-05 2.90 · 2025-03-12 2.65 · 2025-04-23 2.40 · 2025-06-11 2.15",
    ),
    Rate(date(2026, 6, 17), Decimal("2.40"), _ECB_SECONDARY, confirmed=False),
    Rate(date(2026, 9, 16), Decimal("2.65"), _ECB_SECONDARY, confirmed=False),
)

LEGAL_BETWEEN_PROFESSIONALS: Final[tuple[Rate, ...]] = (
    *_table(
        _LEGAL,
        "2020-01-01 0.87 · 2020-07-01 0.84 · 2021-01-01 0.79 · 2021-07-01 0.76 · 2022-01-01 0.76 · "
        "2022-07-01 0.77 · 2023-01-01 2.06 · 2023-07-01 4.22 · 2024-01-01 5.07 · 2024-07-01 4.92 · "
        "2025-01-01 3.71 · 2025-07-01 2.76 · 2026-01-01 2.62",
    ),
    Rate(date(2026, 7, 1), Decimal("2.75"), f"{_LEGAL} (secondary source)", confirmed=False),
)


def half_year_start(day: date) -> date:
    """1 January or 1 July, whichever half-year the day is in."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)  # noqa: PLR2004 - June


def refinancing_rate(half_year: date) -> Rate | Refusal:
    """The ECB rate that serves a half-year: the one in force on its first day."""
    return _in_force(ECB_REFINANCING, half_year)


def legal_rate(half_year: date) -> Rate | Refusal:
    """The legal interest rate between professionals for a half-year, known from 2020 on."""
    found = _in_force(LEGAL_BETWEEN_PROFESSIONALS, half_year)
    if isinstance(found, Rate) and found.from_on < half_year_start(half_year):
        return _unknown(half_year)  # set anew each half-year: the last one does not carry on
    return found


def _in_force(table: tuple[Rate, ...], half_year: date) -> Rate | Refusal:
    first_day = half_year_start(half_year)
    at = bisect_right(table, first_day, key=lambda rate: rate.from_on)
    if at == 0:
        return _unknown(half_year)
    rate = table[at - 1]
    return rate if first_day <= TABLES_AS_OF else replace(rate, confirmed=False)


def _unknown(half_year: date) -> Refusal:
    return Refusal(
        "rate-unknown",
        422,
        f"The interest rate of the half-year of {half_year_start(half_year)} is not known.",
        {"half_year_from": half_year_start(half_year)},
    )
