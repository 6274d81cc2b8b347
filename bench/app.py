"""The app in Chromium, server mode, on the demo company: how soon, how quick, how large.

- Start to the client list: cold (an empty browser, after the sign-in) and warm (the window opened
  again, signed in). Until the first row is in the semantics tree.
- From the tap on a client until what they owe is in the semantics tree: the median of thirty
  clients, none opened before.
- What a session adds to the server: fifty windows that each open a client file. They are closed
  one after the other, and the server keeps their sessions as it does for one who comes back; so
  fifty are alive at the end.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.figures import Figure
from tools.browser import PHONE, Window, browsing
from tools.demo_server import Demo, demo_server

if TYPE_CHECKING:
    from playwright.async_api import Browser

WARM_STARTS, TAPS, SESSIONS = 5, 30, 50
WARM_SECONDS_MOST, TAP_MS_MOST, SESSION_MB_MOST = 2.5, 400, 8
ROWS_BETWEEN = (260, 720)
"""Where a row may be tapped: under the head, above the bar. Logical pixels."""
PAGE_BYTES = 4096

# Runs in the page: from the pointer's release until the figure is in the tree.
WATCH = """() => new Promise(done => {
    const seen = () => document.querySelector('[flt-semantics-identifier="outstanding"]')
        ? done(performance.now() - window.released) : requestAnimationFrame(seen);
    seen();
})"""
RELEASE = """() => window.addEventListener(
    'pointerup', () => { window.released = performance.now() }, {capture: true, once: true})"""


async def measure(demo: Demo) -> list[Figure]:
    async with browsing() as browser:
        cold, kept = await cold_start(browser, demo)
        warm = [await warm_start(browser, demo, kept) for _ in range(WARM_STARTS)]
        taps = await tap_to_figure(browser, demo, kept)
        added = await session_memory(browser, demo, kept)
    return [
        Figure("app: sign-in to client list, empty browser", cold, "s"),
        Figure(
            "app: warm start to client list",
            statistics.median(warm),
            "s",
            most=WARM_SECONDS_MOST,
        ),
        Figure(
            "app: tap to outstanding amount, median",
            statistics.median(taps),
            "ms",
            most=TAP_MS_MOST,
        ),
        Figure("app: tap to outstanding amount, slowest", max(taps), "ms"),
        Figure(f"app: added by each of {SESSIONS} sessions", added, "MB", most=SESSION_MB_MOST),
    ]


async def cold_start(browser: Browser, demo: Demo) -> tuple[float, Any]:
    """From opening the address, the typing left out; and the browser's storage for later."""
    person = demo.person("finance_director")
    async with Window.on(browser, demo.address, size=PHONE) as window:
        began = time.perf_counter()
        await window.open("/")
        await window.sees("email")
        shown = time.perf_counter() - began
        await window.type("email", person.email)
        await window.type("password", person.password)
        began = time.perf_counter()
        await window.tap("sign-in")
        await window.nodes("client-").first.wait_for(state="attached")
        cold = shown + time.perf_counter() - began
        return cold, await window.page.context.storage_state()


async def warm_start(browser: Browser, demo: Demo, kept: Any) -> float:
    """The second opening in one browser: its cache is warm, its token is kept."""
    async with Window.on(browser, demo.address, size=PHONE, storage_state=kept) as window:
        await window.open("/clients")
        await window.nodes("client-").first.wait_for(state="attached")
        began = time.perf_counter()
        await window.open("/clients")
        await window.nodes("client-").first.wait_for(state="attached")
        took = time.perf_counter() - began
        kept.update(await window.page.context.storage_state())
        return took


async def tap_to_figure(browser: Browser, demo: Demo, kept: Any) -> list[float]:
    opened: set[str] = set()
    took: list[float] = []
    async with Window.on(browser, demo.address, size=PHONE, storage_state=kept) as window:
        await window.open("/clients")
        await window.nodes("client-").first.wait_for(state="attached")
        await window.still()
        while len(took) < TAPS:
            row = await row_to_tap(window, opened)
            if row is None:
                await window.page.mouse.move(PHONE["width"] / 2, 500)
                await window.page.mouse.wheel(0, 400)
                await window.still(400)
                continue
            name, across, down = row
            opened.add(name)
            await window.page.evaluate(RELEASE)
            await window.page.mouse.click(across, down)
            took.append(float(await window.page.evaluate(WATCH)))
            await window.still(400)
            await window.tap("back")
            await window.misses("outstanding")
            await window.still(400)
        kept.update(await window.page.context.storage_state())
    return took


async def row_to_tap(window: Window, opened: set[str]) -> tuple[str, float, float] | None:
    top, foot = ROWS_BETWEEN
    for node in await window.nodes("client-").all():
        name = await node.get_attribute("flt-semantics-identifier")
        box = await node.bounding_box()
        if name and name not in opened and box and top < box["y"] + 20 < foot:
            return name, box["x"] + 120, box["y"] + 20
    return None


async def session_memory(browser: Browser, demo: Demo, kept: Any) -> float:
    """Megabytes a session, over the server's processes."""
    files = await some_files(browser, demo, kept)
    before = resident_mb(demo.pid)
    for number in range(SESSIONS):
        async with Window.on(browser, demo.address, size=PHONE, storage_state=kept) as window:
            await window.open(files[number % len(files)])
            await window.sees("outstanding")
            kept.update(await window.page.context.storage_state())
    return (resident_mb(demo.pid) - before) / SESSIONS


async def some_files(browser: Browser, demo: Demo, kept: Any) -> list[str]:
    async with Window.on(browser, demo.address, size=PHONE, storage_state=kept) as window:
        await window.open("/clients")
        rows = window.nodes("client-")
        await rows.first.wait_for(state="attached")
        names = [await node.get_attribute("flt-semantics-identifier") for node in await rows.all()]
        kept.update(await window.page.context.storage_state())
    return [f"/clients/{name.removeprefix('client-')}" for name in names if name]


def resident_mb(pid: int) -> float:
    """Of the process and its children, PostgreSQL's left out."""
    pages, waiting = 0, [pid]
    while waiting:
        one = waiting.pop()
        folder = Path("/proc") / str(one)
        if "postgres" in (folder / "comm").read_text():
            continue
        pages += int((folder / "statm").read_text().split()[1])
        waiting += map(int, (folder / "task" / str(one) / "children").read_text().split())
    return pages * PAGE_BYTES / 1_000_000


def results() -> list[dict[str, object]]:
    """The figures as bench/results.json keeps them."""
    with tempfile.TemporaryDirectory() as folder, demo_server(Path(folder) / "data") as demo:
        return [asdict(figure) for figure in asyncio.run(measure(demo))]


if __name__ == "__main__":
    for figure in results():
        print(f"{figure['name']}: {figure['value']:.2f} {figure['unit']}")
