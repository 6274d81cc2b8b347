"""A screen that cannot be drawn says so, and takes nothing else with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mobile.screens
from mobile.screens import client_file, position, shell
from tests.makers.ledger import make_client, make_document
from tests.mobile.app_fixtures import Browser
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio
DECLARED_WITH_FLETS_OWN = re.compile(r"^@ft\.component", re.MULTILINE)


class Unlucky(Exception):  # noqa: N818 - what a screen met
    """Something that nobody foresaw."""


def breaking(drawn, unlucky):
    """The same, but for one client that it cannot draw."""

    def cards(look, file, *rest):
        if file.identity.id == unlucky.id:
            raise Unlucky
        return drawn(look, file, *rest)

    return cards


async def two_clients(claire):
    unlucky = await make_client("C1", rep=claire.id, name="Menuiserie Vauclair")
    other = await make_client("C2", rep=claire.id, name="Scierie Mirovel")
    for client in (unlucky, other):
        await make_document(client, "100.00")
    return unlucky, other


@pytest.mark.parametrize("size", [(390, 844), TABLET])
async def test_a_screen_that_breaks_says_so_and_the_others_work(
    browser: Browser, claire, monkeypatch, caplog, size
):
    unlucky, other = await two_clients(claire)
    monkeypatch.setattr(position, "cards", breaking(position.cards, unlucky))
    async with browser.window(size=size) as window:
        await window.sign_in(claire)
        await window.tap(f"client-{unlucky.id}")
        await window.sees("broken")
        assert "n’a pas pu s’afficher" in window.words("broken")
        assert "FileOf cannot be drawn" in caplog.text
        if size != TABLET:
            await window.phone.back()
        await window.tap(f"client-{other.id}")
        await window.until(lambda: "100,00 €" in window.words("outstanding"), "the other's figures")
        await window.misses("broken")


async def test_trying_again_draws_it_once_it_can_be_drawn(browser: Browser, claire, monkeypatch):
    unlucky, _ = await two_clients(claire)
    whole = position.cards
    monkeypatch.setattr(position, "cards", breaking(whole, unlucky))
    async with browser.window(f"/clients/{unlucky.id}") as window:
        await window.sign_in(claire)
        await window.tap("broken-retry")
        await window.sees("broken")
        monkeypatch.setattr(position, "cards", whole)
        await window.tap("broken-retry")
        await window.until(lambda: "100,00 €" in window.words("outstanding"), "the figures")
        await window.misses("broken")


async def test_from_a_broken_screen_one_gets_home(browser: Browser, claire, monkeypatch):
    unlucky, other = await two_clients(claire)
    monkeypatch.setattr(position, "cards", breaking(position.cards, unlucky))
    async with browser.window(f"/clients/{unlucky.id}") as window:
        await window.sign_in(claire)
        await window.tap("broken-home")
        await window.sees("visit-add")
        await window.tap_place("Clients")
        await window.sees(f"client-{other.id}")
        await window.misses("broken")


async def test_a_part_that_breaks_while_it_is_shown_leaves_the_rest_alive(
    browser: Browser, claire, monkeypatch
):
    unlucky, _ = await two_clients(claire)
    async with browser.window(f"/clients/{unlucky.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        monkeypatch.setattr(position, "folded", breaking(position.folded, unlucky))
        await window.tap("tab-identity")
        await window.sees("broken")
        await window.phone.back()
        await window.tap_place("Moi")
        await window.sees("sign-out")


@pytest.mark.parametrize(("module", "name"), [(shell, "_body"), (client_file, "file_pane")])
async def test_a_whole_view_that_breaks_is_one_that_says_so(
    browser: Browser, claire, monkeypatch, module, name
):
    unlucky, _ = await two_clients(claire)

    def broken(*_args, **_named):
        raise Unlucky

    whole = getattr(module, name)
    monkeypatch.setattr(module, name, broken)
    async with browser.window(f"/clients/{unlucky.id}") as window:
        await window.sign_in(claire)
        await window.sees("broken")
        monkeypatch.setattr(module, name, whole)
        await window.tap("broken-retry")
        await window.sees("outstanding")


async def test_the_stack_of_views_itself_may_break(browser: Browser, claire, monkeypatch):
    def broken(*_args):
        raise Unlucky

    monkeypatch.setattr("mobile.screens.root._stack", broken)
    async with browser.window() as window:
        await window.sign_in(claire)
        await window.sees("broken")
        monkeypatch.undo()
        await window.tap("broken-retry")
        await window.sees("nav-me")


def test_no_screen_is_declared_without_the_guard():
    folder = Path(mobile.screens.__file__).parent
    unguarded = [
        file.name
        for file in folder.glob("*.py")
        if DECLARED_WITH_FLETS_OWN.search(file.read_text(encoding="utf-8"))
    ]
    assert unguarded == []
