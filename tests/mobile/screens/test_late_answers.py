"""An answer that comes when its sheet is closed leaves the one that is up as it is."""

from __future__ import annotations

from uuid import UUID

import pytest

from backend.database.transaction import execute, fetch_value
from tests.edge_fixtures import AddPerson
from tests.makers.ledger import MadeClient
from tests.mobile.app_fixtures import Browser, Window

pytestmark = pytest.mark.anyio


@pytest.fixture
async def awa(add_person: AddPerson):
    return await add_person("admin", everything=True, name="Awa Séparet")


async def write(window: Window, name: str) -> None:
    await window.tap("add-contact")
    await window.type("contact-name", name)


async def given_to(rep_id: UUID | None, client: MadeClient) -> None:
    await execute("UPDATE client SET rep = $2 WHERE id = $1", client.id, rep_id)


async def left(window: Window) -> None:
    await window.tap("sheet-close")
    await window.misses("contact-sheet")


async def test_a_contact_kept_late_leaves_the_next_one_being_written(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await write(window, "Mme Roux")
        browser.hold(f"/api/clients/{client.id}/contacts")
        await window.tap("contact-save")
        await left(window)
        await write(window, "M. Vauclair")
        browser.let_go()
        await window.reads("Mme Roux")
        assert window.typed("contact-name") == "M. Vauclair"
        await window.tap("contact-save")
        await window.reads("M. Vauclair")
        await window.misses("contact-sheet")


async def test_what_is_typed_while_a_refusal_comes_stays(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await write(window, "Mme Roux")
        browser.hold(f"/api/clients/{client.id}/contacts")
        await window.tap("contact-save")
        await window.type("contact-phone", "03 80 00 00 00")
        await given_to(None, client)
        browser.let_go()
        await window.sees("refusal")
        assert window.typed("contact-phone") == "03 80 00 00 00"
        await given_to(claire.id, client)
        await window.tap("contact-save")
        await window.misses("contact-sheet")
    assert await fetch_value("SELECT phone FROM contact WHERE name = 'Mme Roux'")


async def test_a_contact_refused_when_its_sheet_is_closed_is_told_all_the_same(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await write(window, "Mme Roux")
        browser.hold(f"/api/clients/{client.id}/contacts")
        await window.tap("contact-save")
        await left(window)
        await given_to(None, client)
        browser.let_go()
        await window.reads("Introuvable")


async def test_a_contact_whose_answer_was_lost_is_kept_once(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await write(window, "Mme Roux")
        browser.lose_answers()
        await window.tap("contact-save")
        await window.sees("refusal")
        browser.mend()
        await window.tap("contact-save")
        await window.misses("contact-sheet")
    assert await fetch_value("SELECT count(*) FROM contact WHERE name = 'Mme Roux'") == 1


async def test_a_change_of_a_colleague_made_late_leaves_the_invitation_being_written(
    browser: Browser, awa, claire
):
    async with browser.window("/equipe") as window:
        await window.sign_in(awa)
        await window.tap(f"user-{claire.id}")
        await window.tap("role-collector")
        browser.hold("/api/users")
        await window.tap("person-save")
        await window.tap("sheet-close")
        await window.misses("person-sheet")
        await window.tap("invite")
        await window.type("person-name", "Lou Martin")
        browser.let_go()
        line = f"user-{claire.id}"
        await window.until(lambda: "recouvrement" in window.words(line), "the change")
        assert window.typed("person-name") == "Lou Martin"


async def test_a_password_changed_late_leaves_the_next_sheet_as_it_is(browser: Browser, claire):
    async with browser.window("/moi") as window:
        await window.sign_in(claire)
        await window.tap("change-password")
        await window.type("current-password", claire.password)
        await window.type("new-password", "une autre phrase bien longue")
        browser.hold("/api/me/password")
        await window.tap("save-password")
        await window.tap("sheet-close")
        await window.misses("password-sheet")
        await window.tap("change-password")
        assert window.typed("new-password") == ""
        await window.type("current-password", "encore un")
        browser.let_go()
        await window.reads("Mot de passe changé")
        assert window.typed("current-password") == "encore un"


async def test_a_password_refused_when_its_sheet_is_closed_is_told_all_the_same(
    browser: Browser, claire
):
    async with browser.window("/moi") as window:
        await window.sign_in(claire)
        await window.tap("change-password")
        await window.type("current-password", "ce n'est pas lui")
        await window.type("new-password", "une autre phrase bien longue")
        browser.hold("/api/me/password")
        await window.tap("save-password")
        await window.tap("sheet-close")
        await window.misses("password-sheet")
        browser.let_go()
        await window.reads("mot de passe")
