"""What a written amount is, and which mark is the decimal one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.imports.reading.amounts import AmountColumn, AmountReader, currency_written
from backend.imports.reading.unreadable import Unreadable

cents = st.integers(-(10**11), 10**11)
groups = st.sampled_from(["", " ", "\u00a0", "\u202f", "'", "’"])
dressings = st.sampled_from(["{}", "{} €", "€{}", "EUR {}", "{} EUR", " {} "])


def _written(value: int, mark: str, group: str, sign: str) -> str:
    units = f"{abs(value) // 100:,}".replace(",", group)
    text = f"{units}{mark}{abs(value) % 100:02d}"
    return sign.format(text) if value < 0 else text


@given(
    cents,
    st.sampled_from([",", "."]),
    groups,
    dressings,
    st.sampled_from(["-{}", "{}-", "({})", "−{}", "{} CR"]),
)
def test_an_amount_is_read_back_as_it_was_dressed(value, mark, group, dressing, sign):
    text = dressing.format(_written(value, mark, group, sign))
    reader = AmountReader("comma" if mark == "," else "point")

    assert reader.read(text) == Decimal(value) / 100


@given(cents)
def test_thousands_parted_by_the_other_mark_are_read(value):
    text = f"{Decimal(value) / 100:,.2f}"
    french = text.translate(str.maketrans(",.", ".,"))

    assert AmountReader("point").read(text) == Decimal(value) / 100
    assert AmountReader("comma").read(french) == Decimal(value) / 100


@given(st.lists(cents, min_size=1, max_size=30), st.sampled_from(["comma", "point"]))
def test_a_column_read_at_once_is_what_its_cells_are_one_by_one(values, mark):
    sign = "," if mark == "comma" else "."
    texts = [_written(value, sign, "", "-{}") for value in values]
    reader = AmountReader(mark)

    assert reader.read_all([*texts, "", "x"])[:-1] == [*map(reader.read, texts), None]
    assert reader.read_all(texts) == [Decimal(value) / 100 for value in values]


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("2309.7899999999995", "point", "2309.7899999999995"),
        ("1.5E+03", "point", "1500"),
        ("0000000074,70", "comma", "74.70"),
        ("1,00,000.00", "point", "100000"),
        ("D 12", "point", "12"),
        ("-", "point", "0"),
        (",5", "comma", "0.5"),
    ],
)
def test_other_ways_of_writing_an_amount(text, mark, value):
    assert AmountReader(mark).read(text) == Decimal(value)


@pytest.mark.parametrize("text", ["abc", "12%", "1.2.3,4", "0,125", "12,34,5", "1 EUR 2", "NaN"])
def test_what_is_no_amount_is_unreadable(text):
    assert isinstance(AmountReader("point").read(text), Unreadable)


@pytest.mark.parametrize(("text", "code"), [("12,5 €", "EUR"), ("US$ 5", "USD"), ("12", None)])
def test_a_currency_beside_an_amount_is_noticed(text, code):
    assert currency_written(text) == code


def _column(*texts: str) -> AmountColumn:
    column = AmountColumn()
    for text in texts:
        column.see([text])
    return column


@pytest.mark.parametrize(
    ("proof", "mark"),
    [
        ("12,5", "comma"),
        ("1234,567", "comma"),
        ("0,125", "comma"),
        ("1.234,567", "comma"),
        ("1 234,567", "comma"),
        ("1.234.567", "comma"),
        ("12.5", "point"),
        ("1,234,567", "point"),
        ("1,234.567", "point"),
    ],
)
def test_one_amount_that_can_be_read_one_way_decides(proof, mark):
    assert _column(*["1.234", "1,234"] * 20, proof).decides() == mark


def test_a_column_of_nothing_but_1234_with_a_mark_is_undecided():
    column = _column("1.234", "5.678", "999")

    assert column.is_undecided
    assert column.undecided == "1.234"


def test_whole_numbers_need_no_decision():
    assert not _column("1234", "-5", "0").is_undecided
