"""Payment plans: which may be proposed, and where a closing leaves them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest

from shared.rules.payment_plan import (
    Instalment,
    PlanState,
    may_accept,
    may_cancel,
    may_propose,
    plan_state,
)
from shared.rules.promise import PromisePolicy

SAID = date(2026, 6, 1)


def plan(*amounts: str, first: date = date(2026, 6, 30), every: int = 30) -> list[Instalment]:
    return [
        Instalment(first + timedelta(days=every * place), Decimal(amount))
        for place, amount in enumerate(amounts)
    ]


@pytest.mark.parametrize(
    ("instalments", "code"),
    [
        (plan("400", "300", "300"), None),
        (plan("1000"), "plan-instalments"),
        (plan(*["10"] * 61), "plan-instalments"),
        (plan("1000.01", "-0.01"), "promise-of-nothing"),
        (plan("500", "500", every=0), "plan-order"),
        (plan("500", "499.99"), "plan-not-whole"),
        (plan("500", "500.01"), "plan-not-whole"),
        (plan("500", "500", first=date(2026, 5, 31)), "promise-in-the-past"),
        (plan("500", "500", every=400), "promise-too-far"),
    ],
)
def test_instalments_sum_to_the_covered_residual(instalments: list[Instalment], code: str | None):
    refusal = may_propose(instalments, covered=Decimal(1000), currency="EUR", said_on=SAID)
    assert (refusal and refusal.code) == code


def test_only_what_was_proposed_is_accepted_and_only_what_is_not_over_cancelled():
    assert [state for state in get_args(PlanState) if may_accept(state) is None] == ["proposed"]
    still = [state for state in get_args(PlanState) if may_cancel(state) is None]
    assert still == ["proposed", "accepted", "active"]


@pytest.mark.parametrize(
    ("state", "instalments", "settled", "after"),
    [
        ("accepted", ["open", "open"], False, "active"),
        ("active", ["kept", "open"], False, "active"),
        ("active", ["broken", "open"], False, "active"),
        ("active", ["broken", "partly_kept", "open"], False, "broken"),
        ("active", ["kept_late", "broken", "open"], False, "active"),
        ("active", ["kept", "kept_late"], False, "completed"),
        ("active", ["kept", "open"], True, "completed"),
        ("completed", ["kept", "open"], False, "active"),
        ("broken", ["kept_late", "kept_late"], True, "broken"),
        ("proposed", ["open", "open"], True, "proposed"),
        ("cancelled", ["broken", "broken"], False, "cancelled"),
    ],
)
def test_a_closing_leaves_the_plan_where_its_instalments_say(state, instalments, settled, after):
    assert plan_state(state, instalments, is_settled=settled) == after


def test_how_many_instalments_may_be_missed_is_a_setting():
    strict = PromisePolicy(instalments_missed_most=0)
    after = plan_state("active", ["broken", "open"], is_settled=False, policy=strict)
    assert after == "broken"
