"""`encours import …` on the ledgers and the accounting exports of real programs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import fetch_all, fetch_value

pytestmark = pytest.mark.anyio
OUTSTANDING = (
    "SELECT (SELECT coalesce(sum(residual), 0) FROM document)"
    " - (SELECT coalesce(sum(unapplied), 0) FROM payment)"
)
AS_OF_PAST = """
  SELECT count(*) AS documents, sum(due) AS amount, count(*) FILTER (WHERE due_on >= $1) AS later,
    sum(due) FILTER (WHERE due_on >= $1) AS not_due
  FROM (SELECT d.due_on, d.amount - coalesce((SELECT sum(a.amount) FROM allocation a
          WHERE a.debit_document = d.id AND a.value_on <= $1), 0) AS due
        FROM document d WHERE d.issued_on <= $1) x WHERE due <> 0"""


async def test_the_open_items_of_a_real_ledger(encours, shared_data):
    file = shared_data / "ledgers" / "open-items.csv"
    options = ("--currency", "USD", "--as-of", "2020-04-30", "--json")
    previewed = await encours("open-items", file, *options, "--dry-run")
    assert (previewed.code, previewed.json["added"]) == (0, 9681)
    assert await fetch_value("SELECT count(*) FROM document") == 0
    applied = await encours("open-items", file, *options)
    assert applied.code == 0
    told = applied.json
    assert (told["added"], told["changed"], told["closed"], told["refused"]) == (9681, 0, 0, [])
    assert told["control_totals"] == [{"currency": "USD", "amount": "310427859.02"}]
    assert await fetch_value("SELECT count(*) FROM client") == 694
    assert await fetch_value("SELECT count(*) FROM company") == 1
    assert await fetch_value("SELECT sum(residual) FROM document") == Decimal("310427859.02")
    buckets = await fetch_all(
        "SELECT width_bucket('2020-04-30'::date - due_on, ARRAY[1, 31, 61, 91]) AS bucket,"
        " count(*), sum(residual) FROM document GROUP BY 1 ORDER BY 1"
    )
    assert [tuple(row) for row in buckets] == [
        (0, 3063, Decimal("92720203.39")),
        (1, 4384, Decimal("147162702.53")),
        (2, 2225, Decimal("70436393.50")),
        (3, 9, Decimal("108559.60")),
    ]
    assert await fetch_value("SELECT count(*) FROM document WHERE number = '2960623488'") == 1
    again = await encours("open-items", file, *options)
    assert (again.json["added"], again.json["changed"], again.json["closed"]) == (0, 0, 0)


async def test_the_history_of_a_real_ledger(encours, shared_data):
    answer = await encours("history", shared_data / "ledgers" / "late-payment-history.csv")
    assert answer.code == 0, answer.err
    assert await fetch_value("SELECT count(*) FROM document") == 2466
    assert await fetch_value("SELECT count(*) FROM client") == 100
    assert await fetch_value(OUTSTANDING) == 0
    row = (await fetch_all(AS_OF_PAST, date(2013, 6, 30)))[0]
    assert tuple(row) == (84, Decimal("5119.85"), 72, Decimal("4284.29"))
    late = await fetch_value("SELECT sum(greatest(0, last_settled_on - due_on)) FROM document")
    assert late == sum_of_days_late(shared_data)


def sum_of_days_late(folder: Path) -> int:
    lines = (folder / "ledgers" / "late-payment-history.csv").read_text().splitlines()
    return sum(int(line.rpartition(",")[2]) for line in lines[1:] if line)


@pytest.mark.parametrize(
    ("name", "clients", "balance"),
    [
        ("111111111FEC20221231.TXT", 34, "14416.52"),
        ("000000000FEC20231231.txt", 4, "27771.70"),
        ("123456789FEC20500930.txt", 1, "128200.50"),
        ("malformed/FEC-previous.csv", 1, "5.00"),
    ],
)
async def test_real_accounting_exports_tie_to_account_411(
    encours, shared_data, name, clients, balance
):
    answer = await encours("fec", shared_data / "fec" / name, "--json")
    assert answer.code == 0, answer.err
    total = answer.json["control_totals"][0]
    assert (total["account"], total["amount"]) == ("411", balance)
    assert await fetch_value("SELECT count(*) FROM client") == clients
    assert await fetch_value(OUTSTANDING) == Decimal(balance)
    again = await encours("fec", shared_data / "fec" / name, "--json")
    assert (again.json["added"], again.json["changed"], again.json["closed"]) == (0, 0, 0)


async def test_lettered_groups_are_closed(encours, shared_data):
    await encours("fec", shared_data / "fec" / "111111111FEC20221231.TXT")
    lines = await fetch_value(
        "SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM payment)"
    )
    still_open = await fetch_value(
        "SELECT (SELECT count(*) FROM document WHERE residual <> 0)"
        " + (SELECT count(*) FROM payment WHERE unapplied <> 0)"
    )
    assert (lines, still_open) == (151, 34)


async def test_malformed_exports_are_refused_with_lines_and_reasons(encours, shared_data):
    folder = shared_data / "fec" / "malformed"
    jewels = await encours("fec", folder / "sample_fec_bijouterie.txt", "--json")
    assert jewels.code == 2
    reasons = {(one["line"], one["reason"].split("(")[0].strip()) for one in jewels.json["refused"]}
    assert (44, "The line has more fields than the header") in reasons
    assert any("does not balance" in one["reason"] for one in jewels.json["refused"])
    for name, missing in (
        ("fec-corrected-2024.txt", "JournalLib"),
        ("fec-simple-realistic-2024.txt", "JournalLib"),
    ):
        answer = await encours("fec", folder / name, "--json")
        assert answer.code == 2
        assert any(missing in one["reason"] for one in answer.json["refused"]), name
    for name in ("fec-complete-test-2024.txt", "test-import-2024.txt"):
        dashed = await encours("fec", folder / name, "--json")
        assert dashed.code == 2
        first = dashed.json["refused"][0]
        assert first["line"] == 2
        assert "2024-01-" in first["reason"]
    assert await fetch_value("SELECT count(*) FROM document") == 0
    assert await fetch_value("SELECT count(*) FROM import_run") == 0


async def test_a_bad_lettering_date_is_told_with_its_lines(encours, shared_data):
    answer = await encours("fec", shared_data / "fec" / "malformed" / "FEC.csv", "--json")
    assert answer.code == 0
    assert await fetch_value(OUTSTANDING) == Decimal("15.00")
    (warning,) = [one for one in answer.json["warnings"] if "DateLet" in one]
    assert "lines 7, 9" in warning


async def test_an_accounting_export_cannot_skip_lines(encours, shared_data):
    file = shared_data / "fec" / "malformed" / "sample_fec_bijouterie.txt"
    answer = await encours("fec", file, "--skip-refused")
    assert answer.code == 1
    assert "taken whole or not at all" in answer.err
