"""The app in Chromium, server mode, on the demo company: how soon, how quick, how large.

- Start to the client list: cold (an empty browser, after the sign-in) and warm (a new window later,
  signed in). Until the first row is in the semantics tree.
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
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure
from tools.browser import PHONE, Window, profile
from tools.demo_server import Demo, demo_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import BrowserContext

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


async def measure(demo: Demo, folder: str) -> list[Figure]:
    async with profile(folder) as browser:
        cold = await cold_start(browser, demo)
        warm = [await warm_start(browser, demo) for _ in range(WARM_STARTS)]
        taps = await tap_to_figure(browser, demo)
        added = await session_memory(browser, demo)
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


@asynccontextmanager
async def window_of(browser: BrowserContext, demo: Demo) -> AsyncIterator[Window]:
    """A new tab: its own session, with the browser's storage and cache."""
    page = await browser.new_page()
    try:
        yield Window(page, demo.address)
    finally:
        await page.close()


async def cold_start(browser: BrowserContext, demo: Demo) -> float:
    """From opening the address, the typing left out. The browser stays signed in."""
    person = demo.person("finance_director")
    async with window_of(browser, demo) as window:
        began = time.perf_counter()
        await window.open("/clients")
        await window.sees("email")
        shown = time.perf_counter() - began
        await window.type("email", person.email)
        await window.type("password", person.password)
        began = time.perf_counter()
        await window.tap("sign-in")
        await first_client(window)
        return shown + time.perf_counter() - began


async def warm_start(browser: BrowserContext, demo: Demo) -> float:
    """A later opening in the same browser: its cache is warm, its token is kept."""
    async with window_of(browser, demo) as window:
        began = time.perf_counter()
        await window.open("/clients")
        await first_client(window)
        return time.perf_counter() - began


async def first_client(window: Window) -> None:
    await window.nodes("client-").first.wait_for(state="attached")


async def tap_to_figure(browser: BrowserContext, demo: Demo) -> list[float]:
    opened: set[str] = set()
    took: list[float] = []
    async with window_of(browser, demo) as window:
        await window.open("/clients")
        await first_client(window)
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
    return took


async def row_to_tap(window: Window, opened: set[str]) -> tuple[str, float, float] | None:
    top, foot = ROWS_BETWEEN
    for node in await window.nodes("client-").all():
        name = await node.get_attribute("flt-semantics-identifier")
        box = await node.bounding_box()
        if name and name not in opened and box and top < box["y"] + 20 < foot:
            return name, box["x"] + 120, box["y"] + 20
    return None


async def session_memory(browser: BrowserContext, demo: Demo) -> float:
    """Megabytes a session, over the server's processes."""
    files = await some_files(browser, demo)
    before = resident_mb(demo.pid)
    for number in range(SESSIONS):
        async with window_of(browser, demo) as window:
            await window.open(files[number % len(files)])
            await window.sees("outstanding")
    return (resident_mb(demo.pid) - before) / SESSIONS


async def some_files(browser: BrowserContext, demo: Demo) -> list[str]:
    async with window_of(browser, demo) as window:
        await window.open("/clients")
        await first_client(window)
        rows = await window.nodes("client-").all()
        names = [await node.get_attribute("flt-semantics-identifier") for node in rows]
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
        kept = str(Path(folder) / "browser")
        return [asdict(figure) for figure in asyncio.run(measure(demo, kept))]


if __name__ == "__main__":
    for figure in results():
        print(f"{figure['name']}: {figure['value']:.2f} {figure['unit']}")
