"""What was typed and not sent waits for whom it is of, however their session ended."""

from __future__ import annotations

import pytest
from litestar import Litestar

from tests.edge_fixtures import Somebody
from tests.makers.promises import make_promise
from tests.mobile.app_fixtures import Browser, Window

pytestmark = pytest.mark.anyio
WORDS = "Benne voilée, photo demain."


async def ended_elsewhere(app: Litestar, window: Window, who: Somebody) -> None:
    """The device is signed out from another one, and hears of it when it next asks."""
    other = Browser(app)
    async with other.window("/moi") as elsewhere:
        await elsewhere.sign_in(who)
        await elsewhere.tap(await elsewhere.first("end-device-"))
        await elsewhere.until(lambda: not elsewhere.those("end-device-"), "one device")
    await window.tap("refresh")
    await window.sees("sign-in")


async def write(window: Window, words: str = WORDS) -> None:
    await window.tap("comment")
    await window.type("comment-text", words)


async def written(window: Window) -> str:
    await window.tap("comment")
    await window.sees("comment-text")
    return window.typed("comment-text")


async def test_what_was_typed_is_there_when_its_writer_signs_in_again(
    browser: Browser, app, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await write(window)
        await ended_elsewhere(app, window, claire)
        assert WORDS not in window.all_words()
        await window.sign_in(claire)
        assert await written(window) == WORDS


async def test_another_person_finds_nothing_of_it_and_neither_does_its_writer_then(
    browser: Browser, app, claire, ines, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await write(window)
        await ended_elsewhere(app, window, claire)
        await window.sign_in(ines)
        assert await written(window) == ""
        await ended_elsewhere(app, window, ines)
        await window.sign_in(claire)
        assert await written(window) == ""


async def test_who_signs_out_leaves_nothing(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await write(window)
        await window.tap("sheet-close")
        await window.phone.go("/moi")
        await window.tap("sign-out")
        await window.sees("sign-in")
        await window.phone.go(f"/clients/{client.id}")
        await window.sign_in(claire)
        assert await written(window) == ""


async def test_why_a_promise_is_withdrawn_stays_while_the_sheet_is_closed(
    browser: Browser, claire, client
):
    promise = await make_promise(client, taken_by=claire.id)
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(claire)
        await window.tap(f"promise-{promise}")
        await window.tap("promise-withdraw")
        await window.type("withdraw-why", "Mauvais client.")
        await window.tap("sheet-close")
        await window.misses("withdraw-sheet")
        await window.tap("promise-withdraw")
        await window.sees("withdraw-sheet")
        assert window.typed("withdraw-why") == "Mauvais client."


async def test_a_contact_being_written_waits_in_its_sheet_until_it_is_kept(
    browser: Browser, app, claire, client
):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await window.tap("add-contact")
        await window.type("contact-name", "Mme Roux")
        await window.tap("sheet-close")
        await window.misses("contact-sheet")
        await ended_elsewhere(app, window, claire)
        await window.sign_in(claire)
        await window.tap("add-contact")
        assert window.typed("contact-name") == "Mme Roux"
        await window.tap("contact-save")
        await window.reads("Mme Roux")
        await window.misses("contact-sheet")
        await window.tap("add-contact")
        assert window.typed("contact-name") == ""


async def test_a_change_of_a_contact_waits_and_its_taking_back_leaves_nothing(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await window.tap("add-contact")
        await window.type("contact-name", "Paul Vial")
        await window.tap("contact-save")
        await window.misses("contact-sheet")
        contact = await window.first("contact-")
        for typed, shown in (("Paule Vial", "Paule Vial"), ("Paul Vial", "Paul Vial")):
            await window.tap(contact)
            await window.type("contact-name", typed)
            await window.tap("sheet-close")
            await window.misses("contact-sheet")
            await window.tap(contact)
            assert window.typed("contact-name") == shown
            await window.tap("sheet-close")
            await window.misses("contact-sheet")
