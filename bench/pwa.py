"""The installable app in Chromium: what its first start fetches, and how soon it has drawn.

- What a first start is sent, and when a later one shows its progress screen.
- Start until Python has drawn the first screen: cold (an empty browser), warm (later, from what the
  service worker keeps) and offline; the median of five. Each against the naive build in the same
  run: Flet's client whole, Python and the packages unpacked and imported at every start, after
  Flutter, uncompressed; it has no service worker, so that it has no start without a network, and
  its start with the browser's cache stands in for one.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure
from bench.naive_pwa import naive_site, served
from tools.browser import browsing, profile
from tools.demo_server import demo_server
from tools.pwa.building import ROOT, build

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page, Request

STARTS, SHARE_MOST = 5, 0.55
OURS, NAIVE = "/app/", "/"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
DRAWN = "performance.getEntriesByName('encours-drawn').length"
KEPT = "navigator.serviceWorker.ready.then(one => one.active !== null)"


async def seconds(browser: BrowserContext, url: str) -> tuple[float, Page]:
    page = await browser.new_page()
    began = time.perf_counter()
    await page.goto(url, wait_until="commit")
    await page.wait_for_function(DRAWN, timeout=180_000)
    return time.perf_counter() - began, page


async def cold(url: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        async with profile(folder) as browser:
            return (await seconds(browser, url))[0]


async def later(
    url: str, *, worker: bool, painted_ms: list[float]
) -> tuple[list[float], list[float]]:
    """With a network, then without one where a service worker keeps it.

    `painted_ms` is told when each had its first paint.
    """
    warm: list[float] = []
    offline: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        async with profile(folder) as browser:
            _, page = await seconds(browser, url)
            if worker:
                await page.wait_for_selector("#starting", state="detached")
                await page.evaluate(KEPT)
            await page.close()
            for took, without in ((warm, False), (offline, True)):
                if without and not worker:
                    continue
                await browser.set_offline(without)
                for _ in range(STARTS):
                    one, page = await seconds(browser, url)
                    took.append(one)
                    painted_ms.append(float(await page.evaluate(PAINTED)))
                    await page.close()
    return warm, offline


async def sent_mb(url: str) -> float:
    """What a browser is sent until Python has drawn, headers included."""
    sent = 0
    answered: list[Request] = []
    async with browsing() as browser:
        context = await browser.new_context(service_workers="block")
        page = await context.new_page()
        context.on("requestfinished", lambda request: answered.append(request))  # noqa: PLW0108
        await page.goto(url, wait_until="commit")
        await page.wait_for_function(DRAWN, timeout=180_000)
        for request in answered:
            told = await request.sizes()
            sent += told["responseBodySize"] + told["responseHeadersSize"]
    return sent / 1_000_000


async def measure(address: str, plain: str) -> list[Figure]:
    colds = [await cold(address + OURS) for _ in range(STARTS)]
    painted_ms: list[float] = []
    warm, offline = await later(address + OURS, worker=True, painted_ms=painted_ms)
    before = await cold(plain + NAIVE)
    before_warm, _ = await later(plain + NAIVE, worker=False, painted_ms=[])
    naive = statistics.median(before_warm)
    sent = await sent_mb(address + OURS)
    return [
        against("pwa: first start, empty browser", statistics.median(colds), before),
        against("pwa: warm start", statistics.median(warm), naive, most=SHARE_MOST),
        against("pwa: start without a network", statistics.median(offline), naive, most=SHARE_MOST),
        Figure("pwa: progress screen painted, warm", statistics.median(painted_ms), "ms"),
        Figure("pwa: sent to a first start", sent, "MB", await sent_mb(plain + NAIVE)),
    ]


def against(name: str, value: float, floor: float, most: float | None = None) -> Figure:
    return Figure(name, value, "s", floor, value / floor, most)


def results() -> list[dict[str, object]]:
    """The figures as bench/results.json keeps them."""
    build(ROOT / "build/pwa")
    with tempfile.TemporaryDirectory() as folder, demo_server(Path(folder) / "data") as demo:
        naive_site(ROOT / "build/pwa/wheels", Path(folder) / "naive")
        with served(Path(folder) / "naive") as plain:
            return [asdict(one) for one in asyncio.run(measure(demo.address, plain))]


if __name__ == "__main__":
    for figure in results():
        print(f"{figure['name']}: {figure['value']:.2f} {figure['unit']} / {figure['floor']}")
