"""What one chose of a client's file is in view: the figures over it become one line."""

from __future__ import annotations

import flet as ft
import pytest

from tests.makers.ledger import make_client
from tests.mobile.app_fixtures import Browser, Window
from tests.mobile.headless import TABLET

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("overdue")]


def list_shown(window: Window) -> int:
    """Another list begins at its top, however far the one before was scrolled."""
    return [one for one in window.phone.all(ft.ListView) if one.on_scroll][-1]._i


async def test_a_tab_that_is_chosen_is_under_one_line_of_figures(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-title")
        assert "unfold" not in window.phone.identifiers()
        before = list_shown(window)
        await window.tap("tab-contacts")
        await window.sees("unfold")
        assert not {"brief-title", "habits", "ageing-31-60"} & window.phone.identifiers()
        assert "5 200,00 €" in window.words("outstanding")
        assert "5 200,00 €" in window.words("overdue")
        assert list_shown(window) != before


async def test_the_head_is_whole_again_where_a_tab_begins(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("brief-title")
        await window.scroll_to_end()
        await window.misses("refresh")
        assert "Aucune donnée chargée" in window.all_words()  # its age, whatever is in sight
        await window.tap("tab-contacts")
        await window.sees("refresh")


async def test_a_tap_on_the_line_shows_all_the_figures_again(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-invoices")
        await window.tap("unfold")
        await window.sees("brief-title")
        await window.sees("ageing-31-60")
        await window.tap("tab-invoices")
        await window.sees("unfold")


@pytest.mark.parametrize("tab", ["fil", "promesses"])
async def test_an_address_of_a_tab_opens_it_in_view(browser: Browser, claire, client, tab: str):
    async with browser.window(f"/clients/{client.id}/{tab}") as window:
        await window.sign_in(claire)
        await window.sees("unfold")
        assert "brief-title" not in window.phone.identifiers()


async def test_a_bucket_shows_its_invoices_in_view(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("ageing-31-60")
        await window.sees("unfold")
        await window.sees("bucket-off")


async def test_on_a_tablet_the_next_client_is_shown_with_all_its_figures(
    browser: Browser, claire, client
):
    other = await make_client(rep=claire.id, name="Autre")
    async with browser.window(f"/clients/{client.id}", size=TABLET) as window:
        await window.sign_in(claire)
        await window.tap("tab-contacts")
        await window.sees("unfold")
        await window.tap(f"client-{other.id}")
        await window.misses("unfold")
        await window.sees("brief-title")


@pytest.mark.parametrize(("tab", "at_end"), [("", False), ("/contacts", True)])
async def test_the_tab_an_address_opens_is_in_sight_in_the_row(
    browser: Browser, claire, client, tab: str, at_end: bool
):
    async with browser.window(f"/clients/{client.id}{tab}") as window:
        await window.sign_in(claire)
        await window.sees("tab-contacts")
        [row] = [
            one
            for one in window.phone.all(ft.Row)
            if one.scroll and window.phone.all(ft.Semantics, one)[0].identifier == "tab-invoices"
        ]
        assert row.auto_scroll is at_end
