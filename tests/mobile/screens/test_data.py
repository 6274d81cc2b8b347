"""The Data screen on the real server: columns chosen, presets kept, proposed matches accepted."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from backend.database.transaction import fetch_value
from tests.edge_fixtures import AddPerson, SignIn
from tests.imports.accounting_year import Year
from tests.imports.over_http import settled
from tests.mobile.app_fixtures import Browser, Window

pytestmark = pytest.mark.anyio

OPEN_ITEMS = (
    "Tiers;Raison;Pièce;Date facture;Échéance;Solde;Brut\n"
    "C1;Alpha;F1;2026-05-01;2026-06-01;60.00;100.00\n"
    "C2;Bêta;F2;2026-05-02;2026-06-02;200.00;200.00\n"
)


@pytest.fixture
async def admin(add_person: AddPerson):
    return await add_person("admin", everything=True, name="Awa Séparet")


@pytest.fixture
async def desk(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("credit_manager", everything=True)


async def sent(
    http: httpx.AsyncClient, kind: str, name: str, content: bytes, **options: str
) -> str:
    answer = await http.post(
        "/api/imports",
        files={"file": (name, content, "text/csv")},
        data={"kind": kind, "options": json.dumps(options)},
    )
    run_id: str = answer.json()["id"]
    await settled(http, run_id)
    return run_id


async def open_run(window: Window, admin, run_id: str) -> None:
    await window.sign_in(admin)
    await window.tap(f"run-{run_id}")
    await window.sees("run-state")


async def test_a_column_is_chosen_among_the_files_own_and_the_file_is_read_again(
    browser: Browser, admin, desk
):
    run_id = await sent(desk, "open-items", "tiers.csv", OPEN_ITEMS.encode(), as_of="2026-06-30")
    async with browser.window("/donnees") as window:
        await open_run(window, admin, run_id)
        await window.tap("columns")
        await window.sees("field-number")
        assert "F1 · F2" in window.words("field-number")
        await window.tap("other-fields")
        assert "Aucune colonne" in window.words("field-label")
        await window.tap("field-label")
        await window.sees("column-sheet")
        assert "Raison | Alpha · Bêta" in window.words("column-2")
        await window.tap("column-2")
        await window.until(lambda: "Raison" in window.words("field-label"), "the column read so")
        await window.until(lambda: "À confirmer" in window.words("run-state"), "a new preview")
    run = (await desk.get(f"/api/imports/{run_id}")).json()
    assert run["columns"]["label"] == "Raison"


async def test_a_field_may_be_read_from_no_column(browser: Browser, admin, desk):
    run_id = await sent(desk, "open-items", "tiers.csv", OPEN_ITEMS.encode(), as_of="2026-06-30")
    async with browser.window("/donnees") as window:
        await open_run(window, admin, run_id)
        await window.reads("260,00 €")
        await window.tap("columns")
        await window.tap("field-residual")
        await window.tap("column-0")
        await window.tap("field-amount")
        await window.tap("column-7")
        await window.reads("300,00 €")


async def test_a_preset_is_saved_used_and_deleted(browser: Browser, admin, desk):
    run_id = await sent(desk, "open-items", "tiers.csv", OPEN_ITEMS.encode(), as_of="2026-06-30")
    async with browser.window("/donnees") as window:
        await open_run(window, admin, run_id)
        await window.tap("columns")
        await window.type("preset-name", "compta / sud")
        await window.tap("preset-save")
        await window.reads("Un nom sans barre oblique (/).")
        await window.type("preset-name", "compta du sud ?")
        await window.tap("preset-save")
        await window.sees("preset-compta du sud ?")
        await window.tap("preset-compta du sud ?")
        await window.sees("preset-delete")
        await window.until(lambda: "À confirmer" in window.words("run-state"), "a new preview")
        await window.tap("run-close")
        await window.tap("preset-compta du sud ?")
        await window.tap("preset-delete")
        await window.reads("Supprimer « compta du sud ? » ?")
        await window.tap("preset-delete-yes")
        await window.misses("preset-compta du sud ?")
    assert (await desk.get("/api/import-presets")).json()["items"] == []


def unlettered(folder: Path) -> bytes:
    year = Year(folder, 2025)
    for at in range(12):
        year.sale("20250310", "C1", f"F{at}", f"{100 + at},00")
        year.paid("20250420", "C1", f"F{at}", f"{100 + at},00")
    return year.sale("20250620", "C2", "G1", "70,00").written().read_bytes()


@pytest.mark.parametrize("accepted", [True, False])
async def test_proposed_matches_are_looked_through_and_accepted_or_left(
    browser: Browser, admin, desk, tmp_path, accepted: bool
):
    run_id = await sent(desk, "fec", "732829320FEC20251231.txt", unlettered(tmp_path))
    async with browser.window("/donnees") as window:
        await open_run(window, admin, run_id)
        await window.sees("matches")
        assert window.words("matches") == "12 rapprochements proposés | 1 266,00 €"
        assert "Compte 411 · Clients" in window.words("control-411")
        assert "F11" not in window.all_words()
        await window.tap("matches-more")
        await window.reads("F11 du 10 mars 2025, par F11 du 20 avr. 2025")
        if accepted:
            await window.tap("accept-matches")
        await window.tap("apply")
        await window.sees("matches-fate")
        fate = "Chargés avec le fichier." if accepted else "rien n’a été rapproché"
        assert fate in window.words("matches-fate")
    assert await fetch_value("SELECT count(*) FROM allocation") == (12 if accepted else 0)
