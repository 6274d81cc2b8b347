"""Money is exact, of one currency, and rounded once."""

import operator
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.currencies import ACTIVE, DECIMALS, WITHDRAWN
from shared.money import (
    AMOUNT_LIMIT,
    CurrencyMismatchError,
    Money,
    is_currency,
    minor_units,
    round_amount,
)
from shared.refusal import Refusal, Refused

CENTS = st.integers(min_value=-(10**14), max_value=10**14)
CURRENCIES = st.sampled_from(["EUR", "USD", "JPY", "TND", "CLF"])


@st.composite
def monies(draw, currency=None):
    code = currency or draw(CURRENCIES)
    return Money(Decimal(draw(CENTS)).scaleb(-minor_units(code)), code)


def refusal_of(call: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.refusal


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [("EUR", 2), ("USD", 2), ("JPY", 0), ("XOF", 0), ("TND", 3), ("KWD", 3), ("CLF", 4)],
)
def test_each_currency_has_its_own_minor_unit(currency, decimals):
    assert minor_units(currency) == decimals


def test_an_unknown_currency_is_refused_by_name():
    refusal = refusal_of(lambda: minor_units("EURO"))
    assert (refusal.code, refusal.status, refusal.facts) == (
        "unknown-currency",
        422,
        {"currency": "EURO"},
    )


def test_a_currency_code_is_three_capitals():
    assert is_currency("EUR")
    assert not is_currency("eur")
    assert not is_currency("")


def test_gold_and_the_absence_of_a_currency_are_no_currencies():
    assert not any(is_currency(code) for code in ("XAU", "XXX", "XTS", "XDR"))


def test_withdrawn_currencies_are_still_read_and_never_shadow_an_active_one():
    assert minor_units("FRF") == 2
    assert not set(WITHDRAWN) & set(ACTIVE)


def test_every_code_of_the_table_has_the_shape_of_one():
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in DECIMALS)
    assert len(ACTIVE) > 160


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("1.005", "EUR", "1.01"),
        ("-1.005", "EUR", "-1.01"),
        ("2309.7899999999995", "USD", "2309.79"),
        ("0.5", "JPY", "1"),
        ("1.0005", "TND", "1.001"),
        ("2", "EUR", "2.00"),
        ("-0.004", "EUR", "0.00"),
        ("1E+3", "EUR", "1000.00"),
        ("1E-400", "EUR", "0.00"),
    ],
)
def test_rounding_is_half_up_to_the_minor_unit_and_the_scale_shows(amount, currency, rounded):
    assert str(round_amount(Decimal(amount), currency)) == rounded


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(amount):
    assert refusal_of(lambda: round_amount(Decimal(amount), "EUR")).code == "amount-not-a-number"


def test_the_largest_amount_passes_and_one_cent_more_is_refused():
    assert round_amount(AMOUNT_LIMIT, "CLF") == AMOUNT_LIMIT
    for beyond in (AMOUNT_LIMIT + Decimal("0.01"), -AMOUNT_LIMIT - 1, Decimal("1E+999999")):
        assert refusal_of(partial(round_amount, beyond, "EUR")).code == "amount-too-large"


@pytest.mark.parametrize("amount", [1.5, 1, "1.5", True])
def test_only_a_decimal_is_an_amount(amount):
    with pytest.raises(TypeError):
        Money(amount, "EUR")


def test_an_amount_finer_than_its_currency_is_refused_rather_than_rounded_unseen():
    refusal = refusal_of(lambda: Money(Decimal("1.005"), "EUR"))
    assert refusal.code == "amount-too-fine"
    assert Money.rounded(Decimal("1.005"), "EUR") == Money(Decimal("1.01"), "EUR")


def test_a_tiny_exponent_does_not_make_a_huge_refusal():
    refusal = refusal_of(lambda: Money(Decimal("1E-900000"), "EUR"))
    assert len(str(refusal.facts_for_wire())) < 200


