"""The business's days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.calendar import (
    add_business_days,
    add_months,
    business_date,
    day_bounds,
    easter_sunday,
    french_holidays,
    is_business_day,
    month_end,
    next_business_day,
)

PARIS = ZoneInfo("Europe/Paris")
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


def test_just_before_midnight_in_utc_it_is_already_tomorrow_in_paris():
    assert business_date(datetime(2025, 6, 30, 22, 30, tzinfo=UTC), PARIS) == date(2025, 7, 1)
    assert business_date(datetime(2025, 6, 30, 21, 30, tzinfo=UTC), PARIS) == date(2025, 6, 30)


def test_a_naive_datetime_is_no_instant():
    with pytest.raises(ValueError, match="offset"):
        business_date(datetime(2025, 6, 30, 12), PARIS)  # noqa: DTZ001


def test_the_day_summer_time_begins_is_an_hour_short():
    start, end = day_bounds(date(2025, 3, 30), PARIS)
    assert start == datetime(2025, 3, 29, 23, tzinfo=UTC)
    assert end - start == timedelta(hours=23)


@given(
    st.integers(min_value=0, max_value=4_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
)
def test_an_instant_falls_within_the_bounds_of_its_business_date(instant):
    start, end = day_bounds(business_date(instant, PARIS), PARIS)
    assert start <= instant < end


def test_february_ends_on_the_29th_in_a_leap_year():
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)
    assert month_end(date(2100, 2, 10)) == date(2100, 2, 28)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2025, 5, 5), 0, date(2025, 5, 5)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_months_last(day, months, expected):
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    "easter",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_where_the_almanacs_put_it(easter):
    assert easter_sunday(easter.year) == easter


@given(st.integers(min_value=1583, max_value=9998))
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    easter = easter_sunday(year)
    assert easter.weekday() == 6
    assert (3, 22) <= (easter.month, easter.day) <= (4, 25)


def test_the_french_holidays_of_2025():
    assert sorted(french_holidays(2025)) == [
        date(2025, 1, 1),
        date(2025, 4, 21),
        date(2025, 5, 1),
        date(2025, 5, 8),
        date(2025, 5, 29),
        date(2025, 6, 9),
        date(2025, 7, 14),
        date(2025, 8, 15),
        date(2025, 11, 1),
        date(2025, 11, 11),
        date(2025, 12, 25),
    ]


def test_alsace_and_moselle_rest_on_good_friday_and_saint_stephens_day():
    more = french_holidays(2025, alsace_moselle=True) - french_holidays(2025)
    assert more == {date(2025, 4, 18), date(2025, 12, 26)}


def test_two_business_days_of_grace_pass_over_the_weekend():
    assert add_business_days(date(2025, 11, 21), 2) == date(2025, 11, 25)


def test_grace_passes_over_easter_monday_and_in_alsace_over_good_friday():
    thursday = date(2025, 4, 17)
    assert add_business_days(thursday, 2) == date(2025, 4, 22)
    assert add_business_days(thursday, 2, alsace_moselle=True) == date(2025, 4, 23)


def test_no_grace_is_the_day_itself_even_a_sunday():
    assert add_business_days(date(2025, 11, 23), 0) == date(2025, 11, 23)


def test_business_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forwards"):
        add_business_days(date(2025, 11, 23), -1)


def test_the_next_business_day_of_a_worked_day_is_itself():
    assert next_business_day(date(2025, 11, 21)) == date(2025, 11, 21)
    assert next_business_day(date(2025, 11, 8)) == date(2025, 11, 10)


@given(DAYS, st.integers(min_value=1, max_value=40))
def test_counted_business_days_are_worked_and_none_is_skipped(day, count):
    end = add_business_days(day, count)
    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert sum(map(is_business_day, between)) == count
    assert is_business_day(end)
