"""A window that was cut off from the server and came back; a server that does not answer."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from mobile.platform import server
from tests.makers.ledger import TODAY, make_client, make_document
from tests.mobile.app_fixtures import Browser, Window

pytestmark = pytest.mark.anyio

LIST = "/api/clients"


@pytest.fixture
async def client(claire):
    client = await make_client(rep=claire.id, name="Menuiserie Vauclair")
    await make_document(client, "100.00", due_on=TODAY - timedelta(days=5))
    return client


async def answered(browser: Browser, window: Window) -> None:
    """Whatever was asked has been answered, and the loop has turned."""
    browser.let_go()
    while browser.asked:  # noqa: ASYNC110 - nothing of ours tells when
        await asyncio.sleep(0.001)
    await window.phone.settle()


async def test_what_is_answered_while_the_window_is_cut_off_is_drawn_when_it_is_back(
    browser: Browser, claire, client
):
    async with browser.window() as window:
        browser.hold(LIST)
        await window.sign_in(claire)
        await window.sees("loading")
        await window.phone.lose_line()
        await answered(browser, window)
        await window.phone.find_line()
        await window.sees(f"client-{client.id}")


async def test_what_changed_while_the_window_was_cut_off_is_read_when_it_is_back(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.reads("100,00")
        await window.phone.lose_line()
        # Without a fact of the history, which alone would be told: reading again shows it.
        await make_document(client, "23.00", due_on=TODAY - timedelta(days=2))
        await window.phone.find_line()
        await window.reads("123,00")


async def test_who_is_signed_in_while_cut_off_finds_their_clients_when_back(
    browser: Browser, claire, client
):
    async with browser.window() as window:
        await window.type("email", claire.email)
        await window.type("password", claire.password)
        browser.hold("/api/sign-in")
        tapped = asyncio.create_task(window.phone.tap("sign-in"))
        await asyncio.wait([tapped])
        await window.phone.lose_line()
        await answered(browser, window)
        await window.phone.find_line()
        await window.sees(f"client-{client.id}")


async def test_a_server_that_does_not_answer_is_said_and_can_be_asked_again(
    browser: Browser, claire, client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(server, "TIMEOUT_SECONDS", 4)
    async with browser.window() as window:
        browser.hold(LIST)
        await window.sign_in(claire)
        await window.sees("error-retry")
        browser.let_go()
        await window.tap("error-retry")
        await window.sees(f"client-{client.id}")
