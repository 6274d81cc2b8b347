from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import get_args

import flet as ft
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobile.components import ages, words
from mobile.palette import LIGHT
from shared.contract.receivables import BucketName
from tests.mobile.invented import HELD, TODAY, nothing
from tests.mobile.looks import BIG, EN, EUR, FR, phone_showing
from tests.mobile.tree import shown

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("look", "amount", "currency", "parts"),
    [
        (FR, "12345.50", "EUR", ["12\u202f345", ",50\u00a0€"]),
        (EN, "12345.50", "EUR", ["€12,345", ".50"]),
        (FR, "-0.01", "EUR", ["−0", ",01\u00a0€"]),
        (FR, "1200", "JPY", ["1\u202f200", "\u00a0JPY"]),
        (EN, "1200", "JPY", ["¥1,200", ""]),
        (FR, "1.250", "TND", ["1", ",250\u00a0TND"]),
    ],
)
def test_a_figure_is_cut_where_its_cents_begin(look, amount, currency, parts):
    made = words.figure(look, Decimal(amount), currency)
    assert [span.text for span in made.spans or []] == parts
    assert shown(made) == look.amount(Decimal(amount), currency)


def test_a_figure_is_read_as_one_phrase():
    assert words.figure(FR, Decimal("12345.50"), EUR).semantics_label == "12345,50 euros"


def test_cents_are_smaller_and_lighter_than_the_units():
    units, cents = words.figure(FR, Decimal("12.30"), EUR).spans or []
    assert units.style
    assert cents.style
    assert (cents.style.size or 0) < (units.style.size or 0)
    assert cents.style.color != units.style.color


def test_an_amount_of_a_column_is_right_aligned_until_text_is_big():
    assert words.amount(FR, Decimal(1), EUR).text_align == ft.TextAlign.RIGHT
    assert words.amount(BIG, Decimal(1), EUR).text_align == ft.TextAlign.START


def test_days_in_sentences_do_not_break_over_two_lines():
    assert FR.day(date(2025, 11, 28), TODAY) == "ven.\u00a028\u00a0nov."
    assert FR.short_day(date(2025, 8, 6), TODAY) == "6\u00a0août"
    assert FR.short_day(date(2024, 8, 6), TODAY) == "6\u00a0août\u00a02024"


def test_an_instant_of_today_is_told_by_its_time_alone():
    at = datetime(2025, 11, 21, 8, 12, tzinfo=UTC)
    assert FR.moment(at, TODAY) == "8\u00a0h\u00a012"
    assert EN.moment(at, date(2025, 11, 22)) == "Fri\u00a021\u00a0Nov, 08:12"


@pytest.mark.parametrize(
    ("days", "bucket"),
    [(-9, 0), (0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (91, 4), (120, 4), (121, 5)],
)
def test_a_day_late_falls_in_its_bucket(days, bucket):
    assert ages.bucket_of(days) == bucket


@given(st.integers(-10_000, 10_000))
def test_buckets_never_go_back_as_days_pass(days):
    assert ages.bucket_of(days) <= ages.bucket_of(days + 1) < len(ages.BUCKETS)


def test_an_age_says_its_days_and_shows_the_colour_of_its_bucket():
    made = ages.age(FR, 47)
    assert shown(made) == "■\u00a047\u00a0j"
    assert made.semantics_label == "47 jours"
    assert made.spans
    assert made.spans[0].style
    assert made.spans[0].style.color == LIGHT.age[2]


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "0"),
        ("99999.49", "99\u202f999"),
        ("184310.20", "184\u00a0k"),
        ("1251157.30", "1,3\u00a0M"),
        ("1949999.99", "1,9\u00a0M"),
    ],
)
def test_a_figure_that_must_fit_a_sixth_of_a_phone_is_shortened(amount, said):
    assert ages.short_figure(Decimal(amount), FR) == said


async def test_each_bucket_is_a_button_that_says_its_exact_amount():
    tapped: list[BucketName] = []
    async with phone_showing(partial(ages.ageing, FR, HELD, EUR, tapped.append)) as phone:
        assert phone.spoken("ageing-31-60") == ["échu de 31 à 60\u00a0jours\u00a0: 8400 euros"]
        for name in get_args(BucketName):
            await phone.tap("ageing-" + name.replace(">", "over-"))
    assert tapped == list(get_args(BucketName))


async def test_the_bar_shows_only_buckets_that_hold_something_each_wide_enough_to_see():
    held = HELD | {">120": Decimal("0.01")}
    async with phone_showing(partial(ages.ageing, FR, held, EUR, nothing)) as phone:
        bar = phone.all(ft.Row, phone.find("ageing-bar"))[0]
    shares = [part.expand for part in bar.controls]
    assert len(shares) == 4
    assert min(shares) == ages.FLOOR_THOUSANDTHS


async def test_a_client_who_owes_nothing_has_an_empty_bar():
    nought = dict.fromkeys(ages.BUCKETS, Decimal(0))
    async with phone_showing(partial(ages.ageing, FR, nought, EUR, nothing)) as phone:
        assert phone.all(ft.Row, phone.find("ageing-bar"))[0].controls == []


async def test_when_text_is_big_the_buckets_are_lines_with_amounts_in_full():
    async with phone_showing(partial(ages.ageing, BIG, HELD, EUR, nothing)) as phone:
        assert phone.texts("ageing-not_due") == ["À échoir", "30\u202f570,00\u00a0€"]
        assert "ageing-over-120" not in phone.identifiers()


@pytest.mark.parametrize("share", [-1, 0, 0.5, 1, 7])
def test_a_meter_never_overflows(share):
    inside = ages.meter(share, LIGHT.watch).content
    assert isinstance(inside, ft.Row)
    assert 1 <= sum(int(part.expand or 0) for part in inside.controls) <= 100
