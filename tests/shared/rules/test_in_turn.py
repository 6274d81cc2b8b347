"""Currencies take turns; within each, the largest first."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shared.rules.in_turn import in_turn

Owed = tuple[str, Decimal]
OWED = st.lists(
    st.tuples(st.sampled_from(["EUR", "JPY", "USD"]), st.decimals(0, 10_000, places=2)), max_size=20
)


def ordered(owed: list[Owed]) -> list[Owed]:
    return in_turn(owed, currency=lambda one: one[0], amount=lambda one: one[1])


def test_the_first_of_each_comes_before_the_second_of_any():
    owed = [
        ("EUR", Decimal(600)),
        ("EUR", Decimal(900)),
        ("JPY", Decimal(90_000)),
        ("EUR", Decimal(1)),
    ]
    assert ordered(owed) == [owed[1], owed[2], owed[0], owed[3]]


@given(OWED)
def test_each_currency_keeps_its_own_order_and_nobody_is_lost(owed):
    found = ordered(owed)
    assert sorted(found) == sorted(owed)
    for code in ("EUR", "JPY", "USD"):
        own = [amount for currency, amount in found if currency == code]
        assert own == sorted(own, reverse=True)


@given(OWED, st.sampled_from(["EUR", "JPY", "USD"]), st.integers(2, 1_000))
def test_another_unit_of_one_currency_changes_nothing(owed, code, times):
    """In francs or in centimes: only the order within a currency counts."""

    def counted(one: Owed) -> Owed:
        return (one[0], one[1] * times) if one[0] == code else one

    assert ordered([counted(one) for one in owed]) == [counted(one) for one in ordered(owed)]
