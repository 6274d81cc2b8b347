"""Amounts, dates and ages as people read them."""

import re
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.currencies import DECIMALS
from shared.formats import (
    amount_text,
    date_text,
    day_text,
    days_text,
    money_text,
    near_date_text,
    number_text,
    percent_text,
    spoken_amount,
    spoken_date,
    spoken_days,
    time_text,
)
from shared.money import Money, minor_units
from shared.refusal import Refused
from shared.wording import CURRENCY_WORDS, MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT

FRIDAY = date(2025, 11, 21)


@pytest.mark.parametrize(
    ("amount", "currency", "french", "english"),
    [
        ("12345.5", "EUR", "12\u202f345,50\u00a0€", "€12,345.50"),
        ("-1234567.891", "EUR", "\u22121\u202f234\u202f567,89\u00a0€", "\u2212€1,234,567.89"),
        ("999", "EUR", "999,00\u00a0€", "€999.00"),
        ("-0.001", "EUR", "0,00\u00a0€", "€0.00"),
        ("12345.5", "USD", "12\u202f345,50\u00a0$US", "$12,345.50"),
        ("12345.5", "GBP", "12\u202f345,50\u00a0£GB", "£12,345.50"),
        ("12345.5", "CHF", "12\u202f345,50\u00a0CHF", "CHF\u00a012,345.50"),
        ("1500", "JPY", "1\u202f500\u00a0JPY", "¥1,500"),
        ("0.5", "TND", "0,500\u00a0TND", "TND\u00a00.500"),
        ("7", "VES", "7,00\u00a0VES", "VES\u00a07.00"),
    ],
)
def test_an_amount_reads_as_its_language_writes_it(amount, currency, french, english):
    assert amount_text(Decimal(amount), currency, "fr") == french
    assert amount_text(Decimal(amount), currency, "en") == english


def test_large_figures_may_leave_out_the_cents():
    assert amount_text(Decimal("12345.50"), "EUR", "fr", decimals=False) == "12\u202f346\u00a0€"
    assert amount_text(Decimal("-0.4"), "EUR", "en", decimals=False) == "€0"


def test_a_change_shows_its_sign():
    assert amount_text(Decimal(10), "EUR", "fr", signed=True) == "+10,00\u00a0€"
    assert amount_text(Decimal(-10), "EUR", "en", signed=True) == "\u2212€10.00"
    assert amount_text(Decimal(0), "EUR", "fr", signed=True) == "0,00\u00a0€"


def test_money_reads_like_its_amount():
    assert money_text(Money(Decimal("5.50"), "EUR"), "fr") == "5,50\u00a0€"


def test_an_unknown_currency_is_refused():
    with pytest.raises(Refused):
        amount_text(Decimal(1), "EURO", "fr")


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=4),
    st.sampled_from(sorted(DECIMALS)),
    st.sampled_from(["fr", "en"]),
)
def test_no_amount_can_break_across_lines_or_lose_its_decimals(amount, currency, language):
    text = amount_text(amount, currency, language)
    assert " " not in text
    decimals = minor_units(currency)
    mark = re.escape("," if language == "fr" else ".")
    fraction = rf"{mark}\d{{{decimals}}}" if decimals else ""
    group = "\u202f" if language == "fr" else ","
    assert re.search(rf"(?<!\d)\d{{1,3}}({group}\d{{3}})*{fraction}(?!\d)", text)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_the_french_amount_reads_back_as_what_it_was(amount):
    text = amount_text(amount, "EUR", "fr").removesuffix("\u00a0€")
    plain = text.replace("\u202f", "").replace(",", ".").replace("\u2212", "-")
    assert Decimal(plain) == amount


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (9681, "9\u202f681", "9,681"),
        (-3, "\u22123", "\u22123"),
        (Decimal("82.43"), "82,43", "82.43"),
    ],
)
def test_a_number_is_grouped(number, french, english):
    assert number_text(number, "fr") == french
    assert number_text(number, "en") == english


def test_a_percentage_stands_off_its_sign_in_french_only():
    assert percent_text(Decimal("12.15"), "fr") == "12,15\u202f%"
    assert percent_text(Decimal("12.15"), "en") == "12.15%"


def test_a_near_day_needs_no_year():
    assert day_text(FRIDAY, "fr") == "ven. 21 nov."
    assert day_text(FRIDAY, "en") == "Fri 21 Nov"
    assert near_date_text(FRIDAY, date(2025, 1, 2), "fr") == "ven. 21 nov."
    assert near_date_text(FRIDAY, date(2026, 1, 2), "fr") == "21 nov. 2025"


def test_a_date_has_its_year_and_french_counts_the_first():
    assert date_text(date(2025, 5, 1), "fr") == "1er mai 2025"
    assert date_text(date(2025, 5, 1), "en") == "1 May 2025"
    assert date_text(date(2025, 2, 21), "fr") == "21 févr. 2025"


def test_a_time_of_day():
    assert time_text(time(8, 2), "fr") == "8\u00a0h\u00a002"
    assert time_text(time(8, 2), "en") == "08:02"


def test_an_age_is_short_to_read_and_whole_to_hear():
    assert days_text(47, "fr") == "47\u00a0j"
    assert days_text(47, "en") == "47\u00a0d"
    assert [spoken_days(n, "fr") for n in (0, 1, 47)] == ["0 jour", "1 jour", "47 jours"]
    assert [spoken_days(n, "en") for n in (0, 1, -3)] == ["0 days", "1 day", "minus 3 days"]


@pytest.mark.parametrize(
    ("amount", "currency", "french", "english"),
    [
        ("12400", "EUR", "12400 euros", "12400 euros"),
        ("12345.5", "EUR", "12345,50 euros", "12345.50 euros"),
        ("1", "EUR", "1 euro", "1 euro"),
        ("1.5", "EUR", "1,50 euro", "1.50 euros"),
        ("0", "EUR", "0 euro", "0 euros"),
        ("-2", "USD", "moins 2 dollars des États-Unis", "minus 2 US dollars"),
        ("7", "VES", "7 VES", "7 VES"),
    ],
)
def test_an_amount_can_be_heard(amount, currency, french, english):
    assert spoken_amount(Decimal(amount), currency, "fr") == french
    assert spoken_amount(Decimal(amount), currency, "en") == english


def test_a_date_can_be_heard():
    assert spoken_date(FRIDAY, "fr") == "vendredi 21 novembre 2025"
    assert spoken_date(FRIDAY, "en") == "Friday 21 November 2025"


def test_both_languages_name_the_same_currencies_months_and_days():
    assert CURRENCY_WORDS["fr"].keys() == CURRENCY_WORDS["en"].keys()
    assert set(CURRENCY_WORDS["fr"]) <= set(DECIMALS)
    for language in ("fr", "en"):
        assert len(MONTHS[language]) == len(MONTHS_SHORT[language]) == 12
        assert len(WEEKDAYS[language]) == len(WEEKDAYS_SHORT[language]) == 7
