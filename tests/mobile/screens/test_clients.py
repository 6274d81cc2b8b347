from __future__ import annotations

from datetime import timedelta

import flet as ft
import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import TODAY, make_client, make_document
from tests.makers.promises import make_judgement, make_promise
from tests.makers.visits import make_report
from tests.mobile.app_fixtures import Browser
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio


async def owing(rep, name: str, amount: str, days_late: int = 10, **values):
    client = await make_client(rep=rep.id, name=name, **values)
    await make_document(client, amount, due_on=TODAY - timedelta(days=days_late))
    return client


async def test_a_row_says_what_is_owed_what_is_overdue_and_since_when(browser: Browser, claire):
    client = await owing(claire, "Menuiserie Vauclair", "1234.50", 47, town="Besançon")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{client.id}")
        row = window.words(f"client-{client.id}")
        assert "Menuiserie Vauclair" in row
        assert "1 234,50 € échus" in row
        assert "47 j" in row
        said = window.spoken(f"client-{client.id}")
        assert "échu : 1234,50 euros, 47 jours" in said


async def test_the_title_counts_clients_and_adds_no_two_currencies(browser: Browser, claire):
    await owing(claire, "Vauclair", "100.00")
    await owing(claire, "Mirovel", "50.00")
    await owing(claire, "Brevonne", "70.00", currency="USD")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.reads("3 clients · 150,00 € · 70,00 $US d’encours")


async def test_a_search_forgives_accents_and_a_slip_of_the_finger(browser: Browser, claire):
    found = await owing(claire, "Électricité Noblance", "100.00")
    other = await owing(claire, "Transports Rivelor", "100.00")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{other.id}")
        await window.type("search", "elecrticite")
        await window.misses(f"client-{other.id}")
        await window.sees(f"client-{found.id}")


async def test_a_search_without_a_match_says_so_and_the_cross_clears_it(browser: Browser, claire):
    client = await owing(claire, "Menuiserie Vauclair", "100.00")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.type("search", "zzzzzz")
        await window.sees("empty")
        assert "zzzzzz" in window.words("empty")
        await window.tap("search-clear")
        await window.sees(f"client-{client.id}")
        assert window.typed("search") == ""


async def test_a_filter_taken_off_shows_everybody_again(browser: Browser, claire):
    late = await owing(claire, "Vauclair", "100.00", 10)
    fine = await owing(claire, "Mirovel", "100.00", -10)
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{fine.id}")
        await window.tap("filter-overdue")
        await window.misses(f"client-{fine.id}")
        assert f"client-{late.id}" in window.phone.identifiers()
        await window.tap("filter-overdue")
        await window.sees(f"client-{fine.id}")


async def test_the_chips_count_what_is_behind_them(browser: Browser, claire):
    await owing(claire, "Vauclair", "100.00", 10)
    await owing(claire, "Mirovel", "100.00", -10)
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.until(lambda: "1" in window.words("filter-overdue"), "one overdue")
        assert "2" in window.words("filter-mine")


async def test_only_who_sees_everything_is_shown_clients_of_nobody(
    browser: Browser, claire, add_person: AddPerson
):
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees("filter-mine")
        assert "filter-unassigned" not in window.phone.identifiers()
    chief = await add_person("credit_manager", everything=True)
    async with Browser(browser.api).window() as window:
        await window.sign_in(chief)
        await window.sees("filter-unassigned")


async def test_the_list_goes_on_where_the_first_page_ends(browser: Browser, claire):
    for number in range(53):
        await owing(claire, f"Client {number:02}", f"{1000 - number}.00")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees("loading-more")
        assert len(window.those("client-")) == 50
        await window.scroll_to_end()
        await window.until(lambda: len(window.those("client-")) == 53, "the second page")
        assert "loading-more" not in window.phone.identifiers()


async def test_the_order_can_be_chosen(browser: Browser, claire):
    small = await owing(claire, "Aubier", "10.00")
    large = await owing(claire, "Zermatt", "900.00")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{small.id}")
        assert window.those("client-")[0] == f"client-{large.id}"
        await window.choose("sort-name")
        await window.until(
            lambda: window.those("client-")[0] == f"client-{small.id}", "names in order"
        )


async def test_a_list_that_could_not_be_refreshed_stays_and_says_so(browser: Browser, claire):
    client = await owing(claire, "Vauclair", "100.00", 10)
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{client.id}")
        browser.cut()
        await window.tap("filter-overdue")
        await window.sees("stale")
        assert f"client-{client.id}" in window.phone.identifiers()
        assert "status" in window.phone.identifiers()
        browser.mend()
        await window.tap("filter-overdue")
        await window.misses("stale")
        await window.misses("status")


async def test_a_person_without_clients_is_told_what_would_be_here(browser: Browser, claire):
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees("empty")
        assert "Aucun client" in window.words("empty")


async def test_a_tablet_shows_the_list_and_the_file_side_by_side(browser: Browser, claire):
    client = await owing(claire, "Menuiserie Vauclair", "1234.50")
    async with browser.window(size=TABLET) as window:
        await window.sign_in(claire)
        await window.sees("choose")
        await window.tap(f"client-{client.id}")
        await window.sees("outstanding")
        assert f"client-{client.id}" in window.phone.identifiers()
        assert window.phone.find(f"client-{client.id}").selected
        assert "back" not in window.phone.identifiers()


async def test_ordered_by_the_last_visit_each_row_says_when_that_was(browser: Browser, claire):
    visited = await owing(claire, "Menuiserie Vauclair", "100.00")
    never = await owing(claire, "Plomberie Jura", "10.00")
    await make_report(claire.id, visited.id, visited_on=TODAY - timedelta(days=17))
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{visited.id}")
        assert "visité" not in window.all_words()
        await window.choose("sort-last_visit")
        await window.until(
            lambda: "jamais visité" in window.words(f"client-{never.id}"), "the visits"
        )
        assert "visité le 3 nov." in window.words(f"client-{visited.id}")


async def test_who_broke_a_promise_is_behind_a_chip_that_comes_in_sight(browser: Browser, claire):
    broke = await make_client(rep=claire.id, name="Menuiserie Vauclair")
    other = await owing(claire, "Plomberie Jura", "10.00")
    invoice = await make_document(broke, "50.00")
    promise = await make_promise(broke, invoice, promised_on=TODAY - timedelta(days=9))
    await make_judgement(promise, "broken")
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.until(
            lambda: "1" in window.words("filter-promise_broken").split(" | "), "the count"
        )
        await window.tap("filter-promise_broken")
        await window.misses(f"client-{other.id}")
        await window.sees(f"client-{broke.id}")
        [row] = [
            one
            for one in window.phone.all(ft.Row)
            if one.scroll and window.phone.all(ft.Semantics, one)[0].identifier == "filter-mine"
        ]
        assert row.auto_scroll
