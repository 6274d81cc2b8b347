"""A sheet that is open stays as it is: the screen behind it moves, an answer to another comes."""

from __future__ import annotations

from pathlib import Path

import flet as ft
import pytest

from backend.database.transaction import fetch_value
from mobile.store.thread import Opened
from tests.files.samples import picture
from tests.makers.ledger import make_client
from tests.makers.promises import make_promise
from tests.makers.visits import make_visit
from tests.mobile.app_fixtures import Browser, Window
from tests.mobile.choosing import choose
from tests.mobile.screens.thread_scene import at, post

pytestmark = pytest.mark.anyio


def sheet(window: Window) -> int:
    """The one sheet that is up: closed and opened again it is another one."""
    (up,) = (one for one in window.phone.all(ft.BottomSheet) if one.open)
    return up._i


async def refreshed_in_vain(browser: Browser, window: Window) -> None:
    """The figures are asked again behind the sheet, and cannot be confirmed."""
    browser.cut()
    await window.tap("refresh")
    await window.sees("stale")
    browser.mend()


async def test_a_comment_being_changed_stays_open_while_a_colleague_pins_another(
    browser: Browser, app, claire, ines, client
):
    other = Browser(app)
    address = f"/clients/{client.id}/fil"
    async with browser.window(address) as mine, other.window(address) as theirs:
        await at(mine, claire)
        await at(theirs, ines)
        await post(mine, "Porte voilée.")
        await mine.tap(await mine.first("comment-menu-"))
        await mine.tap("comment-edit")
        await mine.type("comment-text", "Deux portes voilées.")
        before = sheet(mine)
        await theirs.tap(await theirs.first("comment-menu-"))
        await theirs.tap("comment-pin")
        await mine.sees("pinned")
        assert sheet(mine) == before
        assert mine.typed("comment-text") == "Deux portes voilées."


async def test_a_visit_being_sought_stays_open_where_the_day_cannot_be_confirmed(
    browser: Browser, claire, client
):
    visit = await make_visit(claire.id, client.id)
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.tap("visit-add")
        await window.type("visit-search", "vaucl")
        before = sheet(window)
        browser.cut()
        await window.choose(f"visit-later-{visit}")
        await window.sees("stale")
        assert sheet(window) == before
        assert window.typed("visit-search") == "vaucl"


async def test_the_sheet_of_a_promise_stays_open_where_the_file_cannot_be_confirmed(
    browser: Browser, claire, client
):
    promise = await make_promise(client, taken_by=claire.id)
    async with browser.window(f"/clients/{client.id}/promesses") as window:
        await window.sign_in(claire)
        await window.tap(f"promise-{promise}")
        await window.tap("promise-withdraw")
        await window.sees("withdraw-sheet")
        before = sheet(window)
        await refreshed_in_vain(browser, window)
        assert sheet(window) == before


async def test_a_contact_being_written_stays_where_the_file_cannot_be_confirmed(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/contacts") as window:
        await window.sign_in(claire)
        await window.tap("add-contact")
        await window.type("contact-name", "Mme Roux")
        before = sheet(window)
        await refreshed_in_vain(browser, window)
        assert sheet(window) == before
        assert window.typed("contact-name") == "Mme Roux"


@pytest.mark.usefixtures("overdue")
async def test_a_dispute_taken_late_leaves_the_comment_being_written_open(
    browser: Browser, claire, client, tmp_path: Path
):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("dispute")
        await window.tap("reason-price")
        browser.hold(f"/api/clients/{client.id}/files")
        await choose(window, "attach-photo", tmp_path, ("porte.jpg", picture()))
        await window.tap("dispute-save")
        await window.tap("sheet-close")
        await window.misses("dispute-sheet")
        await window.tap("comment")
        await window.type("comment-text", "Photo envoyée.")
        browser.let_go()
        await window.reads("Litige envoyé")
        assert window.typed("comment-text") == "Photo envoyée."
    assert await fetch_value("SELECT count(*) FROM dispute_file") == 1


async def test_a_visit_added_late_leaves_the_next_search_open(browser: Browser, claire, client):
    other = await make_client(rep=claire.id, name="Autre")
    async with browser.window("/") as window:
        await window.sign_in(claire)
        await window.tap("visit-add")
        browser.hold(f"/api/clients/{client.id}/visits")
        await window.tap(f"visit-of-{client.id}")
        await window.tap("sheet-close")
        await window.misses("visit-adding")
        await window.tap("visit-add")
        await window.sees(f"visit-of-{other.id}")
        before = sheet(window)
        browser.let_go()
        await window.first("visit-menu-0")
        assert sheet(window) == before


async def test_a_change_taken_late_leaves_the_change_of_another_comment_open(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await post(window, "Premier point.")
        await window.reads("Premier point.")
        await post(window, "Second point.")
        await window.reads("Second point.")
        second, first = window.those("comment-menu-")
        await window.tap(first)
        await window.tap("comment-edit")
        await window.type("comment-text", "Premier point, revu.")
        browser.hold("/api/comments")
        await window.tap("comment-save")
        await window.tap("sheet-close")
        await window.misses("comment-sheet")
        await window.tap(second)
        await window.tap("comment-edit")
        await window.type("comment-text", "Second point, en cours.")
        browser.let_go()
        await window.reads("Premier point, revu.")
        assert window.typed("comment-text") == "Second point, en cours."


def test_a_sheet_that_goes_down_late_does_not_close_the_next_one():
    opened = Opened()
    opened.show("menu")
    went_down = opened.closing("menu")
    opened.show("promise")
    went_down()
    assert opened.sheet == "promise"
    opened.closing("promise")()
    assert opened.sheet is None
