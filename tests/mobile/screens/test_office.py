"""Me, the team and the files, on the real server."""

from __future__ import annotations

import pytest

from backend.database.transaction import fetch_value
from tests.edge_fixtures import AddPerson
from tests.makers.ledger import make_branch, make_client
from tests.mobile.app_fixtures import Browser

pytestmark = pytest.mark.anyio


@pytest.fixture
async def admin(add_person: AddPerson):
    return await add_person("admin", everything=True, name="Awa Séparet")


async def test_the_bar_has_only_the_places_a_person_may_open(
    browser: Browser, admin, add_person: AddPerson
):
    rep = await add_person("sales")
    async with browser.window() as window:
        await window.sign_in(rep)
        await window.sees("nav-me")
        assert not {"nav-team", "nav-data"} & window.phone.identifiers()
    async with Browser(browser.api).window() as window:
        await window.sign_in(admin)
        await window.sees("nav-team")
        await window.sees("nav-data")


@pytest.mark.parametrize("address", ["/equipe", "/donnees", "/nulle/part"])
async def test_an_address_that_is_not_for_this_person_leads_nowhere(
    browser: Browser, add_person: AddPerson, address: str
):
    rep = await add_person("sales")
    async with browser.window(address) as window:
        await window.sign_in(rep)
        await window.sees("not-found")
        await window.tap("go-home")
        await window.reads("Bonjour Camille")
        assert window.phone.page.route == "/aujourdhui"


async def test_the_language_changes_at_once_and_is_kept_with_the_person(
    browser: Browser, add_person: AddPerson
):
    rep = await add_person("sales")
    async with browser.window("/moi") as window:
        await window.sign_in(rep)
        await window.tap("language-en")
        await window.reads("Sign out")
    async with Browser(browser.api).window("/moi") as elsewhere:
        await elsewhere.sign_in(rep)
        await elsewhere.reads("Sign out")


async def test_the_theme_changes_the_window(browser: Browser, add_person: AddPerson):
    rep = await add_person("sales")
    async with browser.window("/moi") as window:
        await window.sign_in(rep)
        await window.tap("theme-dark")
        await window.until(lambda: window.phone.page.theme_mode.value == "dark", "the dark")


async def test_a_device_gets_a_name_one_knows_it_by(browser: Browser, add_person: AddPerson):
    rep = await add_person("sales")
    async with browser.window("/moi") as window:
        await window.sign_in(rep)
        device = await fetch_value("SELECT id FROM device WHERE account = $1", rep.id)
        await window.tap(f"rename-device-{device}")
        await window.type("device-name", "  ")
        await window.tap("device-save")
        await window.sees("refusal")
        await window.type("device-name", "Tablette du comptoir")
        await window.tap("device-save")
        await window.until(
            lambda: "Tablette du comptoir" in window.words(f"device-{device}"), "the new name"
        )


async def test_a_new_password_needs_the_current_one(browser: Browser, add_person: AddPerson):
    rep = await add_person("sales")
    async with browser.window("/moi") as window:
        await window.sign_in(rep)
        await window.tap("change-password")
        await window.type("current-password", "not this one")
        await window.type("new-password", "une autre phrase bien longue")
        await window.tap("save-password")
        await window.sees("refusal")
        await window.type("current-password", rep.password)
        await window.tap("save-password")
        await window.reads("Mot de passe changé")


async def test_an_invited_person_gets_a_link_to_hand_over(browser: Browser, admin):
    branch = await make_branch(code="EST")
    async with browser.window("/equipe") as window:
        await window.sign_in(admin)
        await window.tap("invite")
        await window.type("person-name", "Lou Martin")
        await window.type("person-email", "lou@rivaton.example")
        await window.tap("role-collector")
        await window.tap(f"branch-{branch.id}")
        await window.tap("person-save")
        await window.sees("link-url")
        assert "http://" in window.spoken("link-url")
        await window.tap("link-copy")
        await window.until(lambda: browser.copied.startswith("http"), "the link copied")
        await window.tap("sheet-close")
        await window.reads("Chargé de recouvrement · Son portefeuille, Agence EST")


async def test_an_address_already_taken_is_told_and_what_was_typed_stays(browser: Browser, admin):
    async with browser.window("/equipe") as window:
        await window.sign_in(admin)
        await window.tap("invite")
        await window.type("person-name", "Awa bis")
        await window.type("person-email", admin.email)
        await window.tap("person-save")
        await window.sees("refusal")
        assert window.typed("person-name") == "Awa bis"


async def test_a_departing_reps_portfolio_is_handed_over(
    browser: Browser, admin, add_person: AddPerson
):
    leaving = await add_person("sales", name="Claire Vautrel")
    staying = await add_person("sales", name="Yanis Morlaz")
    client = await make_client(rep=leaving.id)
    async with browser.window("/equipe") as window:
        await window.sign_in(admin)
        await window.tap(f"user-{leaving.id}")
        await window.tap("person-hand-over")
        await window.tap(f"hand-over-{staying.id}")
        await window.reads("1 client transmis")
    async with Browser(browser.api).window() as window:
        await window.sign_in(staying)
        await window.sees(f"client-{client.id}")


async def test_closing_an_access_is_confirmed_and_can_be_reopened(
    browser: Browser, admin, add_person: AddPerson
):
    rep = await add_person("sales", name="Claire Vautrel")
    async with browser.window("/equipe") as window:
        await window.sign_in(admin)
        await window.tap(f"user-{rep.id}")
        await window.tap("person-disable")
        await window.reads("Fermer l’accès de Claire Vautrel ?")
        await window.tap("disable-yes")
        await window.reads("Accès fermé")
        await window.tap(f"user-{rep.id}")
        await window.tap("person-enable")
        await window.until(lambda: "Accès fermé" not in window.all_words(), "the access open")


async def test_an_empty_history_says_how_to_begin(browser: Browser, admin):
    async with browser.window("/donnees") as window:
        await window.sign_in(admin)
        await window.sees("empty")
        assert "Commencez par les factures ouvertes" in window.words("empty")
        assert "choose-file" in window.phone.identifiers()
