"""Periods of whole months, and causes added up without losing or mixing anything."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from mobile.store.causes import Period, added_up
from shared.contract.disputes import DisputeCause
from shared.rules.dispute import DEPARTMENTS, Reason

DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2099, 12, 31))
AMOUNTS = st.decimals(0, 10**6, places=2)
CAUSES = st.lists(
    st.builds(
        DisputeCause,
        reason=st.sampled_from(get_args(Reason)),
        department=st.sampled_from(DEPARTMENTS),
        currency=st.sampled_from(["EUR", "USD"]),
        disputes=st.integers(0, 50),
        claimed=AMOUNTS,
        blocking=st.integers(0, 50),
        amount_days=AMOUNTS,
    )
)


def test_three_months_are_this_one_and_the_two_before():
    assert Period("3", date(2026, 11, 22)).from_on == date(2026, 9, 1)
    assert Period("3", date(2026, 1, 31)).from_on == date(2025, 11, 1)
    assert Period("1", date(2026, 2, 28)).from_on == date(2026, 2, 1)
    assert Period("12", date(2026, 2, 28)).from_on == date(2025, 3, 1)


@given(DAYS, st.sampled_from(["1", "3", "12"]))
def test_a_period_begins_on_the_first_of_a_month_and_holds_its_last_day(day: date, months: Any):
    begins = Period(months, day).from_on
    assert begins.day == 1
    assert (day.year - begins.year) * 12 + day.month - begins.month == int(months) - 1


@given(CAUSES, st.sampled_from(["reason", "department"]))
def test_each_currency_adds_up_to_what_was_read(causes: list[DisputeCause], by: Any):
    found = added_up(causes, by)
    assert set(found) == {one.currency for one in causes}
    for currency, rows in found.items():
        own = [one for one in causes if one.currency == currency]
        for name in ("disputes", "claimed", "blocking", "amount_days"):
            total = sum((getattr(row, name) for row in rows), start=Decimal(0))
            assert total == sum((getattr(one, name) for one in own), start=Decimal(0))
        days = [row.amount_days for row in rows]
        assert days == sorted(days, reverse=True)
        assert len({row.name for row in rows}) == len(rows)
