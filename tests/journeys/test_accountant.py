"""An accountant loads a FEC at the console and finds the balance of account 411."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.imports.reading.fec_variants import BALANCE, BOOKS, COLUMNS, JOURNALS
from tests.journeys.deployment import Deployment, deployed

REAL = Path(__file__).parents[3] / "shared" / "data" / "fec" / "111111111FEC20221231.TXT"
NOTHING_CHANGED = {"added": 0, "changed": 0, "closed": 0, "refused": []}


@pytest.fixture(scope="module")
def deployment():
    with deployed() as deployment:
        yield deployment


def fec_of_the_books(deployment: Deployment) -> Path:
    """A small year, as most programs write it: tabs, commas in the amounts."""
    lines = []
    for line in BOOKS:
        debit, credit = max(line.cents, 0), max(-line.cents, 0)
        lines.append(
            "\t".join(
                (
                    *(line.journal, JOURNALS[line.journal], line.number, line.day),
                    *(line.account, f"Compte {line.account}", line.client, line.client),
                    *(line.ref, line.piece_day or line.day, line.label),
                    *(f"{cents // 100},{cents % 100:02}" for cents in (debit, credit)),
                    *(line.letter, line.letter_day, line.day, "", ""),
                )
            )
        )
    return deployment.write("732829320FEC20241231.txt", "\t".join(COLUMNS), *lines)


def owed(deployment: Deployment) -> str:
    """In the one currency; the parts must add up to the whole."""
    report = deployment.encours_json("report", "aging")
    if not report["currencies"]:
        return "0.00"
    (euros,) = report["currencies"]
    parts = [Decimal(bucket["amount"]) for bucket in euros["buckets"].values()]
    assert sum(parts) + Decimal(euros["unapplied"]) == Decimal(euros["outstanding"])
    outstanding: str = euros["outstanding"]
    return outstanding


def load_twice_and_undo(deployment: Deployment, fec: Path, balance: str) -> None:
    first = deployment.encours_json("import", "fec", fec)
    assert first["control_totals"][0]["amount"] == balance
    assert owed(deployment) == balance
    again = deployment.encours_json("import", "fec", fec)
    assert {name: again[name] for name in NOTHING_CHANGED} == NOTHING_CHANGED
    assert owed(deployment) == balance
    runs = deployment.encours_json("import", "list")
    for run in runs:
        if run["state"] == "applied":
            deployment.encours("import", "undo")
    assert owed(deployment) == "0.00"


def test_a_small_year_ties_to_411_twice_and_is_taken_back(deployment):
    load_twice_and_undo(deployment, fec_of_the_books(deployment), BALANCE)


def test_a_real_export_ties_to_411_twice_and_is_taken_back(deployment):
    if not REAL.exists():
        pytest.skip("the folder of real ledgers is not beside the checkout")
    load_twice_and_undo(deployment, REAL, "14416.52")
