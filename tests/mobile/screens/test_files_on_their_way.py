"""Papers still being sent when one goes on: they are waited for."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from backend.database.transaction import fetch_value
from mobile.api.failures import Refused, SessionOver
from mobile.screens.attaching import may_retry
from mobile.store.attachments import Attachment
from shared.contract.problems import Problem
from shared.ids import new_id
from tests.edge_fixtures import AddPerson
from tests.files.samples import picture
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, make_document
from tests.makers.promises import make_plan
from tests.mobile.app_fixtures import Browser
from tests.mobile.choosing import choose

pytestmark = pytest.mark.anyio


def test_a_file_that_the_end_of_a_session_held_up_may_be_sent_again():
    chosen: Any = SimpleNamespace(name="porte.jpg", size=9)
    over = Problem(title="Over", status=401, detail="Sign in again.", code="session-over")
    assert may_retry(Attachment(new_id(), chosen, failure=SessionOver(over)))
    assert not may_retry(Attachment(new_id(), chosen, failure=Refused(over)))


@pytest.fixture
async def invoice(client):
    return await make_document(client, "300.00", due_on=TODAY - timedelta(days=13))


@pytest.fixture
async def karim(add_person: AddPerson):
    return await add_person("collector", name="Karim Fontanet", everything=True)


async def test_a_photo_on_its_way_is_waited_for_and_goes_with_the_agreement(
    browser: Browser, karim, client, invoice, tmp_path: Path
):
    plan = await make_plan(client, invoice, amount="300.00")
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(karim)
        await window.tap(f"plan-accept-{plan}")
        browser.hold(f"/api/clients/{client.id}/files")
        await choose(window, "attach-photo", tmp_path, ("accord.jpg", picture()))
        await window.tap("plan-move-save")
        assert await fetch_value("SELECT state FROM payment_plan") == "proposed"
        browser.let_go()
        await window.misses("plan-move-sheet")
    assert await fetch_value("SELECT state FROM payment_plan") != "proposed"
    assert await fetch_value("SELECT count(*) FROM plan_file") == 1


async def test_what_an_answer_lacks_is_told_anew_as_papers_come_and_go(
    browser: Browser, hugo, client, invoice, tmp_path: Path
):
    id_ = await make_dispute(client, invoice)
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(hugo)
        await window.tap("move-answer")
        await window.tap("move-save")
        await window.sees("refusal")
        browser.hold(f"/api/clients/{client.id}/files")
        await choose(window, "attach-photo", tmp_path, ("porte.jpg", picture()))
        await window.misses("refusal")
        browser.let_go()
        await window.until(lambda: "envoyé" in window.words("move-sheet"), "the photo kept")
        await choose(window, "attach-file", tmp_path, ("a.exe", b"MZ" + bytes(99)))
        await window.reads("Ce type de fichier")
        await window.sees("refusal")
        refused = next(i for i in window.those("attachment-") if i.endswith("-error"))
        await window.tap(refused.replace("-error", "-remove"))
        await window.misses("refusal")
        await window.tap("move-save")
        await window.misses("move-sheet")
    assert await fetch_value("SELECT count(*) FROM dispute_file") == 1
