"""`encours import …`, as it is typed: real ledgers, exit codes, JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from backend.database.transaction import fetch_all, fetch_value
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
