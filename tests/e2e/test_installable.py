"""The app that a browser runs by itself: installed, then opened without a network."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route

from tools.browser import Window, profile
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

DEEP = "/app/clients/019a0000-0000-7000-8000-000000000001"
MARKS = "performance.getEntriesByType('mark').map(mark => mark.name)"
KEPT = """navigator.serviceWorker.ready.then(async () =>
    (await (await caches.open("encours-app")).keys()).map(one => new URL(one.url).pathname))"""
ACTIVE = "navigator.serviceWorker.ready.then(one => one.active !== null)"
START_MS = 90_000


async def opened(page: Page, demo: Demo, path: str) -> Window:
    """Once Python has drawn, and the progress screen is gone."""
    window = Window(page, demo.address)
    await page.goto(demo.address + path, wait_until="commit")
    await page.wait_for_selector("#starting", state="detached", timeout=START_MS)
    await window.listen()
    return window


def path_of(url: str) -> str:
    return urlsplit(url).path


async def installability(browser: BrowserContext, page: Page) -> list[object]:
    asking = await browser.new_cdp_session(page)
    answer = await asking.send("Page.getInstallabilityErrors")
    errors: list[object] = answer["installabilityErrors"]
    return errors


async def test_it_installs_and_opens_where_it_was_left_without_a_network(
    demo: Demo, pwa_site: Path, tmp_path: Path
):
    async with profile(str(tmp_path / "browser")) as browser:
        asked: list[str] = []
        browser.on("request", lambda request: asked.append(request.url))
        page = browser.pages[0]
        window = await opened(page, demo, "/app/clients")
        await window.sees("email")
        assert "encours-picture" in await page.evaluate(MARKS)
        assert await page.evaluate(ACTIVE)
        assert await installability(browser, page) == []
        kept = await page.evaluate(KEPT)
        assert {path for path in kept if not path.startswith("/app/")} == set()
        assert any(path.endswith("memory.bin") for path in kept)
        # The one renderer that this browser draws with, whichever it is.
        drawn = {path for path in map(path_of, asked) if "/canvaskit/" in path}
        assert drawn == {path for path in kept if "/canvaskit/" in path}
        assert not any("flutter_service_worker" in url for url in asked)

        await browser.set_offline(True)
        await page.close()
        window = await opened(await browser.new_page(), demo, DEEP)
        await window.sees("email")
        assert "encours-picture" in await window.page.evaluate(MARKS)
        assert window.page.url == demo.address + DEEP


async def test_where_the_picture_is_no_good_python_starts_step_by_step(
    demo: Demo, pwa_site: Path, chromium: Browser
):
    async def spoilt(route: Route) -> None:
        await route.fulfill(body=b"\0" * 4096, content_type="application/octet-stream")

    context = await chromium.new_context(service_workers="block", locale="en-GB")
    try:
        await context.route("**/memory.bin", spoilt)
        window = await opened(await context.new_page(), demo, "/app/")
        await window.sees("email")
        assert "encours-ordinary" in await window.page.evaluate(MARKS)
    finally:
        await context.close()
