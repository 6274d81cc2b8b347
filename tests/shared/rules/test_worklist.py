"""What a call may bring: the study's points, its straight lines, and what is set aside."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.worklist import Claim, chance_at, worth_of

POINTS = {0: "0.949", 30: "0.899", 60: "0.813", 90: "0.696", 182: "0.521", 365: "0.228"}
DAYS = st.integers(-30, 2_000)


@pytest.mark.parametrize(("days", "share"), POINTS.items())
def test_the_study_s_points_are_met(days, share):
    assert chance_at(days) == Decimal(share)


def test_between_two_points_it_lies_on_the_line():
    assert chance_at(45) == (Decimal("0.899") + Decimal("0.813")) / 2


@given(DAYS, DAYS)
def test_what_is_older_never_has_the_better_chance(one, other):
    young, old = sorted((one, other))
    assert chance_at(young) >= chance_at(old) >= Decimal("0.093")


CLAIMS = st.lists(
    st.builds(Claim, st.decimals(0, 100_000, places=2), st.integers(1, 1_000)), max_size=6
)


@given(CLAIMS)
def test_a_client_s_claims_are_worth_the_sum_of_each(claims):
    worth = worth_of(claims)
    each = [worth_of([claim]) for claim in claims]
    assert worth.amount == sum(one.amount for one in each)
    assert worth.expected == sum(claim.amount * chance_at(claim.days) for claim in claims)
    assert 0 <= worth.expected <= worth.amount
    assert 0 <= worth.chance <= 1


def test_an_invoice_of_which_nothing_may_be_asked_ages_nobody():
    worth = worth_of([Claim(Decimal(0), 400), Claim(Decimal(10), 20)])
    assert (worth.amount, worth.oldest_days) == (Decimal(10), 20)


def test_the_same_money_younger_comes_first():
    young, old = worth_of([Claim(Decimal(1000), 20)]), worth_of([Claim(Decimal(1000), 200)])
    assert young.expected > old.expected
