"""The rates that penalties are counted at: the published ones, each with its source."""

import csv
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from shared.refusal import Refusal
from shared.rules.rates import (
    ECB_REFINANCING,
    LEGAL_BETWEEN_PROFESSIONALS,
    legal_rate,
    refinancing_rate,
)

REFERENCE = Path(__file__).parents[3].with_name("shared") / "data/reference"


def reference(name: str) -> list[dict[str, str]]:
    if not REFERENCE.parents[1].is_dir():
        pytest.skip("the folder of public data is not beside this checkout")
    with (REFERENCE / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_the_ecb_table_is_the_published_history():
    published: dict[date, Decimal] = {}
    for row in reference("ecb_mro_rate.csv"):
        pct = Decimal(row["mro_percent"])
        if pct not in list(published.values())[-1:]:  # a change of tender is no change of rate
            published[date.fromisoformat(row["effective_from"])] = pct
    assert {rate.from_on: rate.pct for rate in ECB_REFINANCING} == published


def test_the_default_rate_of_each_half_year_is_the_published_one():
    for row in reference("fr_late_penalty_default_rate_by_semester.csv"):
        if "if" in row["mro_on_first_day"]:
            continue  # not known yet
        year, half = row["semester"].split("-S")
        rate = refinancing_rate(date(int(year), 1 if half == "1" else 7, 1))
        assert not isinstance(rate, Refusal)
        assert rate.pct + 10 == Decimal(row["mro_plus_10"])


def test_the_legal_rate_table_is_the_published_one():
    published = {}
    for row in reference("fr_legal_interest_rate.csv"):
        year, half = row["semester"].split("-S")
        published[date(int(year), 1 if half == "1" else 7, 1)] = Decimal(
            row["professionnels_percent"]
        )
    for rate in LEGAL_BETWEEN_PROFESSIONALS:
        assert published[rate.from_on] == rate.pct


def test_a_legal_rate_not_yet_set_is_unknown_rather_than_carried_on():
    assert isinstance(legal_rate(date.fromisoformat("2027-03-01")), Refusal)
    assert isinstance(legal_rate(date.fromisoformat("2019-03-01")), Refusal)
    assert legal_rate(date.fromisoformat("2024-12-31")) == legal_rate(
        date.fromisoformat("2024-07-01")
    )


@pytest.mark.parametrize("table", [ECB_REFINANCING, LEGAL_BETWEEN_PROFESSIONALS])
def test_rates_stand_in_order_of_date_each_with_its_source(table):
    assert all(a.from_on < b.from_on for a, b in pairwise(table))
    assert all(rate.source for rate in table)
    assert not table[-1].confirmed
