"""What a run asks or tells over HTTP before it is applied: dates, columns, matches, closings."""

from __future__ import annotations

import pytest

from backend.database.transaction import fetch_value
from tests.imports.accounting_year import Year
from tests.imports.over_http import AMBIGUOUS, FILE, apply, send, settled

pytestmark = pytest.mark.anyio


async def test_a_question_is_answered_with_options(accountant):
    asked = await send(accountant, AMBIGUOUS, as_of="2026-06-30")
    assert asked["state"] == "question"
    assert asked["question"]["option"] == "--date-order"
    assert asked["question"]["choices"] == ["dmy", "mdy"]
    assert "jour" in asked["question"]["detail"]
    answer = await accountant.post(
        f"/api/imports/{asked['id']}/options", json={"as_of": "2026-06-30", "date_order": "dmy"}
    )
    assert answer.status_code == 202
    assert (await settled(accountant, asked["id"]))["state"] == "previewed"


async def test_a_run_tells_the_files_columns_and_what_can_be_mapped(accountant):
    run = await send(accountant, FILE.replace("Name", "Motif"), as_of="2026-06-30")
    assert run["file_columns"][1] == {"header": "Motif", "samples": ["Alpha", "Beta"]}
    fields = {one["name"]: one for one in run["fields"]}
    assert fields["number"] == {
        "name": "number",
        "label": "Numéro",
        "is_required": True,
        "header": "Number",
    }
    assert fields["label"]["header"] is None
    answer = await accountant.post(
        f"/api/imports/{run['id']}/options",
        json={"as_of": "2026-06-30", "columns": {"label": "Motif", "due_on": ""}},
    )
    assert answer.status_code == 202
    again = await settled(accountant, run["id"])
    assert again["columns"]["label"] == "Motif"
    assert "due_on" not in again["columns"]
    (listed,) = (await accountant.get("/api/imports")).json()["items"]
    assert (listed["file_columns"], listed["fields"]) == ([], [])


async def test_columns_are_told_even_where_one_is_missing(accountant):
    run = await send(accountant, FILE.replace("Number", "Motif"), as_of="2026-06-30")
    assert run["state"] == "refused"
    assert "Aucune colonne pour Numéro" in run["outcome"]["refused"][0]["reason"]
    assert [one["header"] for one in run["file_columns"]][:3] == ["Client", "Name", "Motif"]


async def test_proposed_matches_wait_for_a_yes(accountant, tmp_path):
    year = Year(tmp_path, 2025)
    year.sale("20250310", "C1", "F1", "100,00").paid("20250420", "C1", "F1", "100,00")
    run = await send(accountant, year.written().read_text(), kind="fec", company="RD")
    found = run["outcome"]["matches"]
    assert (found["count"], found["amount"], found["accepted"]) == (1, "100.00", False)
    assert found["shown"][0] == {
        "client": "C1",
        "client_name": "Client C1",
        "debit": "F1",
        "debit_on": "2025-03-10",
        "credit": "F1",
        "credit_on": "2025-04-20",
        "amount": "100.00",
        "reason": "reference",
    }
    (listed,) = (await accountant.get("/api/imports")).json()["items"]
    assert (listed["outcome"]["matches"]["count"], listed["outcome"]["matches"]["shown"]) == (1, [])
    applied = await apply(accountant, run, accept_matches=True)
    assert applied["outcome"]["matches"]["accepted"]
    assert await fetch_value("SELECT sum(residual) FROM document") == 0


async def test_refused_lines_are_told_and_may_be_skipped(accountant):
    refused = await send(accountant, FILE + "C3;Gamma;F3;soon;;10.00\n", as_of="2026-06-30")
    assert refused["state"] == "refused"
    assert [one["line"] for one in refused["outcome"]["refused"]] == [4]
    await accountant.post(f"/api/imports/{refused['id']}/apply", json={"skip_refused": True})
    assert (await settled(accountant, refused["id"]))["state"] == "applied"
    assert await fetch_value("SELECT count(*) FROM document") == 2


async def test_closing_many_is_confirmed_before_it_is_applied(accountant):
    await apply(accountant, await send(accountant, as_of="2026-06-30"))
    shorter = await send(accountant, FILE[: FILE.index("C2")], as_of="2026-07-31")
    assert (shorter["state"], shorter["outcome"]["closed"]) == ("previewed", 1)
    assert shorter["question"]["option"] == "--confirm-closing"
    unconfirmed = await apply(accountant, shorter)
    assert unconfirmed["state"] == "previewed"
    assert (await apply(accountant, shorter, confirm_closing=True))["state"] == "applied"
