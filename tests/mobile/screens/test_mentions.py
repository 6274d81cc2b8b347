"""Who is named in a comment, on the phone: chosen while the name is typed, and told."""

from __future__ import annotations

import pytest

from backend.database.transaction import fetch_all
from tests.edge_fixtures import AddPerson
from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.thread_scene import at

pytestmark = pytest.mark.anyio


async def test_who_is_named_is_chosen_while_the_name_is_typed(
    browser: Browser, claire, ines, hugo, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "Remplacement mardi. @in")
        await window.tap(f"mention-{ines.id}")
        assert window.typed("comment-text") == "Remplacement mardi. @Inès Vidal "
        await window.reads("Seront prévenus : Inès Vidal")
        await window.type("comment-text", "Remplacement mardi. @Inès Vidal et @sa")
        await window.tap("mention-after_sales")
        assert window.typed("comment-text") == "Remplacement mardi. @Inès Vidal et @SAV "
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    rows = await fetch_all("SELECT account, role FROM comment_mention")
    assert {(row["account"], row["role"]) for row in rows} == {
        (ines.id, None),
        (None, "after_sales"),
    }


async def test_a_name_taken_out_again_names_nobody(browser: Browser, claire, ines, client):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "@")
        await window.tap(f"mention-{ines.id}")
        await window.type("comment-text", "Rien à dire.")
        await window.tap("comment-save")
        await window.misses("comment-sheet")
    assert await fetch_all("SELECT id FROM comment_mention") == []


async def test_somebody_out_of_scope_is_not_offered(
    browser: Browser, add_person: AddPerson, claire, client
):
    await add_person("sales", name="Zoé Hors-Champ")
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        await window.tap("comment")
        await window.type("comment-text", "@zo")
        await window.until(lambda: "Personne de ce nom" in window.words("mention-nobody"), "nobody")


async def test_names_that_cannot_be_read_say_so_and_are_asked_for_again(
    browser: Browser, claire, ines, client
):
    async with browser.window(f"/clients/{client.id}/fil") as window:
        await at(window, claire)
        browser.fail("/mentionable")
        await window.tap("comment")
        await window.type("comment-text", "Remplacement mardi. @in")
        await window.sees("mention-unread")
        assert "Les noms n’ont pas pu être lus" in window.words("mention-unread")
        browser.mend()
        await window.tap("mention-retry")
        await window.sees(f"mention-{ines.id}")
        await window.misses("mention-unread")
