"""`encours import …`, as it is typed: real ledgers, exit codes, JSON."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest

from backend.database.engine import Engine
from backend.database.transaction import fetch_all, fetch_value
from backend.settings import Settings
from tests.imports.accounting_year import Year
from tests.imports.reading.hostile import with_a_huge_attribute

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]
OPEN = "SELECT count(*) FROM document WHERE residual <> 0"
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


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def encours(database: Engine, settings: Settings):
    """`await encours("fec", path, "--json")`: what the command answers, on this database."""

    async def run(*arguments: str | Path, **environment: str) -> Answer:
        kept = {name: value for name, value in os.environ.items() if "ENCOURS" not in name}
        env = kept | {
            "ENCOURS_DATA": str(settings.data),
            "DATABASE_URL": settings.database_url or "",
            "ENCOURS_LANGUAGE": "en",
            **environment,
        }
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "backend.cli", "import", *map(str, arguments)],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


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


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


HEADER = "Client;Nom;Numéro;Date;Échéance;Montant"


async def test_what_stays_ambiguous_is_asked_and_settled_by_its_option(encours, tmp_path):
    file = written(tmp_path / "a.csv", HEADER, "C1;Un;F1;03/04/2024;05/06/2024;10,00")
    asked = await encours("open-items", file, "--json")
    assert asked.code == 3
    assert asked.json["question"]["option"] == "--date-order"
    assert "--date-order" in asked.err
    settled = await encours("open-items", file, "--date-order", "dmy")
    assert settled.code == 0
    assert await fetch_value("SELECT issued_on FROM document") == date(2024, 4, 3)


async def test_a_preset_remembers_columns(encours, tmp_path):
    file = written(tmp_path / "b.csv", "K;N;Z;D;M", "C1;Un;F1;2026-05-01;10.00")
    options = [f"--map={name}" for name in ("client_code=K", "number=Z", "issued_on=D", "amount=M")]
    first = await encours("open-items", file, *options, "--save-preset", "compta")
    assert first.code == 0, first.err
    again = await encours("open-items", file, "--preset", "compta", "--json")
    assert (again.code, again.json["added"]) == (0, 0)
    unknown = await encours("open-items", file, "--preset", "autre")
    assert (unknown.code, unknown.err.strip()) == (
        1,
        "There is no preset “autre” for open-items.",
    )


async def test_exit_codes_sentences_and_the_listing(encours, tmp_path):
    absent = await encours("open-items", tmp_path / "absent.csv")
    assert absent.code == 2
    assert "There is no file absent.csv." in absent.err
    file = written(
        tmp_path / "c.csv", HEADER, "C1;Un;F1;2026-05-01;;oops", "C1;Un;F2;2026-05-01;;1"
    )
    refused = await encours("open-items", file)
    assert refused.code == 2
    assert "line 2:" in refused.err
    assert "Nothing was applied." in refused.err
    skipped = await encours("open-items", file, "--skip-refused")
    assert skipped.code == 0
    assert "1 added, 0 changed, 0 closed" in skipped.out
    listed = await encours("list", "--json")
    assert [run["state"] for run in listed.json] == ["applied"]
    assert len(listed.json[0]["fingerprint"]) == 64
    undone = await encours("undo")
    assert (undone.code, await fetch_value("SELECT count(*) FROM document")) == (0, 0)
    nothing = await encours("undo")
    assert (nothing.code, nothing.err.strip()) == (1, "No import has been applied.")


async def test_a_person_reads_it_in_the_language_of_the_deployment(encours, tmp_path):
    file = written(
        tmp_path / "c.csv", HEADER, "C1;Un;F1;2026-05-01;;oops", "C1;Un;F2;2026-05-01;;1"
    )
    refused = await encours("open-items", file, ENCOURS_LANGUAGE="fr")
    assert refused.code == 2
    assert "ligne 2 :" in refused.err
    assert "Rien n’a été appliqué." in refused.err
    skipped = await encours("open-items", file, "--skip-refused", ENCOURS_LANGUAGE="fr")
    assert "Appliqué : 1 ajout, 0 modification, 0 soldée." in skipped.out
    assert "Annulé : open-items c.csv." in (await encours("undo", ENCOURS_LANGUAGE="fr")).out
    nothing = await encours("undo", ENCOURS_LANGUAGE="fr")
    assert nothing.code == 1
    assert "import" in nothing.err
    assert "No import" not in nothing.err


async def test_an_accounting_export_cannot_skip_lines(encours, shared_data):
    file = shared_data / "fec" / "malformed" / "sample_fec_bijouterie.txt"
    answer = await encours("fec", file, "--skip-refused")
    assert answer.code == 1
    assert "taken whole or not at all" in answer.err


async def test_matches_are_shown_then_applied_when_accepted(encours, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00").paid("20250420", "C1", "F1", "100,00")
    shown = await encours("fec", year.written())
    assert "1 match proposed, 100.00 EUR: only shown: --accept-matches applies them." in shown.out
    assert "C1: F1 of 2025-03-10 by F1 of 2025-04-20, 100.00 (one reference)" in shown.out
    previewed = await encours("fec", year.path, "--accept-matches", "--dry-run", "--json")
    assert previewed.json["matches"]["accepted"]
    assert await fetch_value("SELECT count(*) FROM allocation") == 0
    accepted = await encours("fec", year.path, "--accept-matches")
    assert "1 match proposed, 100.00 EUR: applied." in accepted.out
    assert await fetch_value("SELECT sum(residual) FROM document") == 0
    other = await encours("open-items", year.path, "--accept-matches")
    assert other.code == 2
    assert "unrecognized arguments: --accept-matches" in other.err


async def test_a_day_given_with_a_client_file_is_told_to_be_left_out(encours, tmp_path):
    file = written(tmp_path / "clients.csv", "Client;Nom", "C1;Un")
    answer = await encours("clients", file, "--as-of", "2026-01-31")
    assert answer.code == 0
    assert "the day given (2026-01-31) was left out" in answer.err
    silent = await encours("clients", file)
    assert "left out" not in silent.err


async def test_an_empty_header_leaves_a_field_out(encours, tmp_path):
    file = written(tmp_path / "e.csv", HEADER, "C1;Un;F1;2026-05-01;2026-05-20;10.00")
    answer = await encours("open-items", file, "--map", "due_on=")
    assert answer.code == 0
    assert "1 document has no due date" in answer.err


async def test_a_workbook_made_to_fill_the_memory_is_refused(encours, tmp_path):
    answer = await encours("open-items", with_a_huge_attribute(tmp_path))
    assert answer.code == 2
    assert "an element of more than 1 MB" in answer.err


async def test_a_workbook_is_read_as_a_file_of_text_is(encours, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER.split(";"))
    sheet.append(["0012", "Un", "F1", date(2026, 5, 1), date(2026, 6, 1), 10.1])
    book.save(tmp_path / "d.xlsx")
    answer = await encours("open-items", tmp_path / "d.xlsx", "--json")
    assert answer.code == 0, answer.err
    rows = await fetch_all(
        "SELECT c.code, d.amount FROM document d JOIN client c ON c.id = d.client"
    )
    assert [tuple(one) for one in rows] == [("0012", Decimal("10.10"))]
