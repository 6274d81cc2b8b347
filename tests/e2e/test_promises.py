"""A promise taken in a real Chromium: so many taps, and no more."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Browser

from tests.e2e.office import Office
from tests.e2e.test_the_app import first, sign_in
from tools.browser import PHONE, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]


async def test_a_promise_takes_three_taps_from_the_file_without_scrolling(
    demo: Demo, chromium: Browser, office: Office
):
    rep = demo.person("sales")
    client = await asyncio.to_thread(office.new_client, "PROMIS", "Menuiserie Cézallier", rep=rep)
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open(f"/clients/{client}")
        await sign_in(window, rep)
        await window.sees("outstanding")
        before = window.taps
        for tap in ("promise", "promise-day-fortnight", "promise-save"):
            box = await (await window.sees(tap)).bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], f"{tap} is out of sight"
            await window.tap(tap)
        await window.misses("promise-sheet")
        assert window.taps - before == 3
        await window.tap("tab-promises")
        promise = await first(window, "promise-0")
        assert "en cours" in await window.says(promise)
        await window.tap(promise)
        await window.tap("promise-withdraw")
        await window.type("withdraw-why", "essai")
        await window.tap("withdraw-save")
        await window.misses("withdraw-sheet")
        assert "retirée" in await window.says(promise)
