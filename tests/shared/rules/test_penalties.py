"""Late-payment penalties, to the cent."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.money import Money
from shared.refusal import Refusal
from shared.rules.penalties import (
    RECOVERY_INDEMNITY,
    Claim,
    Paid,
    Penalty,
    RateBelowFloor,
    late_penalty,
)
from shared.rules.rates import half_year_start, refinancing_rate


def eur(amount: str | int) -> Money:
    return Money(Decimal(amount), "EUR")


def on(written: str) -> date:
    return date.fromisoformat(written)


def penalty(claim: Claim, payments: Iterable[Paid], until: date) -> Penalty:
    found = late_penalty(claim, payments, until)
    assert isinstance(found, Penalty)
    return found


def paid_at_once(principal: str, due: str, paid: str, **claim: Any) -> Penalty:
    whole = eur(principal)
    return penalty(Claim(whole, on(due), **claim), [Paid(on(paid), whole)], on(paid))


@pytest.mark.parametrize(
    ("principal", "due", "paid", "interest", "segments"),
    [
        ("12000.00", "2025-05-31", "2025-08-15", "313.45", [(30, "13.15"), (46, "12.15")]),
        ("1000.00", "2023-12-30", "2024-01-05", "2.37", [(1, "14.00"), (5, "14.50")]),
        ("10000.00", "2022-06-30", "2023-02-15", "661.64", [(184, "10.00"), (46, "12.50")]),
        ("4999.99", "2024-02-28", "2024-03-01", "3.97", [(2, "14.50")]),
    ],
)
def test_the_default_rate_is_fixed_by_half_year(principal, due, paid, interest, segments):
    found = paid_at_once(principal, due, paid)
    assert found.interest == eur(interest)
    assert found.indemnity == eur("40.00")
    assert [(s.days, s.rate_pct) for s in found.segments] == [(d, Decimal(r)) for d, r in segments]


@pytest.mark.parametrize("paid", ["2024-02-29", "2024-02-01"])
def test_paid_on_the_due_date_or_before_costs_nothing_and_no_indemnity(paid):
    found = paid_at_once("4999.99", "2024-02-29", paid)
    assert (found.interest, found.indemnity, found.segments) == (eur(0), eur(0), ())


def test_one_day_late_is_enough_for_the_indemnity():
    assert paid_at_once("0.01", "2024-02-29", "2024-03-01").indemnity == RECOVERY_INDEMNITY


def test_a_partial_payment_starts_a_segment_the_day_after_its_value_date():
    claim = Claim(eur("10000.00"), on("2026-04-30"))
    found = penalty(claim, [Paid(on("2026-07-01"), eur("4000.00"))], on("2026-09-03"))
    assert [(s.days, s.unpaid.wire, s.rate_pct) for s in found.segments] == [
        (61, "10000.00", Decimal("12.15")),
        (1, "10000.00", Decimal("12.40")),
        (64, "6000.00", Decimal("12.40")),
    ]
    assert found.interest == eur("336.91")
    assert found.indemnity == eur("40.00")


def test_the_indemnity_is_due_once_however_many_partial_payments():
    parts = [Paid(on("2025-02-01") + timedelta(days=30 * n), eur(25)) for n in range(4)]
    assert penalty(Claim(eur(100), on("2025-01-01")), parts, on("2025-12-31")).indemnity == eur(40)


def test_no_indemnity_where_insolvency_forbids_to_pay_yet_interest_is_shown():
    found = paid_at_once("1000", "2025-01-01", "2025-02-01", payment_forbidden=True)
    assert not found.indemnity
    assert found.interest


def test_a_payment_taken_back_raises_the_base_again():
    claim = Claim(eur(100), on("2025-01-01"))
    bounced = [Paid(on("2025-01-01"), eur(100)), Paid(on("2025-01-11"), eur(-100))]
    (segment,) = penalty(claim, bounced, on("2025-01-31")).segments
    assert (segment.from_on, segment.days) == (on("2025-01-12"), 20)


def test_paying_too_much_earns_no_interest_back():
    found = penalty(
        Claim(eur(100), on("2025-01-01")), [Paid(on("2024-12-31"), eur(150))], on("2026-01-01")
    )
    assert not found.interest


def test_a_contract_rate_serves_as_agreed_and_a_low_one_is_warned_about():
    found = paid_at_once("1000", "2024-05-31", "2024-08-31", contract_rate_pct=Decimal(15))
    assert {s.rate_pct for s in found.segments} == {Decimal(15)}
    assert found.warnings == (RateBelowFloor(on("2024-01-01"), Decimal("15.21")),)


def test_a_contract_rate_at_the_floor_is_not_warned_about():
    at_floor = Decimal("15.21")
    assert (
        paid_at_once("1000", "2024-01-31", "2024-02-15", contract_rate_pct=at_floor).warnings == ()
    )


def test_a_public_buyer_pays_eight_points_at_the_rate_of_the_half_year_it_began_in():
    found = paid_at_once("12000", "2025-05-31", "2025-08-15", buyer="public_body")
    assert {s.rate_pct for s in found.segments} == {Decimal("11.15")}
    assert found.interest == eur("278.60")


def test_a_rate_from_a_secondary_source_or_the_future_shows_as_unconfirmed():
    assert paid_at_once("100", "2026-01-31", "2026-06-30").confirmed
    assert not paid_at_once("100", "2026-06-30", "2026-07-15").confirmed
    assert not paid_at_once("100", "2027-01-31", "2027-02-15").confirmed
    assert paid_at_once("100", "2026-06-30", "2026-07-15", contract_rate_pct=Decimal(20)).confirmed


CLAIM = Claim(eur(100), on("2025-01-31"))


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (replace(CLAIM, buyer="consumer"), "penalty-for-professionals-only"),
        (replace(CLAIM, principal=eur(-1)), "principal-negative"),
        (replace(CLAIM, contract_rate_pct=Decimal(-1)), "rate-negative"),
        (replace(CLAIM, contract_rate_pct=Decimal("NaN")), "rate-negative"),
        (replace(CLAIM, due_on=on("2008-06-30")), "rate-unknown"),
    ],
)
def test_what_cannot_bear_a_penalty_is_refused(claim, code):
    found = late_penalty(claim, [], on("2025-06-30"))
    assert isinstance(found, Refusal)
    assert found.code == code


def test_yen_are_rounded_to_the_yen():
    claim = Claim(Money(Decimal(100_000), "JPY"), on("2025-01-31"))
    assert penalty(claim, [], on("2025-02-10")).interest.wire == "360"


PAYMENTS = st.lists(
    st.builds(Paid, st.dates(on("2022-01-01"), on("2025-12-31")), st.integers(1, 5000).map(eur)),
    max_size=5,
)
CLAIMS = st.builds(
    Claim,
    st.integers(0, 10_000).map(eur),
    st.dates(on("2022-01-01"), on("2025-12-31")),
    st.sampled_from(["company", "public_body"]),
)
UNTIL = st.dates(on("2022-01-01"), on("2026-06-30"))


@given(CLAIMS, PAYMENTS, UNTIL)
def test_segments_follow_each_other_and_stay_within_a_half_year(claim, payments, until):
    segments = penalty(claim, payments, until).segments
    for segment in segments:
        assert claim.due_on < segment.from_on <= segment.to_on <= until
        assert half_year_start(segment.from_on) == half_year_start(segment.to_on)
        assert segment.unpaid
    assert all(a.to_on < b.from_on for a, b in pairwise(segments))


@given(CLAIMS, PAYMENTS, UNTIL)
def test_the_interest_is_what_counting_day_by_day_gives(claim, payments, until):
    owed = Decimal(0)
    for n in range(1, (until - claim.due_on).days + 1):
        today = claim.due_on + timedelta(days=n)
        paid = sum(p.amount.amount for p in payments if p.value_on < today)
        served = claim.due_on + timedelta(days=1) if claim.buyer == "public_body" else today
        rate = refinancing_rate(served)
        assert not isinstance(rate, Refusal)
        points = 8 if claim.buyer == "public_body" else 10
        owed += max(claim.principal.amount - paid, Decimal(0)) * (rate.pct + points)
    assert penalty(claim, payments, until).interest == Money.rounded(owed / 36500, "EUR")


@given(CLAIMS, PAYMENTS, UNTIL, st.integers(0, 400))
def test_waiting_longer_never_costs_less(claim, payments, until, days):
    until = min(until, on("2025-06-30"))
    later = penalty(claim, payments, until + timedelta(days=days)).interest
    assert penalty(claim, payments, until).interest <= later
