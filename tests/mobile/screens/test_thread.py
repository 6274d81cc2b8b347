"""The thread on the phone: read, marked as read, written in, changed, pinned."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.database.transaction import fetch_all, fetch_value
from mobile.store.thread import Opened
from tests.edge_fixtures import AddPerson, MovingClock, Somebody
from tests.makers.ledger import TODAY, make_client, make_document
from tests.mobile.app_fixtures import Browser, Window

pytestmark = pytest.mark.anyio


@pytest.fixture
async def claire(add_person: AddPerson):
    return await add_person("sales", name="Claire Vasseur")


@pytest.fixture
async def hugo(add_person: AddPerson):
    return await add_person("after_sales", name="Hugo Tessier", everything=True)


@pytest.fixture
async def ines(add_person: AddPerson):
    return await add_person("collector", name="Inès Vidal", everything=True)


@pytest.fixture
async def client(claire):
    made = await make_client("C04821", rep=claire.id, name="Menuiserie Vauclair")
    await make_document(made, "5200.00", due_on=TODAY - timedelta(days=34))
    return made


async def at(window: Window, somebody: Somebody) -> None:
    await window.sign_in(somebody)
    await window.sees("thread-counts")


async def post(window: Window, text: str) -> None:
    await window.tap("comment")
    await window.type("comment-text", text)
    await window.tap("comment-save")
    await window.misses("comment-sheet")


async def texts() -> list[str]:
    rows = await fetch_all("SELECT text FROM comment_version ORDER BY written_at, number")
    return [row["text"] for row in rows]


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
