"""Promises and plans in a real Chromium: so many taps, and no more; a plan agreed with a paper."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.e2e.hands import TABLET_AND_PHONE, becomes, choose, in_sight, tap_in_sight
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
        for size in TABLET_AND_PHONE:
            await becomes(window, size)
            await window.sees("outstanding")
            before = window.taps
            for tap in ("promise", "promise-day-fortnight", "promise-save"):
                await tap_in_sight(window, tap)
            await window.misses("promise-sheet")
            assert window.taps - before == 3
            await window.tap("tab-promises")
            promise = await first(window, "promise-0")
            assert "en cours" in await window.says(promise)
            await tap_in_sight(window, promise)
            await window.tap("promise-withdraw")
            await window.type("withdraw-why", "essai")
            await window.tap("withdraw-save")
            await window.misses("withdraw-sheet")
            await window.until("it is withdrawn", partial(tells, window, promise, "retirée"))


async def test_a_plan_is_proposed_and_agreed_with_a_paper(
    demo: Demo, chromium: Browser, office: Office, photo: Path
):
    rep, collector = demo.person("sales"), demo.person("collector")
    client = await asyncio.to_thread(office.new_client, "PLAN", "Menuiserie Sancy", rep=rep)
    await asyncio.to_thread(office.entrust, client, collector=collector)
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open(f"/clients/{client}")
        await sign_in(window, collector)
        await window.tap("file-menu")
        await window.tap("plan")
        await window.tap("promise-day-fortnight")
        await window.tap("plan-save")
        await window.misses("plan-sheet")
        await window.tap("tab-promises")
        accept = await first(window, "plan-accept-")
        plan = accept.replace("accept-", "")
        assert "proposé" in (await window.says(plan)).lower()
        await window.tap(accept)
        await choose(window, "attach-photo", photo)
        await tap_in_sight(window, "plan-move-save")
        await window.misses("plan-move-sheet")
        await window.until("it is agreed", partial(tells, window, plan, "0 sur 3 payées"))
        await in_sight(window, "tab-promises")


async def tells(window: Window, identifier: str, words: str) -> bool:
    said = await window.says(identifier)
    return words in said.replace("\u00a0", " ").lower()