def test_a_callers_low_precision_does_not_change_an_amount():
    with localcontext() as context:
        context.prec = 3
        total = Money(Decimal("123456.78"), "EUR") + Money(Decimal("0.01"), "EUR")
        assert (-total).wire == "-123456.79"
        assert sum(p.amount * 100 for p in Money(Decimal("0.03"), "EUR").apportion([1, 1])) == 3


def test_two_currencies_never_mix():
    euro, dollar = Money(Decimal(1), "EUR"), Money(Decimal(1), "USD")
    for mix in (
        lambda: euro + dollar,
        lambda: euro - dollar,
        lambda: euro < dollar,
        lambda: euro >= dollar,
        lambda: Money.total("EUR", [euro, dollar]),
    ):
        with pytest.raises(CurrencyMismatchError):
            mix()
    assert euro != dollar


def test_money_and_a_bare_number_never_mix():
    bare: Any = Decimal(1)
    for mix in (operator.add, operator.sub, operator.lt):
        with pytest.raises(TypeError):
            mix(Money(Decimal(1), "EUR"), bare)


def test_money_writes_itself_for_the_wire_without_an_exponent():
    money = Money(Decimal("1E+6"), "EUR")
    assert money.wire == "1000000.00"
    assert str(money) == "1000000.00 EUR"


def test_nothing_is_falsy_and_something_is_true():
    assert not Money.zero("JPY")
    assert Money(Decimal("-0.01"), "EUR")


@given(monies("EUR"), monies("EUR"), monies("EUR"))
def test_addition_is_exact_in_any_order(a, b, c):
    assert (a + b) + c == a + (b + c) == Money.total("EUR", [c, b, a])
    assert a + b - b == a
    assert a + (-a) == Money.zero("EUR")


@given(monies())
def test_money_is_at_its_scale_and_rounding_it_again_changes_nothing(money):
    assert -money.amount.as_tuple().exponent == minor_units(money.currency)
    assert Money.rounded(money.amount, money.currency) == money
    assert not (money.amount == 0 and money.amount.is_signed())


WEIGHTS = st.lists(
    st.one_of(
        st.integers(min_value=0, max_value=10**9),
        st.decimals(min_value=0, max_value=10**6, places=4),
    ),
    min_size=1,
    max_size=12,
).filter(any)


@given(monies(), WEIGHTS)
def test_apportioning_loses_no_cent(money, weights):
    shares = money.apportion(weights)
    assert len(shares) == len(weights)
    assert Money.total(money.currency, shares) == money


@given(monies("EUR"), WEIGHTS)
def test_each_share_is_within_one_cent_of_its_exact_part_and_has_the_sign_of_the_whole(
    money, weights
):
    whole = sum(map(Decimal, weights))
    for share, weight in zip(money.apportion(weights), weights, strict=True):
        exact = money.amount * Decimal(weight) / whole
        assert abs(share.amount - exact) < Decimal("0.0100001")
        assert share.amount == 0 or share.amount.is_signed() == money.amount.is_signed()
        assert weight or not share


def test_the_odd_cent_goes_to_the_largest_remainder_then_to_the_earlier_share():
    ten = Money(Decimal("10.00"), "EUR")
    assert [share.wire for share in ten.apportion([1, 1, 1])] == ["3.34", "3.33", "3.33"]
    assert [share.wire for share in ten.apportion([1, 5])] == ["1.67", "8.33"]
    assert [share.wire for share in (-ten).apportion([1, 1, 1])] == ["-3.34", "-3.33", "-3.33"]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1]])
def test_weights_that_share_nothing_are_an_error(weights):
    with pytest.raises(ValueError):
        Money(Decimal(1), "EUR").apportion(weights)


def test_a_float_weight_is_an_error():
    halves: Any = [0.5, 0.5]
    with pytest.raises(TypeError):
        Money(Decimal(1), "EUR").apportion(halves)
