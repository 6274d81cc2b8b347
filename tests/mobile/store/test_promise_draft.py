"""What a promise being typed makes: its days, its amount, its invoices."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobile.store.promise_draft import amount_of, day_choices, day_of

TODAY = date(2026, 11, 20)  # a Friday
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))


@given(DAYS)
def test_every_day_that_one_tap_gives_is_to_come_and_given_once(today):
    days = [day for _, day in day_choices(today)]
    assert all(day > today for day in days)
    assert len(set(days)) == len(days)
    assert today + timedelta(days=1) in days
    assert today + timedelta(days=15) in days
    assert any(day.weekday() == 4 and (day - today).days <= 7 for day in days)
    assert any((day + timedelta(days=1)).day == 1 for day in days)


def test_on_a_friday_the_friday_offered_is_the_next_one():
    assert dict(day_choices(TODAY))["friday"] == date(2026, 11, 27)


def test_on_a_thursday_tomorrow_is_the_friday_and_stands_once():
    choices = dict(day_choices(date(2026, 11, 19)))
    assert choices["tomorrow"] == TODAY
    assert "friday" not in choices


def test_on_the_last_day_of_a_month_its_end_is_the_next_months():
    assert dict(day_choices(date(2026, 11, 30)))["month-end"] == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("9 200,50", "9200.50"),
        ("9\u202f200,50\u00a0€", "9200.50"),
        ("9200.5", "9200.5"),
        ("9,200.50", "9200.50"),
        ("€9,200.50", "9200.50"),
        ("9200", "9200"),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed, amount):
    assert amount_of(typed, "EUR") == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    ["", "0", "0,00", "-5", "9,200", "9.200,50", "1e5", "neuf", "12,345", "٣", "9" * 30, "NaN"],
)
def test_what_is_no_amount_or_could_be_two_is_none(typed):
    assert amount_of(typed, "EUR") is None


def test_yen_have_no_cents():
    assert amount_of("1200", "JPY") == 1200
    assert amount_of("1200,5", "JPY") is None


@given(st.decimals(min_value="0.01", max_value="9999999.99", places=2))
def test_every_amount_in_euros_is_read_back_as_it_was_written(amount):
    assert amount_of(f"{amount:,f}".replace(",", " ").replace(".", ","), "EUR") == amount


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15/12/2026", date(2026, 12, 15)),
        ("15.12.2026", date(2026, 12, 15)),
        ("2026-12-15", date(2026, 12, 15)),
        ("15/12", date(2026, 12, 15)),
        ("3/1", date(2027, 1, 3)),
        ("20/11", TODAY),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, day):
    assert day_of(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "15", "31/11", "29/02", "15/12/26", "a/b", "1/2/3/4", "²/1"])
def test_what_is_no_day_is_none(typed):
    assert day_of(typed, TODAY) is None


@given(st.text(max_size=12))
def test_whatever_is_typed_breaks_nothing(typed):
    day_of(typed, TODAY)
    amount_of(typed, "EUR")
