"""What happens to a client is on the screens that show it, without anybody asking."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from litestar import Litestar

from tests.makers.disputes import make_dispute
from tests.makers.ledger import ago, make_document
from tests.mobile.app_fixtures import PATIENCE_SECONDS, Browser, Window

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("overdue")]

SOON = timedelta(days=7)


async def until_streams(app: Litestar, count: int) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while app.state.switchboard.open_streams != count:  # noqa: ASYNC110 - nothing of ours tells when
            await asyncio.sleep(0.005)


async def take_promise(window: Window) -> None:
    await window.tap("promise")
    await window.tap("promise-day-friday")
    await window.tap("promise-save")
    await window.misses("promise-sheet")


async def test_a_colleagues_promise_is_on_the_open_screen(
    app: Litestar, browser: Browser, claire, ines, client
):
    other = Browser(app)
    address = f"/clients/{client.id}"
    async with browser.window(address) as mine, other.window(address) as theirs:
        await mine.sign_in(claire)
        await theirs.sign_in(ines)
        await mine.sees("tab-promises")
        await until_streams(app, 2)
        await take_promise(theirs)
        await mine.until(lambda: "Promesses | 1" in mine.words("tab-promises"), "the promise")


async def test_an_answer_is_on_the_open_screen_of_its_dispute(
    app: Litestar, browser: Browser, claire, ines, client
):
    invoice = await make_document(client, "70.00", due_on=ago(3))
    id_ = await make_dispute(client, invoice, opened_by=claire.id, department="billing")
    other, address = Browser(app), f"/clients/{client.id}/litiges/{id_}"
    async with browser.window(address) as mine, other.window(address) as theirs:
        await mine.sign_in(claire)
        await theirs.sign_in(ines)
        await mine.sees("claimed")
        await until_streams(app, 2)
        await theirs.tap("move-answer")
        await theirs.type("move-text", "Duplicata envoyé.")
        await theirs.tap("move-save")
        await theirs.misses("move-sheet")
        await mine.reads("Duplicata envoyé.")


async def test_a_closed_window_leaves_nothing_open(app: Litestar, browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await until_streams(app, 1)
    await until_streams(app, 0)


async def test_a_window_that_is_cut_off_listens_no_more_until_it_is_back(
    app: Litestar, browser: Browser, claire, ines, client
):
    other = Browser(app)
    address = f"/clients/{client.id}"
    async with browser.window(address) as mine, other.window(address) as theirs:
        await mine.sign_in(claire)
        await theirs.sign_in(ines)
        await mine.sees("tab-promises")
        await until_streams(app, 2)
        await mine.phone.lose_line()
        await until_streams(app, 1)
        await take_promise(theirs)
        await mine.phone.find_line()
        await mine.until(lambda: "Promesses | 1" in mine.words("tab-promises"), "what it missed")


async def test_who_signs_out_is_told_no_more(app: Litestar, browser: Browser, claire, client):
    async with browser.window("/moi") as window:
        await window.sign_in(claire)
        await until_streams(app, 1)
        await window.tap("sign-out")
        await until_streams(app, 0)


async def test_a_lost_stream_comes_back(app: Litestar, browser: Browser, claire, ines, client):
    other = Browser(app)
    address = f"/clients/{client.id}"
    async with browser.window(address) as mine, other.window(address) as theirs:
        await mine.sign_in(claire)
        await theirs.sign_in(ines)
        await mine.sees("tab-promises")
        await until_streams(app, 2)
        app.state.switchboard.cut()
        await until_streams(app, 0)
        await take_promise(theirs)
        await until_streams(app, 2)
        await mine.until(lambda: "Promesses | 1" in mine.words("tab-promises"), "what it missed")
