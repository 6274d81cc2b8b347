"""A statement's account adds up as the rule of aging does, and says only what it may."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.catalogue.statements import STATEMENT_WORDS
from backend.exports.statement import Account, Addressee, Line, accounts_of
from backend.exports.statement_texts import day_in_column, siren_text, standing_told
from shared.money import Money

TODAY = date(2026, 11, 20)


def item(amount: str | Decimal, days: int | None = 0, currency: str = "EUR") -> Line:
    """Due that many days ago; None for a payment."""
    money = Money(Decimal(amount), currency)
    due_on = None if days is None else TODAY - timedelta(days=days)
    return Line(
        kind="payment" if due_on is None else "invoice",
        number="1",
        label=None,
        issued_on=TODAY,
        due_on=due_on,
        amount=money,
        residual=money,
    )


def account(*lines: Line) -> Account:
    (only,) = accounts_of(lines, "EUR", TODAY)
    return only


amounts = st.decimals(min_value=-99999, max_value=99999, places=2, allow_nan=False)
lines_drawn = st.lists(
    st.builds(
        item,
        amounts,
        st.one_of(st.none(), st.integers(-200, 400)),
        st.just("EUR"),
    ),
    max_size=12,
)


@given(lines_drawn)
def test_what_is_listed_adds_up_to_the_balance(lines: list[Line]):
    made = account(*lines)
    owed = Money.total("EUR", (line.residual for line in made.owed))
    to_apply = Money.total("EUR", (line.residual for line in made.to_apply))
    assert owed == made.still_open
    assert to_apply == made.aging.unapplied
    assert owed + to_apply == made.aging.outstanding


@given(lines_drawn)
def test_nothing_is_late_on_an_account_that_owes_nothing(lines: list[Line]):
    made = account(*lines)
    if made.aging.outstanding.amount <= 0:
        assert made.standing in {"nothing_owed", "in_balance", "in_your_favour"}
        for words in STATEMENT_WORDS.values():
            sentence = getattr(words, made.standing)
            assert "{overdue}" not in sentence


@given(lines_drawn)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_standing_is_told(language, lines: list[Line]):
    told = standing_told(account(*lines), STATEMENT_WORDS[language], language)
    assert told.endswith((".", "confiance."))
    assert "{" not in told


def test_due_today_is_not_late():
    made = account(item("10.00", 0))
    assert made.standing == "not_yet_due"
    assert made.owed[0].days_late(TODAY) == 0


def test_items_stand_by_due_date_and_credits_apart():
    made = account(item("1.00", 3), item("-5.00", 9), item("2.00", 8), item("-1.00", None))
    assert [line.residual.amount for line in made.owed] == [2, 1]
    assert [line.residual.amount for line in made.to_apply] == [-5, -1]


def test_a_refund_not_yet_applied_raises_what_is_owed():
    made = account(item("10.00", None))
    assert made.aging.outstanding == Money(Decimal(10), "EUR")
    assert made.to_apply[0].days_late(TODAY) == 0


def test_the_own_currency_comes_first():
    lines = [item("1.00", 0, "CHF"), item("1.00", 0, "USD"), item("1.00", 0, "EUR")]
    assert [made.currency for made in accounts_of(lines, "EUR", TODAY)] == ["EUR", "CHF", "USD"]


def test_an_account_without_items_is_there_in_the_own_currency():
    made = accounts_of([], "TND", TODAY)
    assert [(one.currency, one.standing) for one in made] == [("TND", "nothing_owed")]


def test_an_address_is_written_line_by_line_without_gaps():
    to = Addressee(
        code="1", name="N", address="1, rue A\n\n  Bâtiment B ", postcode="39100", town="Dole"
    )
    assert to.postal_lines() == ["1, rue A", "Bâtiment B", "39100 Dole"]


def test_days_and_company_numbers_are_written_as_readers_expect():
    assert day_in_column(date(2026, 4, 3), "fr") == "03/04/2026"
    assert day_in_column(date(2026, 4, 3), "en") == "3\u00a0Apr\u00a02026"
    assert siren_text("552100554") == "552\u00a0100\u00a0554"
