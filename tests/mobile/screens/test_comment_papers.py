"""Papers of a comment, on the phone: it goes with all of them, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.database.transaction import fetch_value
from tests.mobile.app_fixtures import Browser
from tests.mobile.choosing import choose
from tests.mobile.screens.thread_scene import at, texts

pytestmark = pytest.mark.anyio


async def test_a_paper_goes_with_a_comment_and_stands_under_it(
    browser: Browser, claire, client, tmp_path: Path
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Sa lettre.")
        await choose(window, "attach-file", tmp_path, ("lettre.txt", b"Bonjour"))
        await window.reads("1 Ko · envoyé")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
        await window.first("file-0")
        assert "lettre.txt" in window.words(await window.first("comment-0"))


async def test_a_comment_does_not_go_without_its_refused_paper(
    browser: Browser, claire, client, tmp_path: Path
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Sa lettre.")
        await choose(window, "attach-file", tmp_path, ("a.exe", b"MZ" + bytes(99)))
        await window.reads("Ce type de fichier")
        await window.tap("comment-save")
        await window.reads("Retirez ou réessayez")
        assert await texts() == []
        refused = next(i for i in window.those("attachment-") if i.endswith("-error"))
        await window.tap(refused.replace("-error", "-remove"))
        await window.until(lambda: "Retirez" not in window.all_words(), "nothing in the way")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    assert await texts() == ["Sa lettre."]


async def test_a_paper_on_its_way_is_waited_for_and_goes_with_the_comment(
    browser: Browser, claire, client, tmp_path: Path
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Sa lettre.")
        browser.hold(f"/api/clients/{client.id}/files")
        await choose(window, "attach-file", tmp_path, ("lettre.txt", b"Bonjour"))
        await window.tap("comment-save")
        assert await texts() == []
        browser.let_go()
        await window.misses("comment-sheet")
    assert await texts() == ["Sa lettre."]
    assert await fetch_value("SELECT count(*) FROM comment_file") == 1
