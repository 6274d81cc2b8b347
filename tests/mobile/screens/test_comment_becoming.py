"""What a comment becomes, on the phone: a promise, a dispute; each leads to the other."""

from __future__ import annotations

import pytest

from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.thread_scene import at, post

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("overdue")]


async def test_a_comment_becomes_a_promise_and_both_say_so(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await post(window, "Elle paie vendredi.")
        await window.tap(await window.first("comment-menu-"))
        await window.tap("comment-to-promise")
        await window.sees("origin")
        assert "Claire Vasseur" in window.words("origin")
        await window.tap("promise-day-friday")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        became = await window.first("became-")
        await window.tap(became)
        promise = await window.first("promise-0")
        await window.tap(promise)
        await window.reads("D’après un commentaire du fil")


async def test_a_comment_becomes_a_dispute_and_both_say_so(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await post(window, "Deux portes voilées.")
        await window.tap(await window.first("comment-menu-"))
        await window.tap("comment-to-dispute")
        await window.sees("origin")
        await window.tap("reason-price")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
        await window.tap(await window.first("became-"))
        await window.tap("to-thread")
        await window.sees("thread-counts")
