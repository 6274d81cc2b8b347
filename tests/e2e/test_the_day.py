"""A rep's day in a real Chromium: the app opens on it, a client is two taps away, a visit told."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from tests.e2e.test_the_app import first, sign_in
from tools.browser import PHONE, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]


async def test_a_rep_opens_the_day_a_client_in_two_taps_and_reports_a_visit(
    demo: Demo, chromium: Browser
):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/")
        await sign_in(window, demo.person("sales"))
        await window.sees("today-visits")
        assert window.page.url.rstrip("/").removesuffix("/aujourdhui") == demo.address
        await window.tap("visit-add")
        found = await first(window, "visit-of-")
        client = found.removeprefix("visit-of-")
        await window.sees(found)
        await window.tap("sheet-close")
        await window.misses("visit-search")
        taps = ["nav-clients", f"client-{client}"]
        for tap in taps:
            await window.tap(tap)
        await window.sees("outstanding")
        brief = await (await window.sees("brief-title")).bounding_box()
        assert brief is not None
        assert brief["y"] + brief["height"] <= PHONE["height"], "À dire is below the fold"
        assert len(taps) == 2
        await window.tap("file-menu")
        await window.tap("report-visit")
        await window.tap("visit-met-other")
        await window.type("visit-someone", "Mme Roche")
        await window.tap("visit-mood-satisfied")
        await window.tap("visit-save")
        await window.misses("visit-sheet")


async def test_visits_are_dragged_into_another_order(demo: Demo, chromium: Browser):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/")
        await sign_in(window, demo.person("sales"))
        await window.sees("today-visits")
        while await window.nodes("visit-drag-").count() < 2:
            await window.tap(await first(window, "suggest-"))
            await window.still()
        before = await order(window)
        handle = await (await window.sees(before[0])).bounding_box()
        below = await (await window.sees(before[1])).bounding_box()
        assert handle is not None
        assert below is not None
        across, down = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
        await window.page.mouse.move(across, down)
        await window.page.mouse.down()
        target = below["y"] + below["height"] / 2 + handle["height"] / 2
        for step in range(1, 21):
            await window.page.mouse.move(across, down + (target - down) * step / 20)
            await window.page.wait_for_timeout(20)
        await window.page.wait_for_timeout(300)
        await window.page.mouse.up()
        await window.still(1500)
        assert (await order(window))[:2] == before[1::-1]
        await window.page.reload()
        await window.listen()
        await window.sees("today-visits")
        assert (await order(window))[:2] == before[1::-1]


async def order(window: Window) -> list[str]:
    """The handles from top to bottom."""
    nodes = await window.nodes("visit-drag-").all()
    placed = []
    for node in nodes:
        box = await node.bounding_box()
        if box is not None:
            placed.append((box["y"], str(await node.get_attribute("flt-semantics-identifier"))))
    return [name for _, name in sorted(placed)]
