"""A refusal is a typed, translatable no."""

import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from shared.refusal import Fact, Refusal, Refused, unless_refused

NO = Refusal("promise-in-the-past", 409, "A promise is for today or later.", {"days": 3})


def test_a_service_raises_what_a_rule_returned():
    with pytest.raises(Refused) as caught:
        unless_refused(NO)
    assert caught.value.refusal is NO
    assert str(caught.value) == "promise-in-the-past: A promise is for today or later."


def test_a_value_passes():
    assert unless_refused(42) == 42
    assert unless_refused(None) is None


@pytest.mark.parametrize("code", ["", "PromisePast", "promise_past", "-past", "past-", "a--b"])
def test_a_code_is_kebab_case(code):
    with pytest.raises(ValueError, match="kebab-case"):
        Refusal(code, 409, "No.")


@pytest.mark.parametrize("status", [200, 302, 500])
def test_only_a_clients_statuses_are_refusals(status):
    with pytest.raises(ValueError, match="status"):
        Refusal("no", status, "No.")


def test_a_refusal_says_why():
    with pytest.raises(ValueError, match="why"):
        Refusal("no", 409, "  ")


def test_a_float_is_no_fact():
    facts: Any = {"amount": 1.5}
    with pytest.raises(TypeError):
        Refusal("no", 409, "No.", facts)


def test_facts_travel_as_json_can_carry_them():
    facts: dict[str, Fact] = {
        "amount": Decimal("1E+3"),
        "on": date(2025, 11, 21),
        "at": datetime(2025, 11, 21, 8, 12, tzinfo=UTC),
        "id": UUID(int=7),
        "lines": ("1", "2"),
        "count": 3,
        "by": None,
    }
    assert Refusal("no", 409, "No.", facts).facts_for_wire() == {
        "amount": "1000",
        "on": "2025-11-21",
        "at": "2025-11-21T08:12:00+00:00",
        "id": "00000000-0000-0000-0000-000000000007",
        "lines": ["1", "2"],
        "count": 3,
        "by": None,
    }


def test_facts_are_a_copy_and_the_refusal_can_be_hashed_compared_and_pickled():
    facts: dict[str, Fact] = {"days": 3}
    refusal = Refusal(NO.code, NO.status, NO.message, facts)
    facts["days"] = 4
    assert refusal == NO
    assert len({refusal, NO}) == 1
    assert pickle.loads(pickle.dumps(Refused(NO))).refusal == NO  # noqa: S301 - our own bytes
