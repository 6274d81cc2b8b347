"""The thread on the phone: read, marked as read, followed, pinned; beside the file on a desktop."""

from __future__ import annotations

import pytest

from backend.database.transaction import fetch_value
from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.thread_scene import at, post, texts

pytestmark = pytest.mark.anyio


async def test_a_comment_is_posted_and_read_in_the_thread(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.sees("empty")
        await post(window, "Deux portes voilées à la livraison.")
        await window.reads("Deux portes voilées à la livraison.")
        comment = await window.first("comment-0")
        assert "Vous" in window.words(comment)
        await window.sees("day-2026-11-20")
        assert "Fil | 1" in window.words("tab-thread")
    assert await texts() == ["Deux portes voilées à la livraison."]


async def test_a_colleagues_comment_is_on_the_open_screen_and_new(
    browser: Browser, app, claire, hugo, client
):
    other = Browser(app)
    address = f"/clients/{client.id}/fil"
    async with browser.window(address) as mine, other.window(address) as theirs:
        await at(mine, claire)
        await at(theirs, hugo)
        await post(theirs, "Remplacement expédié mardi.")
        await mine.reads("Remplacement expédié mardi.")
        await mine.first("comment-new-")
        assert "Hugo Tessier" in mine.words(await mine.first("comment-0"))
        await mine.until(lambda: "Fil | 1" in mine.words("tab-thread"), "it is read")
        assert not theirs.those("comment-new-")
    assert await fetch_value("SELECT count(*) FROM thread_read WHERE account = $1", claire.id) == 1


async def test_what_was_not_read_is_counted_on_the_tab_until_the_thread_is_opened(
    browser: Browser, app, claire, hugo, client
):
    other = Browser(app)
    async with other.window(f"/clients/{client.id}/fil") as theirs:
        await at(theirs, hugo)
        await post(theirs, "Premier point.")
        await post(theirs, "Second point.")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.until(lambda: "2 non lus" in window.spoken("tab-thread"), "what is unread")
        await window.tap("tab-thread")
        await window.first("comment-new-")
        await window.until(lambda: "non lus" not in window.spoken("tab-thread"), "it was read")
        await window.tap("tab-invoices")
        await window.tap("tab-thread")
        await window.until(lambda: not window.those("comment-new-"), "nothing is new any more")


async def test_what_was_new_is_marked_where_the_head_comes_after_it_was_seen(
    browser: Browser, app, claire, hugo, client
):
    other = Browser(app)
    async with other.window(f"/clients/{client.id}/fil") as theirs:
        await at(theirs, hugo)
        await post(theirs, "Premier point.")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.until(lambda: "1 non lu" in window.spoken("tab-thread"), "what is unread")
        browser.hold(f"/api/clients/{client.id}/thread/head")
        await window.tap("tab-thread")
        await window.first("comment-0")
        await window.until(lambda: browser.asked == 1, "all but the head")
        browser.let_go()
        await window.first("comment-new-")


async def test_a_decision_is_pinned_on_top_by_those_who_may(browser: Browser, ines, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, ines)
        await post(window, "Livraisons suspendues jusqu'au 5.")
        await window.tap(await window.first("comment-menu-"))
        await window.tap("comment-pin")
        pinned = await window.first("pinned-")
        assert "Livraisons suspendues" in window.words(pinned)
        await window.tap(pinned)
        await window.tap("comment-unpin")
        await window.misses("pinned")


async def test_a_thread_is_followed_and_left(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("thread-follow")
        await window.until(
            lambda: bool(window.phone.find("thread-follow").selected), "it is followed"
        )
        await window.tap("thread-follow")
        await window.until(lambda: not window.phone.find("thread-follow").selected, "it is left")


@pytest.mark.usefixtures("overdue")
async def test_what_happened_is_told_and_leads_to_its_row(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("promise")
        await window.tap("promise-day-friday")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        event = await window.first("event-")
        assert "Promesse de 5 200,00 €" in window.words(event)
        assert "Claire Vasseur" in window.words(event)
        await window.tap(event)
        await window.first("promise-0")
        assert window.phone.find("tab-promises").selected


async def test_on_a_desktop_the_thread_stands_beside_the_file(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}", size=(1280, 800)) as window:
        await at(window, claire)
        await window.sees("outstanding")
        assert "tab-thread" not in window.phone.identifiers()
        await window.tap("thread-write")
        await window.type("comment-text", "Vu sur place.")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
        await window.reads("Vu sur place.")
        await window.phone.resize(1000, 800)
        await window.sees("tab-thread")
