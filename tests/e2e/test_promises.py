"""A promise taken in a real Chromium: so many taps, and no more."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from tests.e2e.test_the_app import first, sign_in
from tools.browser import PHONE, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]


async def test_a_promise_takes_three_taps_from_the_file_without_scrolling(
    demo: Demo, chromium: Browser
):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/clients")
        await sign_in(window, demo.person("sales"))
        await window.tap(await first(window, "client-"))
        await window.sees("outstanding")
        taps = ["promise", "promise-day-fortnight", "promise-save"]
        for tap in taps:
            box = await (await window.sees(tap)).bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], f"{tap} is out of sight"
            await window.tap(tap)
        await window.misses("promise-sheet")
        assert len(taps) == 3
        await window.tap("tab-promises")
        promise = await first(window, "promise-0")
        assert "en cours" in await window.says(promise)
        await window.tap(promise)
        await window.tap("promise-withdraw")
        await window.type("withdraw-why", "essai")
        await window.tap("withdraw-save")
        await window.misses("withdraw-sheet")
        assert "retirée" in await window.says(promise)
