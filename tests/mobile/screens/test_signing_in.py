from __future__ import annotations

import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import make_client, make_document
from tests.mobile.app_fixtures import Browser

pytestmark = pytest.mark.anyio


async def test_a_rep_signs_in_and_finds_their_clients(browser: Browser, add_person: AddPerson):
    claire = await add_person("sales")
    client = await make_client(rep=claire.id)
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{client.id}")


async def test_a_wrong_password_is_told_and_what_was_typed_stays(
    browser: Browser, add_person: AddPerson
):
    claire = await add_person("sales")
    async with browser.window() as window:
        await window.type("email", claire.email)
        await window.type("password", "not this one")
        await window.tap("sign-in")
        await window.sees("refusal")
        assert "mot de passe" in window.words("refusal")
        assert window.typed("email") == claire.email


async def test_an_empty_form_says_what_is_missing_without_asking_the_server(browser: Browser):
    async with browser.window() as window:
        await window.tap("sign-in")
        assert "Saisissez votre e-mail." in window.words("email-error")
        assert "Saisissez votre mot de passe." in window.words("password-error")
        await window.type("email", "claire")
        await window.tap("sign-in")
        assert "pas complète" in window.words("email-error")


async def test_the_next_window_of_the_same_browser_is_signed_in(
    browser: Browser, add_person: AddPerson
):
    claire = await add_person("sales")
    async with browser.window() as window:
        await window.sign_in(claire)
    async with browser.window() as again:
        await again.sees("nav-me")
        assert "sign-in" not in again.phone.identifiers()


async def test_a_browser_that_is_not_to_remember_forgets(browser: Browser, add_person: AddPerson):
    claire = await add_person("sales")
    async with browser.window() as window:
        await window.tap("remember")
        await window.sign_in(claire)
        await window.sees("nav-me")
    assert "token" not in browser.words
    async with browser.window() as again:
        await again.sees("sign-in")


async def test_a_deep_link_is_kept_through_signing_in(browser: Browser, add_person: AddPerson):
    claire = await add_person("sales")
    client = await make_client(rep=claire.id)
    await make_document(client, "120.00")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        assert "120" in window.words("outstanding")


async def test_a_device_signed_out_elsewhere_says_that_its_session_is_over(
    browser: Browser, add_person: AddPerson
):
    claire = await add_person("sales")
    other = Browser(browser.api)
    async with browser.window("/moi") as window, other.window("/moi") as elsewhere:
        await window.sign_in(claire)
        await elsewhere.sign_in(claire)
        device = await elsewhere.first("end-device-")
        await elsewhere.tap(device)
        await window.tap_place("Clients")
        await window.sees("sign-in")
        await window.reads("Votre session a pris fin")


async def test_signing_out_forgets_the_device(browser: Browser, add_person: AddPerson):
    claire = await add_person("sales")
    async with browser.window("/moi") as window:
        await window.sign_in(claire)
        await window.tap("sign-out")
        await window.sees("sign-in")
    assert "token" not in browser.words


async def test_the_next_person_on_a_device_sees_nothing_of_the_first(
    browser: Browser, add_person: AddPerson
):
    claire, yanis = await add_person("sales"), await add_person("sales")
    hers = await make_client(rep=claire.id)
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{hers.id}")
        await window.tap_place("Moi")
        await window.tap("sign-out")
        await window.sign_in(yanis)
        await window.tap_place("Clients")
        await window.sees("empty")
        assert f"client-{hers.id}" not in window.phone.identifiers()


async def test_where_no_mail_is_sent_a_forgotten_password_is_the_administrators_affair(
    browser: Browser,
):
    async with browser.window() as window:
        await window.tap("forgotten")
        await window.type("reset-email", "nobody@example.test")
        await window.tap("reset-send")
        await window.sees("reset-email-error")
        assert "administrateur" in window.words("reset-email-error")


async def test_a_server_that_cannot_be_reached_is_told_with_a_way_to_try_again(
    browser: Browser, add_person: AddPerson
):
    claire = await add_person("sales")
    async with browser.window() as window:
        await window.sign_in(claire)
    browser.cut()
    async with browser.window() as window:
        await window.sees("error-retry")
        browser.mend()
        await window.tap("error-retry")
        await window.sees("nav-me")
