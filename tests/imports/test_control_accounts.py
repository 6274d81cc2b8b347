"""Client accounts beside 411: each with its own figure, and no part of what is owed."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from backend.commands.import_outcome import print_json, print_text
from backend.imports.judging import outcome_kept
from backend.imports.telling import outcome_told
from tests.imports.accounting_year import Year, outstanding
from tests.imports.conftest import Load

pytestmark = pytest.mark.anyio

AMOUNTS = {"41600000": "500,00", "41300000": "40,00", "41810000": "7,00", "41910000": "-30,00"}


def with_every_account(folder: Path) -> Path:
    year = Year(folder, 2025).sale("20250310", "C1", "F1", "100,00")
    for account, amount in AMOUNTS.items():
        year.number += 1
        debit, credit = (amount, "0,00") if amount[0] != "-" else ("0,00", amount[1:])
        head = f"OD|Divers|{year.number}|20250701"
        tail = f"P{year.number}|20250701|Divers"
        year.rows += [
            f"{head}|{account}|Clients|C9|Client 9|{tail}|{debit}|{credit}|||20250701||",
            f"{head}|65400000|Autres|||{tail}|{credit}|{debit}|||20250701||",
        ]
    return year.written()


async def test_each_account_is_told_by_its_number_name_and_amount(load: Load, tmp_path):
    result = await load("fec", with_every_account(tmp_path))
    told = outcome_told(outcome_kept(result), "fr").control_totals
    assert [(one.account, one.label, one.amount, one.currency) for one in told] == [
        ("411", "Clients", Decimal("100.00"), "EUR"),
        ("413", "Clients, effets à recevoir", Decimal("40.00"), "EUR"),
        ("416", "Clients douteux ou litigieux", Decimal("500.00"), "EUR"),
        ("418", "Clients, produits non encore facturés", Decimal("7.00"), "EUR"),
        ("4191", "Clients, avances et acomptes reçus", Decimal("-30.00"), "EUR"),
    ]
    assert await outstanding() == Decimal("100.00")


async def test_the_command_tells_them_one_to_a_line(load: Load, tmp_path, capsys):
    result = await load("fec", with_every_account(tmp_path), apply=False)
    print_text(result, "en")
    said = capsys.readouterr().out.splitlines()
    assert "Control total 411 Clients: 100.00 EUR" in said
    assert "Control total 416 Doubtful clients: 500.00 EUR (no part of the outstanding)" in said
    print_json(result)
    totals = json.loads(capsys.readouterr().out)["control_totals"]
    assert {one["account"]: one["amount"] for one in totals} == {
        "411": "100.00",
        "413": "40.00",
        "416": "500.00",
        "418": "7.00",
        "4191": "-30.00",
    }
