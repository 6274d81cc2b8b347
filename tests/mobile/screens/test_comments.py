"""Comments on the phone: written once, their wording, changed; nothing typed is lost."""

from __future__ import annotations

import pytest

from backend.database.transaction import fetch_value
from tests.edge_fixtures import MovingClock
from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.thread_scene import at, post, texts

pytestmark = pytest.mark.anyio


async def test_wording_that_is_no_fact_is_explained_and_stands_only_with_a_reason(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Le gérant est un escroc.")
        await window.tap("comment-save")
        await window.sees("wording-guard")
        assert "escroc" in window.words("wording-guard")
        assert "Plutôt" in window.words("wording-guard")
        await window.tap("comment-save")
        await window.sees("override-reason-error")
        assert await texts() == []
        await window.type("override-reason", "Citation de son courrier.")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    assert await texts() == ["Le gérant est un escroc."]
    why = await fetch_value("SELECT why FROM activity WHERE kind = 'wording-overridden'")
    assert why == "Citation de son courrier."


async def test_wording_put_right_is_posted_without_a_reason(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Le gérant est un escroc.")
        await window.tap("comment-save")
        await window.sees("wording-guard")
        await window.type("comment-text", "Promesse du 12 non tenue.")
        await window.misses("wording-guard")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    assert await texts() == ["Promesse du 12 non tenue."]


async def test_a_fresh_comment_is_changed_and_what_it_said_stays_readable(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await post(window, "Deux portes.")
        await window.tap(await window.first("comment-menu-"))
        await window.tap("comment-edit")
        assert window.typed("comment-text") == "Deux portes."
        await window.type("comment-text", "Trois portes.")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
        await window.first("comment-edited-")
        await window.tap(await window.first("comment-menu-"))
        await window.tap("comment-versions")
        await window.sees("version-1")
        assert "Deux portes." in window.words("version-1")
        assert "Trois portes." in window.words("version-2")


async def test_too_late_to_change_is_said_and_the_words_stay(
    browser: Browser, clock: MovingClock, claire, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await post(window, "Deux portes.")
        await window.tap(await window.first("comment-menu-"))
        await window.tap("comment-edit")
        await window.type("comment-text", "Trois portes.")
        clock.move(minutes=11)
        await window.tap("comment-save")
        await window.sees("comment-text-error")
        assert "10 minutes" in window.words("comment-text-error")
        assert window.typed("comment-text") == "Trois portes."
    assert await texts() == ["Deux portes."]


async def test_nothing_typed_is_lost_by_a_lost_answer_or_a_closed_sheet(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Vu sur place.")
        browser.lose_answers()
        await window.tap("comment-save")
        await window.sees("refusal")
        browser.mend()
        assert "Pas envoyé" in window.words("refusal")
        await window.tap("sheet-close")
        await window.misses("comment-sheet")
        await window.tap("comment")
        await window.sees("comment-text")
        assert window.typed("comment-text") == "Vu sur place."
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    assert await texts() == ["Vu sur place."]


async def test_what_is_empty_or_too_long_is_not_sent(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.tap("comment-save")
        await window.sees("comment-text-error")
        await window.type("comment-text", "a" * 10_001)
        await window.tap("comment-save")
        await window.until(lambda: "10 000" in window.words("comment-text-error"), "the bound")
    assert await texts() == []


async def test_what_is_written_while_a_comment_goes_is_kept_for_the_next(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Vu sur place.")
        browser.hold(f"/api/clients/{client.id}/comments")
        await window.tap("comment-save")
        await window.type("comment-text", "Elle rappelle jeudi.")
        browser.let_go()
        await window.misses("comment-sheet")
        await window.tap("comment")
        await window.sees("comment-text")
        assert window.typed("comment-text") == "Elle rappelle jeudi."
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    assert await texts() == ["Vu sur place.", "Elle rappelle jeudi."]
