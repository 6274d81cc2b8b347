"""When a promise is judged, beside the disputes of its invoices: held against a walk day by day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shared.calendar import add_business_days
from shared.rules.promise import deadline_of
from shared.rules.promise_account import Account, deadline_after_disputes
from shared.rules.promised_cash import Contest, Settlement, Word

TAKEN, PROMISED = date(2026, 6, 1), date(2026, 6, 10)
DEADLINE = deadline_of(PROMISED)
LAST = TAKEN + timedelta(days=60)
DAYS = st.integers(0, 45).map(lambda days: TAKEN + timedelta(days=days))
CONTESTS = st.lists(
    st.builds(
        lambda amount, one, other: Contest("F", Decimal(amount), min(one, other), max(one, other)),
        st.sampled_from([40, 60, 100]),
        DAYS,
        DAYS,
    ),
    max_size=4,
)
PAYMENTS = st.lists(st.tuples(st.sampled_from([20, 40, 60]), DAYS), max_size=2)


def walked(contests: list[Contest], payments: list[tuple[int, date]]) -> date | None:
    """Each day says how much is left, came in and is contested; the grace restarts as it ends."""

    def left(day: date) -> int:
        return 100 - sum(amount for amount, on in payments if on <= day)

    def is_contested(day: date) -> bool:
        held = sum(c.amount for c in contests if c.from_on <= day < (c.until_on or date.max))
        return left(day) > 0 and held >= left(day)

    def waits(day: date) -> bool:
        return is_contested(day) and left(day) == 100

    due, day = DEADLINE, TAKEN
    while day < LAST:
        day += timedelta(days=1)
        yesterday = day - timedelta(days=1)
        has_ended = is_contested(yesterday) and not is_contested(day)
        if has_ended and (day <= due or waits(due)):
            due = max(due, add_business_days(max(day, PROMISED), 2))
    return None if waits(due) else due


def asked(contests: list[Contest], payments: list[tuple[int, date]]) -> date | None:
    word = Word("W", Decimal(100), frozenset({"F"}), TAKEN, 0)
    pieces = [
        Settlement("payment", Decimal(amount), on, "F", f"P{number}")
        for number, (amount, on) in enumerate(payments)
    ]
    account = Account(pieces, [word], {"F": Decimal(100)}, contests=contests)
    return deadline_after_disputes(
        DEADLINE, PROMISED, lambda day: account.standing(word, day), account.turns(word)
    )


@given(CONTESTS, PAYMENTS)
def test_the_day_of_judgement_is_the_one_a_walk_day_by_day_finds(
    contests: list[Contest], payments: list[tuple[int, date]]
):
    assert asked(contests, payments) == walked(contests, payments)


@given(CONTESTS, PAYMENTS)
def test_a_dispute_never_brings_the_judgement_forward(
    contests: list[Contest], payments: list[tuple[int, date]]
):
    due = asked(contests, payments)
    assert due is None or due >= DEADLINE


@given(PAYMENTS)
def test_without_a_dispute_the_grace_is_the_promises_own(payments: list[tuple[int, date]]):
    assert asked([], payments) == DEADLINE
