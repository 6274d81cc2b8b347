"""Comments on the phone: written, whom they name, their wording, changed; what they become."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.database.transaction import fetch_all, fetch_value
from mobile.store.thread import Opened
from tests.edge_fixtures import AddPerson, MovingClock
from tests.mobile.app_fixtures import Browser
from tests.mobile.choosing import choose
from tests.mobile.screens.thread_scene import at, post, texts

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


def test_a_sheet_that_goes_down_late_does_not_close_the_next_one():
    opened = Opened()
    opened.show("menu")
    went_down = opened.closing("menu")
    opened.show("promise")
    went_down()
    assert opened.sheet == "promise"
    opened.closing("promise")()
    assert opened.sheet is None


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
