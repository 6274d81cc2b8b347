"""When an invoice is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.calendar import month_end
from shared.refusal import Refused
from shared.rules.terms import DueDate, Terms, due_date_of, due_on

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
DELAYS = st.integers(min_value=0, max_value=365)


@pytest.mark.parametrize(
    ("issued", "a", "b", "net"),
    [
        ("2025-04-10", "2025-05-31", "2025-06-14", "2025-06-09"),
        ("2025-04-16", "2025-05-31", "2025-06-14", "2025-06-15"),
        ("2025-04-17", "2025-06-30", "2025-06-14", "2025-06-16"),
        ("2025-01-31", "2025-03-31", "2025-03-17", "2025-04-01"),
        ("2024-01-15", "2024-02-29", "2024-03-16", "2024-03-15"),
        ("2024-01-16", "2024-03-31", "2024-03-16", "2024-03-16"),
        ("2025-12-31", "2026-02-28", "2026-02-14", "2026-03-01"),
    ],
)
def test_45_days_end_of_month_has_two_readings_and_60_net_one(issued, a, b, net):
    issued_on = date.fromisoformat(issued)
    assert due_on(issued_on, Terms("eom_a", 45)) == date.fromisoformat(a)
    assert due_on(issued_on, Terms("eom_b", 45)) == date.fromisoformat(b)
    assert due_on(issued_on, Terms("net", 60)) == date.fromisoformat(net)


def test_a_cash_sale_is_due_on_the_day_of_service():
    issued, served = date(2025, 5, 10), date(2025, 5, 3)
    assert due_on(issued, Terms("cash", 0), served_on=served) == served
    assert due_on(issued, Terms("cash", 0)) == issued


def test_a_due_date_on_a_holiday_does_not_move():
    assert due_on(date(2025, 4, 1), Terms("net", 30)) == date(2025, 5, 1)


def test_a_stated_due_date_is_kept_even_before_the_issue():
    stated = date(2025, 1, 1)
    assert due_date_of(stated, date(2025, 1, 5), Terms("net", 60)) == DueDate(stated, False)


def test_a_missing_due_date_comes_from_the_terms_and_says_it_is_estimated():
    assert due_date_of(None, date(2025, 1, 5), Terms("net", 60)) == DueDate(date(2025, 3, 6), True)


def test_without_terms_a_missing_due_date_is_30_days_after_issue():
    assert due_date_of(None, date(2025, 1, 5), None) == DueDate(date(2025, 2, 4), True)


@pytest.mark.parametrize(
    ("basis", "days", "code"),
    [
        ("net", -1, "terms-too-long"),
        ("net", 366, "terms-too-long"),
        ("eom", 45, "terms-unknown"),
    ],
)
def test_terms_that_nobody_grants_are_refused(basis, days, code):
    with pytest.raises(Refused) as caught:
        Terms(basis, days)
    assert caught.value.refusal.code == code


@given(DAYS, DELAYS)
def test_reading_a_ends_on_a_months_last_day_and_no_earlier_than_net(issued, days):
    a = due_on(issued, Terms("eom_a", days))
    assert a == month_end(a)
    assert timedelta() <= a - due_on(issued, Terms("net", days)) <= timedelta(days=30)


@given(DAYS, DELAYS)
def test_reading_b_is_the_same_for_every_day_of_a_month(issued, days):
    terms = Terms("eom_b", days)
    assert due_on(issued, terms) == due_on(issued.replace(day=1), terms)


@given(
    DAYS, st.integers(min_value=1, max_value=60), DELAYS, st.sampled_from(["net", "eom_a", "eom_b"])
)
def test_a_later_invoice_is_never_due_earlier(issued, gap, days, basis):
    terms = Terms(basis, days)
    assert due_on(issued, terms) <= due_on(issued + timedelta(days=gap), terms)
