"""Whose an item of an open-item file is, and what of the file is taken over as it stands."""

from __future__ import annotations

from datetime import date

import pytest

from backend.database.transaction import fetch_all, fetch_value
from tests.imports.conftest import Load, open_now

pytestmark = pytest.mark.anyio
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 31)
A = "C1;Alpha;F1;2026-05-01;2026-06-01;100.00"
B = "C1;Alpha;F2;2026-05-02;2026-06-02;200.00"
C = "C2;Beta;F3;2026-05-03;2026-06-03;300.00"
D = "C2;Beta;F4;2026-05-04;2026-06-04;400.00"
E = "C3;Gamma;F5;2026-05-05;2026-06-05;500.00"
F = "C3;Gamma;F6;2026-05-06;2026-06-06;600.00"
ALL = (A, B, C, D, E, F)


async def test_instalments_of_one_number_are_documents_of_their_own(load: Load):
    parts = tuple(f"C1;Alpha;F1;2026-05-01;2026-0{month}-01;50.00" for month in (6, 7, 8))
    others = tuple(f"C9;Nu;X{n};2026-05-01;2026-06-01;10.00" for n in range(9))
    assert (await load("open-items", (*parts, *others), as_of=JUNE)).added == 12
    again = await load("open-items", (*parts, *others), as_of=JUNE)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    # The first is paid: it closes, and the others stay who they are.
    paid = await load("open-items", (*parts[1:], *others), as_of=JULY)
    assert (paid.added, paid.changed, paid.closed) == (0, 0, 1)
    rows = await fetch_all(
        "SELECT due_on FROM document WHERE number = 'F1' AND residual <> 0 ORDER BY 1"
    )
    assert [row["due_on"].month for row in rows] == [7, 8]


async def test_genuine_twins_are_two_documents(load: Load):
    twins = (A, A, *ALL[1:])
    assert (await load("open-items", twins, as_of=JUNE)).added == 7
    assert (await load("open-items", twins, as_of=JUNE)).added == 0
    one_paid = await load("open-items", ALL, as_of=JULY)
    assert (one_paid.added, one_paid.changed, one_paid.closed) == (0, 0, 1)


