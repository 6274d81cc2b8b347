"""Imports over HTTP: sent, read in the background, applied, taken back; what is refused."""

from __future__ import annotations

import shutil

import pytest

from backend.database.transaction import fetch_value
from backend.imports import watching
from tests.imports.over_http import FILE, apply, send, settled

pytestmark = pytest.mark.anyio


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


async def test_a_run_tells_who_asked_for_it_when_and_from_which_device(accountant):
    run = await send(accountant, as_of="2026-06-30")
    (device,) = (await accountant.get("/api/devices")).json()["items"]
    assert run["requested_from"] == device["name"]
    kept = await fetch_value("SELECT requested_from FROM import_run")
    assert str(kept) == device["id"]


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


async def test_the_file_is_gone_once_applied(accountant, settings):
    run = await send(accountant, as_of="2026-06-30")
    folder = settings.data / "imports"
    assert [path.stat().st_mode & 0o077 for path in folder.iterdir()] == [0]
    await apply(accountant, run)
    await watching.stop_workers()
    assert not list(folder.iterdir())


async def test_an_upload_makes_the_data_folder_where_nothing_was_kept_yet(accountant, settings):
    shutil.rmtree(settings.data)
    assert (await send(accountant))["state"] == "previewed"
