"""The order of a day's list against a reference that swaps neighbours; what a report must say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.refusal import Refusal
from shared.rules.visit import AHEAD_MOST, Told, may_plan, may_report, put_at

TODAY = date(2026, 11, 20)


def walked(order: list[int], stop: int, place: int | None) -> list[int]:
    """As by hand: the stop goes to the end, then past one neighbour at a time up to its place."""
    row = [one for one in order if one != stop] + [stop]
    here = len(row) - 1
    wanted = here if place is None else min(max(place, 1) - 1, here)
    while here > wanted:
        row[here - 1], row[here] = row[here], row[here - 1]
        here -= 1
    return row


@given(
    st.lists(st.integers(0, 30), unique=True, max_size=12),
    st.integers(0, 30),
    st.none() | st.integers(-2, 20),
)
def test_a_stop_put_at_a_place_is_where_a_hand_would_have_walked_it(order, stop, place):
    assert put_at(order, stop, place) == walked(order, stop, place)


@given(st.lists(st.integers(0, 30), unique=True, min_size=1), st.data())
def test_putting_a_stop_where_it_stands_changes_nothing(order, data):
    place = data.draw(st.integers(1, len(order)))
    assert put_at(order, order[place - 1], place) == order


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY - timedelta(days=1), "visit-in-the-past"),
        (TODAY, None),
        (TODAY + AHEAD_MOST, None),
        (TODAY + AHEAD_MOST + timedelta(days=1), "visit-too-far"),
    ],
)
def test_a_visit_is_planned_from_the_day_it_is_said_up_to_a_year(day, code):
    assert code_of(may_plan(day, TODAY)) == code


WORDS = st.none() | st.just("Il a raccroché deux fois.")


@given(
    st.sampled_from(["satisfied", "annoyed", "avoiding"]),
    st.booleans(),
    WORDS,
    WORDS,
    st.none() | st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3)),
)
def test_a_report_is_good_exactly_when_it_says_whom_why_and_until_when(
    mood, met, evidence, step, on
):
    shown = mood == "satisfied" or evidence is not None
    somebody = met or mood == "avoiding"
    whole = (step is None) == (on is None)
    coming = on is None or on >= TODAY
    good = shown and somebody and whole and coming
    assert (may_report(Told(mood, met, evidence, step, on), TODAY) is None) is good


def code_of(refusal: Refusal | None) -> str | None:
    return None if refusal is None else refusal.code
