"""Aging adds up to what is owed, to the cent, and drops nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.money import CurrencyMismatchError, Money, minor_units
from shared.rules.aging import (
    BUCKET_CEILINGS,
    BUCKETS,
    OpenItem,
    Settlement,
    age_from_issue,
    age_open_items,
    average_days_late,
    bucket_of,
    days_late,
    days_past_due,
    issue_age_alert,
)

TODAY = date(2025, 11, 21)


def eur(amount: str | int) -> Money:
    return Money(Decimal(amount), "EUR")


def due(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (-400, "not_due"),
        (0, "not_due"),
        (1, "1-30"),
        (30, "1-30"),
        (31, "31-60"),
        (60, "31-60"),
        (61, "61-90"),
        (90, "61-90"),
        (91, "91-120"),
        (120, "91-120"),
        (121, ">120"),
        (9999, ">120"),
    ],
)
def test_each_age_has_its_bucket(days, bucket):
    assert bucket_of(days) == bucket


def test_the_buckets_stand_in_order_and_each_but_the_last_has_a_ceiling():
    assert BUCKETS == ("not_due", "1-30", "31-60", "61-90", "91-120", ">120")
    assert [bucket_of(ceiling) for ceiling in BUCKET_CEILINGS] == list(BUCKETS[:-1])


def test_an_invoice_due_today_is_not_overdue():
    assert days_past_due(TODAY, TODAY) == 0
    (aging,) = age_open_items([OpenItem(eur("10.00"), TODAY)], TODAY)
    assert not aging.overdue
    assert aging.oldest_days_overdue == 0


def test_paid_early_is_zero_days_late():
    assert days_late(TODAY, TODAY - timedelta(days=5)) == 0
    assert days_late(TODAY, TODAY + timedelta(days=5)) == 5


@pytest.mark.parametrize(
    ("age", "alert"), [(-3, None), (89, None), (90, 90), (119, 90), (120, 120), (800, 120)]
)
def test_the_second_clock_warns_at_90_and_120_days_from_issue(age, alert):
    assert age_from_issue(due(age), TODAY) == age
    assert issue_age_alert(age) == alert


def test_credit_notes_and_free_payments_stand_apart_and_lower_what_is_owed():
    (aging,) = age_open_items(
        [OpenItem(eur("100.00"), due(47)), OpenItem(eur("-30.00"), due(47))],
        TODAY,
        free_payments=[eur("20.01")],
    )
    assert aging.buckets["31-60"].amount == eur("100.00")
    assert aging.unapplied == eur("-50.01")
    assert aging.outstanding == eur("49.99")
    assert aging.overdue == eur("100.00")
    assert aging.oldest_days_overdue == 47
    assert aging.documents == 2


def test_a_refund_not_yet_allocated_raises_what_is_owed():
    (aging,) = age_open_items([], TODAY, free_payments=[eur("-15.00")])
    assert aging.outstanding == eur("15.00")


def test_a_settled_document_counts_for_nothing():
    assert age_open_items([OpenItem(eur(0), due(90))], TODAY, free_payments=[eur(0)]) == ()


def test_an_old_credit_note_is_not_the_oldest_overdue():
    (aging,) = age_open_items(
        [OpenItem(eur("-30.00"), due(300)), OpenItem(eur("10.00"), due(2))], TODAY
    )
    assert aging.oldest_days_overdue == 2


def test_currencies_stand_side_by_side():
    dollars = Money(Decimal(7), "USD")
    agings = age_open_items(
        [OpenItem(dollars, due(1)), OpenItem(eur(5), due(1))],
        TODAY,
        free_payments=[Money(Decimal(3), "JPY")],
    )
    assert [(a.currency, a.outstanding.wire) for a in agings] == [
        ("EUR", "5.00"),
        ("JPY", "-3"),
        ("USD", "7.00"),
    ]


@st.composite
def monies(draw):
    code = draw(st.sampled_from(["EUR", "JPY", "TND"]))
    units = draw(st.integers(min_value=-(10**9), max_value=10**9))
    return Money(Decimal(units).scaleb(-minor_units(code)), code)


ITEMS = st.lists(st.builds(OpenItem, monies(), st.dates(date(2020, 1, 1), date(2030, 1, 1))))


@given(ITEMS, st.lists(monies()))
def test_buckets_and_unapplied_are_the_outstanding_to_the_cent(items, payments):
    for aging in age_open_items(items, TODAY, free_payments=payments):
        owed = sum(i.residual.amount for i in items if i.residual.currency == aging.currency)
        free = sum(p.amount for p in payments if p.currency == aging.currency)
        in_buckets = sum(bucket.amount.amount for bucket in aging.buckets.values())
        assert in_buckets + aging.unapplied.amount == aging.outstanding.amount == owed - free


@given(ITEMS)
def test_every_open_document_is_counted_once(items):
    agings = age_open_items(items, TODAY)
    assert sum(aging.documents for aging in agings) == sum(bool(i.residual) for i in items)
    in_buckets = sum(b.documents for aging in agings for b in aging.buckets.values())
    assert in_buckets == sum(i.residual.amount > 0 for i in items)


@given(ITEMS, st.integers(min_value=0, max_value=400))
def test_time_passing_moves_amounts_between_buckets_and_changes_no_total(items, days):
    later = age_open_items(items, TODAY + timedelta(days=days))
    for before, after in zip(age_open_items(items, TODAY), later, strict=True):
        assert before.outstanding == after.outstanding
        assert before.overdue <= after.overdue


def settled(amount: str | int, late: int) -> Settlement:
    return Settlement(eur(amount), TODAY, TODAY + timedelta(days=late))


def test_days_late_weigh_by_amount_and_early_counts_zero():
    assert average_days_late([settled("900", 10), settled("100", -40)]) == Decimal("9.0")
    assert average_days_late([settled("100", 1), settled("100", 0), settled("200", 0)]) == Decimal(
        "0.3"
    )


def test_a_client_that_never_settled_anything_has_no_average():
    assert average_days_late([]) is None
    assert average_days_late([settled("-50", 30)]) is None


def test_days_late_of_two_currencies_are_not_averaged_together():
    dollar = Settlement(Money(Decimal(1), "USD"), TODAY, TODAY)
    with pytest.raises(CurrencyMismatchError):
        average_days_late([settled("1", 0), dollar])


@given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(-99, 999)), min_size=1, max_size=20))
def test_the_average_lies_between_the_earliest_and_the_latest(parts):
    average = average_days_late(settled(amount, late) for amount, late in parts)
    late = [max(0, days) for _, days in parts]
    assert average is not None
    assert min(late) <= average <= max(late)