async def test_a_number_used_again_another_year_is_another_document(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    again = "C1;Alpha;F1;2026-11-01;2026-12-01;75.00"
    result = await load("open-items", (again, *ALL[1:]), as_of=date(2026, 11, 20))
    assert (result.added, result.closed) == (1, 1)
    assert (await open_now())["F1"] == "75.00"


async def test_leading_zeros_make_another_client(load: Load):
    rows = ("0012;Alpha;F1;2026-05-01;2026-06-01;1.00", "12;Alpha;F1;2026-05-01;2026-06-01;2.00")
    result = await load("open-items", rows, as_of=JUNE)
    assert await fetch_value("SELECT count(*) FROM client") == 2
    assert "codes-differ-by-zeros" in [warning.code for warning in result.warnings]
    later = await load("open-items", (*rows, "00012;A;F9;2026-05-01;2026-06-01;1.00"), as_of=JUNE)
    assert "codes-differ-from-ours-by-zeros" in [warning.code for warning in later.warnings]


async def test_a_client_is_its_code_and_takes_its_commonest_name(load: Load):
    rows = (
        "C1;Alfa;F1;2026-05-01;2026-06-01;1.00",
        "C1;Alpha SA;F2;2026-05-01;2026-06-01;1.00",
        "C1;Alpha SA;F3;2026-05-01;2026-06-01;1.00",
    )
    result = await load("open-items", rows, as_of=JUNE)
    assert await fetch_value("SELECT name FROM client") == "Alpha SA"
    assert "several-names-for-a-code" in [warning.code for warning in result.warnings]


async def test_a_missing_due_date_is_estimated_from_the_clients_terms(load: Load):
    await load("open-items", ("C1;Alpha;F0;2026-05-01;2026-06-01;1.00",), as_of=JUNE)
    await load("clients", ("C1;Alpha;;;;45 jours fin de mois;;",))
    rows = (
        "C1;Alpha;F0;2026-05-01;2026-06-01;1.00",
        "C1;Alpha;F1;2026-05-10;;100.00",
        "C2;Beta;F2;2026-05-10;;100.00",
    )
    result = await load("open-items", rows, as_of=JUNE)
    assert "due-dates-estimated" in [warning.code for warning in result.warnings]
    found = await fetch_all("SELECT due_on, due_estimated FROM document ORDER BY number")
    assert [tuple(row) for row in found] == [
        (date(2026, 6, 1), False),
        (date(2026, 6, 30), True),
        (date(2026, 6, 9), True),
    ]


async def test_several_companies_are_never_guessed(load: Load):
    await load("open-items", ALL, as_of=JUNE, company="FR01")
    other = tuple(row.replace("C", "D", 1) for row in ALL)
    await load("open-items", other, as_of=JUNE, company="FR02")
    asked = await load("open-items", ALL, as_of=JULY)
    assert asked.end == "question"
    assert asked.question is not None
    assert (asked.question.option, asked.question.choices) == ("--company", ("FR01", "FR02"))


async def test_only_the_company_that_the_file_speaks_of_is_closed(load: Load):
    await load("open-items", ALL, as_of=JUNE, company="FR01")
    await load("open-items", ALL, as_of=JUNE, company="FR02")
    result = await load("open-items", ALL[1:], as_of=JULY, company="FR02")
    assert result.closed == 1
    assert await fetch_value("SELECT count(*) FROM document WHERE residual <> 0") == 11


async def test_only_the_branches_that_the_file_speaks_of_are_closed(load: Load, tmp_path):
    def of(*branches: str, left_out: str = "") -> object:
        path = tmp_path / f"{'-'.join(branches)}{left_out}.csv"
        lines = ["Branch;Client;Name;Number;Issue date;Due date;Amount"]
        lines += [
            f"{branch};{branch}{n};N;F{branch}{n};2026-05-01;2026-06-01;10.00"
            for branch in branches
            for n in range(6)
            if f"F{branch}{n}" != left_out
        ]
        path.write_text("\n".join(lines) + "\n")
        return path

    await load("open-items", of("LYO", "NTE"), as_of=JUNE)
    result = await load("open-items", of("LYO", left_out="FLYO0"), as_of=JULY)
    assert result.closed == 1
    assert await fetch_value("SELECT count(*) FROM document WHERE residual <> 0") == 11
    # A branch that was not spoken of may still send an older day's file.
    older = await load("open-items", of("NTE"), as_of=date(2026, 7, 15))
    assert older.end == "applied"


async def test_currencies_stay_side_by_side(load: Load, tmp_path):
    path = tmp_path / "currencies.csv"
    path.write_text(
        "Client;Name;Number;Issue date;Due date;Amount;Currency\n"
        "C1;Alpha;F1;2026-05-01;2026-06-01;10.00;EUR\n"
        "C1;Alpha;F2;2026-05-01;2026-06-01;1000;JPY\n"
        "C1;Alpha;F3;2026-05-01;2026-06-01;1.234;TND\n"
    )
    result = await load("open-items", path, as_of=JUNE)
    assert [(total.currency, f"{total.amount}") for total in result.control_totals] == [
        ("EUR", "10.00"),
        ("JPY", "1000"),
        ("TND", "1.234"),
    ]


async def test_a_line_left_out_closes_no_item(load: Load):
    await load("open-items", ALL, as_of=JUNE)
    unreadable = A.replace("2026-05-01", "soon")
    result = await load("open-items", (unreadable, *ALL[1:]), as_of=JULY, skip_refused=True)
    assert (result.end, result.closed) == ("applied", 0)
    assert "closing-held" in [warning.code for warning in result.warnings]
    assert len(await open_now()) == 6


async def test_a_number_too_long_to_keep_is_a_refused_line(load: Load):
    result = await load("open-items", (A, A.replace("F1", "F" * 150)), as_of=JUNE)
    assert [(one.line, one.finding.code) for one in result.refused] == [(3, "too-long")]


async def test_a_long_label_is_cut(load: Load, tmp_path):
    path = tmp_path / "labels.csv"
    path.write_text(
        "Client;Name;Number;Issue date;Due date;Amount;Label\n"
        f"C1;Alpha;F1;2026-05-01;2026-06-01;10.00;{'x' * 400}\n"
    )
    await load("open-items", path, as_of=JUNE)
    assert await fetch_value("SELECT char_length(label) FROM document") == 300
    assert (await load("open-items", path, as_of=JUNE)).changed == 0
