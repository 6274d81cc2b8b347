"""Imports over HTTP: sent, read in the background, questioned, applied, taken back."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from backend.database.transaction import fetch_value
from backend.imports import watching
from tests.edge_fixtures import SignIn
from tests.imports.accounting_year import Year

pytestmark = pytest.mark.anyio

FILE = (
    "Client;Name;Number;Issue date;Due date;Amount\n"
    "C1;Alpha;F1;2026-05-01;2026-06-01;100.00\n"
    "C2;Beta;F2;2026-05-02;2026-06-02;200.00\n"
)
AMBIGUOUS = FILE.replace("2026-05-01", "05/06/2026").replace("2026-05-02", "05/07/2026")


@pytest.fixture
async def accountant(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("credit_manager", everything=True)


Send = Callable[..., Awaitable[dict[str, Any]]]


async def send(
    http: httpx.AsyncClient, text: str = FILE, kind: str = "open-items", **options: Any
) -> dict[str, Any]:
    answer = await http.post(
        "/api/imports",
        files={"file": ("grand livre.csv", text.encode(), "text/csv")},
        data={"kind": kind, "options": json.dumps(options)},
    )
    assert answer.status_code == 202, answer.text
    run: dict[str, Any] = answer.json()
    assert run["state"] == "reading"
    return await settled(http, run["id"])


async def settled(http: httpx.AsyncClient, run_id: str) -> dict[str, Any]:
    """The run once nobody works on it."""
    async with asyncio.timeout(60):
        while True:
            run: dict[str, Any] = (await http.get(f"/api/imports/{run_id}")).json()
            if run["state"] not in {"reading", "applying"}:
                return run
            await asyncio.sleep(0.05)


async def test_a_file_is_previewed_applied_and_undone(accountant):
    run = await send(accountant, as_of="2026-06-30", currency="EUR")
    assert run["state"] == "previewed", run
    assert run["outcome"]["added"] == 2
    assert run["outcome"]["control_totals"] == [
        {"currency": "EUR", "amount": "300.00", "account": None, "label": None}
    ]
    assert run["file_name"] == "grand livre.csv"
    assert run["columns"]["number"] == "Number"
    assert run["requested_by"] == "Camille credit_manager"
    assert await fetch_value("SELECT count(*) FROM document") == 0
    answer = await accountant.post(f"/api/imports/{run['id']}/apply", json={})
    assert answer.status_code == 202
    applied = await settled(accountant, run["id"])
    assert (applied["state"], applied["can_be_undone"]) == ("applied", True)
    assert await fetch_value("SELECT count(*) FROM document") == 2
    assert await fetch_value("SELECT bool_and(actor IS NOT NULL) FROM activity")
    undone = await accountant.post(f"/api/imports/{run['id']}/undo")
    assert (undone.status_code, undone.json()["state"]) == (200, "undone")
    assert await fetch_value("SELECT count(*) FROM document") == 0


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


async def test_a_run_tells_who_asked_for_it_when_and_from_which_device(accountant):
    run = await send(accountant, as_of="2026-06-30")
    (device,) = (await accountant.get("/api/devices")).json()["items"]
    assert run["requested_from"] == device["name"]
    kept = await fetch_value("SELECT requested_from FROM import_run")
    assert str(kept) == device["id"]


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


async def apply(http: httpx.AsyncClient, run: dict[str, Any], **accepted: bool) -> dict[str, Any]:
    answer = await http.post(f"/api/imports/{run['id']}/apply", json=accepted)
    assert answer.status_code == 202, answer.text
    return await settled(http, run["id"])


async def test_closing_many_is_confirmed_before_it_is_applied(accountant):
    await apply(accountant, await send(accountant, as_of="2026-06-30"))
    shorter = await send(accountant, FILE[: FILE.index("C2")], as_of="2026-07-31")
    assert (shorter["state"], shorter["outcome"]["closed"]) == ("previewed", 1)
    assert shorter["question"]["option"] == "--confirm-closing"
    unconfirmed = await apply(accountant, shorter)
    assert unconfirmed["state"] == "previewed"
    assert (await apply(accountant, shorter, confirm_closing=True))["state"] == "applied"


async def test_what_cannot_be_done_now_is_a_conflict(accountant):
    run = await send(accountant, as_of="2026-06-30")
    await apply(accountant, run)
    again = await accountant.post(f"/api/imports/{run['id']}/apply", json={})
    assert (again.status_code, again.json()["code"]) == (409, "import-state")
    other = await accountant.post(f"/api/imports/{run['id']}/options", json={})
    assert other.status_code == 409


async def test_an_unknown_kind_bad_options_and_no_file_are_refused(accountant):
    files = {"file": ("a.csv", FILE.encode(), "text/csv")}
    for form, sent, status in (
        ({"kind": "ledger"}, files, 422),
        ({"kind": "fec", "options": "{"}, files, 422),
        ({"kind": "fec", "options": '{"no": 1}'}, files, 422),
        ({"kind": "fec"}, None, 400),
        ({"kind": "fec", "options": '{"preset": "aucun"}'}, files, 422),
    ):
        answer = await accountant.post("/api/imports", data=form, files=sent)
        assert answer.status_code == status, answer.text
    assert await fetch_value("SELECT count(*) FROM import_run") == 0


async def test_a_file_that_is_no_ledger_is_refused_with_a_sentence(accountant):
    run = await send(accountant, "%PDF-1.4\n")
    assert run["state"] == "refused"
    assert "PDF" in run["outcome"]["refused"][0]["reason"]


async def test_the_list_is_newest_first(accountant):
    first = await send(accountant, as_of="2026-06-30")
    second = await send(accountant, as_of="2026-06-30")
    listed = (await accountant.get("/api/imports")).json()
    assert [run["id"] for run in listed["items"]] == [second["id"], first["id"]]


@pytest.mark.parametrize(("role", "everything"), [("sales", True), ("finance_director", False)])
async def test_only_who_may_and_sees_everything_imports(sign_in, role, everything):
    http = await sign_in(role, everything=everything)
    answer = await http.post(
        "/api/imports", files={"file": ("a.csv", FILE.encode())}, data={"kind": "open-items"}
    )
    assert answer.status_code == 403
    assert (await http.get("/api/imports")).status_code == 403


async def test_presets_are_kept_listed_used_and_forgotten(accountant):
    options = {"columns": {"client_code": "K"}, "decimal": "comma", "as_of": "2026-06-30"}
    saved = await accountant.put(
        "/api/import-presets/compta", json={"kind": "open-items", "options": options}
    )
    assert saved.status_code == 200, saved.text
    assert saved.json()["options"] == {"columns": {"client_code": "K"}, "decimal": "comma"}
    run = await send(
        accountant,
        FILE.replace("Client;", "K;").replace(".00", ",00"),
        preset="compta",
        as_of="2026-06-30",
    )
    assert run["state"] == "previewed", run
    listed = (await accountant.get("/api/import-presets")).json()["items"]
    assert [(preset["kind"], preset["name"]) for preset in listed] == [("open-items", "compta")]
    gone = await accountant.delete("/api/import-presets/open-items/compta")
    assert gone.status_code == 204
    again = await accountant.delete("/api/import-presets/open-items/compta")
    assert again.status_code == 404


async def test_the_file_is_gone_once_applied(accountant, settings):
    run = await send(accountant, as_of="2026-06-30")
    folder = settings.data / "imports"
    assert [path.stat().st_mode & 0o077 for path in folder.iterdir()] == [0]
    await apply(accountant, run)
    await watching.stop_workers()
    assert not list(folder.iterdir())


async def test_a_heading_that_cannot_be_kept_is_refused(accountant):
    kept = {"kind": "clients", "options": {"columns": {"name": "Nom\0"}}}
    answer = await accountant.put("/api/import-presets/agence", json=kept)
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["field"] == "options.columns.name"


async def test_an_upload_makes_the_data_folder_where_nothing_was_kept_yet(accountant, settings):
    shutil.rmtree(settings.data)
    assert (await send(accountant))["state"] == "previewed"
