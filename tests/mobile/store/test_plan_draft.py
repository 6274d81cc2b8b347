"""A payment plan as it is typed: equal parts that add up, days that keep their distance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mobile.store.plan_draft import PlanDraft, chosen_parts, due_on, instalments, plan_troubles
from mobile.store.promise_draft import Proposal
from shared.contract.receivables import Document
from shared.ids import new_id

TODAY = date(2026, 11, 20)


def proposal(*amounts: str, currency: str = "EUR") -> Proposal:
    documents = tuple(
        Document(
            id=new_id(),
            kind="invoice",
            number=f"F{place}",
            issued_on=TODAY,
            due_on=TODAY,
            due_estimated=False,
            currency=currency,
            amount=Decimal(amount),
            residual=Decimal(amount),
        )
        for place, amount in enumerate(amounts)
    )
    ticked: frozenset[UUID] = frozenset(one.id for one in documents)
    return Proposal(currency, (currency,), documents, (), ticked)


def test_three_parts_of_a_hundred_add_up_to_the_cent():
    draft = PlanDraft(promised_on=date(2026, 12, 1))
    parts = instalments(draft, proposal("60.00", "40.00"), TODAY)
    assert [one.amount for one in parts] == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert [one.due_on for one in parts] == [
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 2, 1),
    ]


def test_months_keep_the_number_of_the_first_day():
    assert [due_on(date(2027, 1, 31), "monthly", place) for place in range(4)] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]


def test_weeks_are_seven_days_apart():
    assert due_on(TODAY, "weekly", 3) == date(2026, 12, 11)
    assert due_on(TODAY, "fortnightly", 2) == date(2026, 12, 18)


@settings(deadline=None)  # the machine may be busy
@given(
    amount=st.decimals(Decimal("0.60"), Decimal("9999999.99"), places=2),
    parts=st.integers(2, 60),
    rhythm=st.sampled_from(["weekly", "fortnightly", "monthly"]),
)
def test_whatever_the_parts_they_make_the_whole_in_order(amount, parts, rhythm):
    draft = PlanDraft(promised_on=TODAY, parts=parts, rhythm=rhythm)
    found = instalments(draft, proposal(str(amount)), TODAY)
    assert sum(one.amount for one in found) == amount
    assert len(found) == parts
    assert all(one.amount > 0 for one in found)
    days = [one.due_on for one in found]
    assert days == sorted(set(days))
    assert max(one.amount for one in found) - min(one.amount for one in found) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("5", 5), (" 10 ", 10), ("60", 60), ("1", None), ("61", None), ("", None), ("²", None),
     ("trois", None), ("-3", None), ("100000000000", None)],
)  # fmt: skip
def test_a_number_of_instalments_is_from_two_to_sixty(typed, parts):
    assert chosen_parts(PlanDraft(parts_typed=typed)) == parts


def test_what_is_missing_is_told_by_where():
    empty = Proposal("EUR", ("EUR",), (), (), frozenset())
    assert plan_troubles(PlanDraft(parts_typed="x"), empty, TODAY) == {
        "invoices": "nothing-ticked",
        "parts": "parts-malformed",
        "day": "no-day",
    }
    tiny = plan_troubles(PlanDraft(promised_on=TODAY, parts=12), proposal("0.05"), TODAY)
    assert tiny == {"parts": "parts-too-many"}
    assert plan_troubles(PlanDraft(promised_on=TODAY), proposal("9.00"), TODAY) == {}


def test_nothing_is_shown_before_the_first_day_is_known():
    assert instalments(PlanDraft(), proposal("9.00"), TODAY) == []
