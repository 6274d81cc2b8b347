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


def by_hand(claims: list[Claim], promised: Decimal) -> tuple[Decimal, Decimal]:
    """Cent by cent it would be the same: the oldest invoices are promised first."""
    asked = expected = Decimal(0)
    for claim in sorted(claims, key=lambda one: -one.days):
        covered = min(claim.amount, promised)
        promised -= covered
        asked += claim.amount - covered
        expected += (claim.amount - covered) * chance_at(claim.days)
    return asked, expected


@given(CLAIMS, st.decimals(0, 200_000, places=2))
def test_what_is_promised_is_not_asked_again(claims, promised):
    worth = worth_of(claims, promised)
    assert (worth.amount, worth.expected) == by_hand(claims, promised)
    assert 0 <= worth.expected <= worth.amount
    assert 0 <= worth.chance <= 1


def test_the_same_money_younger_comes_first():
    young, old = worth_of([Claim(Decimal(1000), 20)]), worth_of([Claim(Decimal(1000), 200)])
    assert young.expected > old.expected
