"""The business's days: its dates, month ends, French public holidays and business days.

A *date* is a calendar day in the business's time zone; an *instant* is UTC. Only `business_date`
and `day_bounds` cross from one to the other.
"""

import functools
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_DAY = timedelta(days=1)
_SATURDAY = 5


def business_date(instant: datetime, zone: tzinfo) -> date:
    """The calendar day it is in that zone; an instant without an offset raises `ValueError`."""
    if instant.utcoffset() is None:
        raise ValueError("An instant carries its offset; a naive datetime is no instant.")
    return instant.astimezone(zone).date()


def day_bounds(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The day's first instant and the next day's, in UTC: 23 or 25 hours apart at a change."""
    start, end = (datetime.combine(d, time.min, zone).astimezone(UTC) for d in (day, day + _DAY))
    return start, end


def month_end(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day that many months on (or back), cut to the month's last: 31 Jan + 1 = 28 Feb."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def easter_sunday(year: int) -> date:
    """Western Easter, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).

    Holds for every year of the Gregorian calendar.
    """
    century, year_of_century = divmod(year, 100)
    golden = year % 19
    leap_centuries, century_rest = divmod(century, 4)
    lunar_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - lunar_shift + 15) % 30
    leap_years, year_rest = divmod(year_of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@functools.cache
def french_holidays(year: int, *, alsace_moselle: bool = False) -> frozenset[date]:
    """The public holidays of a year (Code du travail L3133-1).

    Alsace and Moselle add Good Friday and 26 December (L3134-13).
    """
    easter = easter_sunday(year)
    days = {
        *(date(year, month, day) for month, day in _FIXED_HOLIDAYS),
        easter + timedelta(days=1),  # Easter Monday
        easter + timedelta(days=39),  # Ascension
        easter + timedelta(days=50),  # Whit Monday
    }
    if alsace_moselle:
        days |= {easter - timedelta(days=2), date(year, 12, 26)}
    return frozenset(days)


_FIXED_HOLIDAYS = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))


def is_business_day(day: date, *, alsace_moselle: bool = False) -> bool:
    """Monday to Friday, unless a French public holiday."""
    holidays = french_holidays(day.year, alsace_moselle=alsace_moselle)
    return day.weekday() < _SATURDAY and day not in holidays


def add_business_days(day: date, count: int, *, alsace_moselle: bool = False) -> date:
    """The count-th business day after `day`; with 0, `day` itself even when nobody works.

    Two days of grace on a promise for Friday end on Tuesday. A negative count is a `ValueError`.
    """
    if count < 0:
        raise ValueError("Business days are counted forwards.")
    while count:
        day += _DAY
        count -= is_business_day(day, alsace_moselle=alsace_moselle)
    return day


def next_business_day(day: date, *, alsace_moselle: bool = False) -> date:
    """`day` itself if it is worked, else the first one after it that is."""
    while not is_business_day(day, alsace_moselle=alsace_moselle):
        day += _DAY
    return day
