"""A visit reported in one go, from the day and from the client file; nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from backend.database.transaction import fetch_all
from shared.ids import new_id
from tests.makers.ledger import TODAY, insert, make_client, make_document
from tests.makers.visits import make_report, make_visit
from tests.mobile.app_fixtures import Browser, Window

pytestmark = pytest.mark.anyio
LONG_DUE = date(2026, 9, 30)


@pytest.fixture
async def client(claire):
    client = await make_client("C04821", rep=claire.id, name="Menuiserie Vauclair")
    await make_document(client, "5200.00", due_on=LONG_DUE)
    return client


async def reports() -> list[dict[str, Any]]:
    rows = await fetch_all(
        "SELECT visit, met, mood, evidence, unpaid_reason, next_step, next_step_on"
        " FROM visit_report"
    )
    return [dict(row) for row in rows]


async def opened(window: Window, somebody: Any) -> None:
    """From the file's menu."""
    await window.sign_in(somebody)
    await window.sees("file-menu")
    await window.choose("report-visit")
    await window.sees("visit-sheet")


async def test_a_visit_of_the_day_is_reported_from_its_row(browser: Browser, claire, client):
    visit, contact = await make_visit(claire.id, client.id), new_id()
    await insert("contact", id=contact, client=client.id, name="Mme Roche", role="owner")
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.tap(f"visit-report-{visit}")
        await window.tap(f"visit-met-{contact}")
        await window.tap("visit-mood-satisfied")
        await window.tap("visit-unpaid-forgotten")
        await window.type("visit-next", "Rappeler pour le virement")
        await window.tap("visit-day-tomorrow")
        await window.tap("visit-save")
        await window.misses("visit-sheet")
        await window.misses(f"visit-report-{visit}")
        assert "Compte rendu fait" in window.words(f"visit-{visit}")
    assert await reports() == [
        {
            "visit": visit,
            "met": "Mme Roche",
            "mood": "satisfied",
            "evidence": None,
            "unpaid_reason": "forgotten",
            "next_step": "Rappeler pour le virement",
            "next_step_on": TODAY + timedelta(days=1),
        }
    ]


async def test_what_is_missing_is_told_under_its_field_once_it_was_to_be_sent(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("visit-mood-annoyed")
        await window.type("visit-next", "Repasser")
        assert "visit-evidence-error" not in window.phone.identifiers()
        await window.tap("visit-save")
        for part in ("visit-met-error", "visit-evidence-error", "visit-when-error"):
            await window.sees(part)
        assert await reports() == []


async def test_a_report_without_a_planned_visit_is_taken_from_the_file(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("visit-mood-avoiding")
        await window.type("visit-evidence", "Fermé à notre arrivée, téléphone coupé.")
        await window.tap("visit-save")
        await window.misses("visit-sheet")
        await window.reads("Compte rendu envoyé : Menuiserie Vauclair")
    (told,) = await reports()
    assert (told["visit"], told["mood"]) == (None, "avoiding")


async def test_a_report_is_read_from_its_line_in_the_thread(browser: Browser, claire, client):
    words = {"unpaid_reason": "forgotten", "next_step": "Repasser", "next_step_on": TODAY}
    await make_report(claire.id, client.id, evidence="Il a souri.", **words)
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await window.sign_in(claire)
        event = await window.first("event-0")
        assert "Visite faite : client satisfait" in window.words(event)
        await window.tap(event)
        await window.sees("told-next")
        assert "Repasser (ven. 20 nov.)" in window.words("told-next")
        assert "Oubli" in window.words("told-unpaid")
        assert "Il a souri." in window.words("told-evidence")
        await window.tap("sheet-close")
        await window.misses("visit-told")


async def test_wording_advised_against_is_said_under_its_field_and_may_stand_for_a_reason(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("visit-met-other")
        await window.type("visit-someone", "M. Lo")
        await window.tap("visit-mood-annoyed")
        await window.type("visit-evidence", "Il est dépressif depuis mars.")
        await window.tap("visit-save")
        await window.sees("visit-evidence-error")
        assert "La santé d’une personne ne regarde qu’elle" in window.words("visit-evidence-error")
        await window.type("visit-override", "écrit dans son courrier du 3 mars")
        await window.tap("visit-save")
        await window.misses("visit-sheet")
    assert len(await reports()) == 1


async def test_nothing_typed_is_lost_and_what_was_sent_twice_is_taken_once(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("visit-met-other")
        await window.type("visit-someone", "M. Lo")
        await window.tap("visit-mood-satisfied")
        await window.tap("sheet-close")
        await window.misses("visit-sheet")
        await window.choose("report-visit")
        assert window.typed("visit-someone") == "M. Lo"
        browser.lose_answers()
        await window.tap("visit-save")
        await window.sees("refusal")
        assert "Ce que vous avez saisi est gardé ici." in window.words("refusal")
        browser.mend()
        await window.tap("visit-save")
        await window.misses("visit-sheet")
    assert len(await reports()) == 1
