"""A rep's day in a real Chromium: the app opens on it, a client is two taps away, a visit told."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest
from playwright.async_api import Browser

from tests.e2e.hands import TABLET_AND_PHONE, becomes, in_sight
from tests.e2e.office import Office
from tests.e2e.test_the_app import first, sign_in
from tools.browser import PHONE, TABLET, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

DRAG_STEPS = 20
NEXT_FRAME = "() => new Promise(requestAnimationFrame)"


async def test_a_rep_opens_the_day_a_client_in_two_taps_and_reports_a_visit(
    demo: Demo, chromium: Browser
):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/")
        await sign_in(window, demo.person("sales"))
        await window.sees("today-visits")
        assert window.page.url.rstrip("/").removesuffix("/aujourdhui") == demo.address
        await window.tap("visit-add")
        await window.sees(await first(window, "visit-of-"))
        await window.tap("sheet-close")
        await window.misses("visit-search")
        for size in TABLET_AND_PHONE:
            await becomes(window, size)
            before = window.taps
            await window.tap("nav-clients")
            await window.tap(await first(window, "client-"))
            await window.sees("outstanding")
            await in_sight(window, "brief-title")
            assert window.taps - before == 2
            await window.tap("tab-invoices")
            await in_sight(window, await first(window, "document-"))
            assert window.taps - before == 3
            if size is TABLET:
                await window.tap("nav-today")
        await window.tap("file-menu")
        await window.tap("report-visit")
        await window.tap("visit-met-other")
        await window.type("visit-someone", "Mme Roche")
        await window.tap("visit-mood-satisfied")
        await window.tap("visit-save")
        await window.misses("visit-sheet")


async def test_visits_are_dragged_into_another_order(demo: Demo, chromium: Browser):
    rep = demo.person("sales")
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/")
        await sign_in(window, rep)
        await window.sees("today-visits")
        while (planned := len(await order(window))) < 2:
            await window.tap(await first(window, "suggest-"))
            await window.until("one visit more", partial(stand, window, planned + 1))
        before = await order(window)
        swapped = [before[1], before[0], *before[2:]]
        await drag_below(window, before[0], before[1])
        await window.until("the other order", partial(are, window, swapped))
        with Office(demo, rep) as elsewhere:  # the list moves at once, and is told once it is still
            await window.until("the other order is kept", partial(are_kept, elsewhere, swapped))
        await window.page.reload()
        await window.listen()
        await window.sees("today-visits")
        await window.until("the other order again", partial(are, window, swapped))


async def drag_below(window: Window, handle: str, other: str) -> None:
    """In steps, each on a frame of its own, as a finger moves."""
    upper = await (await window.sees(handle)).bounding_box()
    lower = await (await window.sees(other)).bounding_box()
    assert upper is not None
    assert lower is not None
    across, down = upper["x"] + upper["width"] / 2, upper["y"] + upper["height"] / 2
    target = lower["y"] + lower["height"] / 2 + upper["height"] / 2
    mouse = window.page.mouse
    await mouse.move(across, down)
    await mouse.down()
    for step in range(1, DRAG_STEPS + 1):
        await mouse.move(across, down + (target - down) * step / DRAG_STEPS)
        await window.page.evaluate(NEXT_FRAME)
    await mouse.up()


async def stand(window: Window, count: int) -> bool:
    return len(await order(window)) == count


async def are(window: Window, handles: list[str]) -> bool:
    return await order(window) == handles


async def are_kept(elsewhere: Office, handles: list[str]) -> bool:
    answer = await asyncio.to_thread(elsewhere.http.get, "/today")
    visits = [f"visit-drag-{stop['visit']['id']}" for stop in answer.json()["visits"]]
    return [one for one in visits if one in handles] == handles


async def order(window: Window) -> list[str]:
    """The handles from top to bottom."""
    nodes = await window.nodes("visit-drag-").all()
    placed = []
    for node in nodes:
        box = await node.bounding_box()
        if box is not None:
            placed.append((box["y"], str(await node.get_attribute("flt-semantics-identifier"))))
    return [name for _, name in sorted(placed)]
