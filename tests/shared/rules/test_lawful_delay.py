"""A delay is lawful, over by n days, or unknown."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.lawful_delay import DelayVerdict, Sale, Sector, check_delay

ISSUED = date(2025, 4, 17)
DELIVERED = date(2025, 4, 10)
AGREED = Sale(ISSUED, DELIVERED, agreed=True, end_of_month="no")


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def test_sixty_days_from_issue_are_lawful_and_the_next_is_one_day_over():
    limit = after(ISSUED, 60)
    assert check_delay(limit, AGREED) == DelayVerdict("lawful", limit)
    assert check_delay(after(limit, 1), AGREED) == DelayVerdict("over", limit, 1)


def test_45_days_end_of_month_may_pass_60_days_where_stipulated():
    stipulated = replace(AGREED, end_of_month="eom_a")
    assert check_delay(date(2025, 6, 30), stipulated).state == "lawful"
    assert check_delay(date(2025, 7, 2), stipulated).days_over == 2


def test_whether_end_of_month_was_stipulated_matters_only_past_60_days():
    silent = replace(AGREED, end_of_month=None)
    assert check_delay(after(ISSUED, 60), silent).state == "lawful"
    assert check_delay(date(2025, 6, 30), silent) == DelayVerdict(
        "unknown", missing="end_of_month_clause"
    )
    assert check_delay(date(2025, 7, 1), silent).state == "over"


def test_without_agreement_30_days_run_from_delivery():
    none = replace(AGREED, agreed=False)
    assert check_delay(after(DELIVERED, 30), none).state == "lawful"
    assert check_delay(after(DELIVERED, 33), none).days_over == 3


def test_without_agreement_and_delivery_date_nobody_can_say():
    none = Sale(ISSUED, agreed=False)
    assert check_delay(after(ISSUED, 90), none) == DelayVerdict("unknown", missing="delivery_date")


def test_not_knowing_whether_a_delay_was_agreed_leaves_only_the_clear_cases():
    unsure = replace(AGREED, agreed=None)
    assert check_delay(after(DELIVERED, 30), unsure).state == "lawful"
    assert check_delay(after(ISSUED, 60), unsure) == DelayVerdict("unknown", missing="agreement")
    assert check_delay(after(ISSUED, 61), unsure).state == "over"


def test_a_periodic_invoice_has_45_days():
    periodic = replace(AGREED, periodic=True)
    assert check_delay(after(ISSUED, 45), periodic).state == "lawful"
    assert check_delay(after(ISSUED, 46), periodic).days_over == 1


@pytest.mark.parametrize(
    ("sector", "limit"),
    [
        (Sector.PERISHABLE_FOOD, date(2025, 5, 10)),
        (Sector.FRESH_MEAT, date(2025, 4, 30)),
        (Sector.ALCOHOL_UNDER_DUTY, date(2025, 5, 30)),
        (Sector.TRANSPORT, date(2025, 5, 17)),
        (Sector.WINE, date(2025, 6, 16)),
    ],
)
def test_some_sectors_have_a_delay_of_their_own_whatever_was_agreed(sector, limit):
    sale = replace(AGREED, sector=sector)
    assert check_delay(limit, sale) == DelayVerdict("lawful", limit)
    assert check_delay(after(limit, 1), sale) == DelayVerdict("over", limit, 1)


def test_wine_may_take_45_days_end_of_month():
    sale = replace(AGREED, sector=Sector.WINE, end_of_month="eom_a")
    assert check_delay(date(2025, 6, 30), sale).state == "lawful"


@pytest.mark.parametrize("blind", [{"delivered_on": None}, {"periodic": True}])
def test_a_delay_from_delivery_is_unknown_without_one_delivery_date(blind):
    sale = replace(AGREED, sector=Sector.FRESH_MEAT, **blind)
    assert check_delay(ISSUED, sale) == DelayVerdict("unknown", missing="delivery_date")


SALES = st.builds(
    Sale,
    issued_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    delivered_on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    agreed=st.sampled_from([True, False, None]),
    end_of_month=st.sampled_from(["eom_a", "eom_b", "no", None]),
    periodic=st.booleans(),
    sector=st.sampled_from(Sector),
)


@given(SALES, st.integers(-30, 400), st.integers(1, 60))
def test_a_shorter_delay_is_never_judged_worse(sale, days, less):
    order = ("lawful", "unknown", "over")
    late = check_delay(after(sale.issued_on, days), sale)
    sooner = check_delay(after(sale.issued_on, days - less), sale)
    assert order.index(sooner.state) <= order.index(late.state)
    assert sooner.days_over <= late.days_over


ANSWERS: dict[str, list[Any]] = {
    "agreed": [True, False],
    "end_of_month": ["no", "eom_a", "eom_b"],
}


@given(SALES, st.integers(-30, 400), st.sampled_from(list(ANSWERS)))
def test_learning_a_missing_fact_never_overturns_a_verdict(sale, days, fact):
    sale = replace(sale, **{fact: None})
    due = after(sale.issued_on, days)
    before = check_delay(due, sale).state
    if before != "unknown":
        told = {check_delay(due, replace(sale, **{fact: answer})).state for answer in ANSWERS[fact]}
        assert told == {before}
