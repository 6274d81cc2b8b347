"""What a browser keeps of the installable app: whole versions, the next one at the next start."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page

from tools.browser import profile
from tools.pwa.worker import service_worker

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

REGISTER = "navigator.serviceWorker.register('/app/sw.js', {scope: '/app/'})"
READY = "navigator.serviceWorker.ready.then(one => one.active.state)"
UPDATE = """navigator.serviceWorker.getRegistration('/app/').then(async one => {
    await one.update().catch(() => null);
    while (one.installing) await new Promise(done => requestAnimationFrame(done));
    return one.waiting !== null;
})"""
SAID_OFFLINE = "fetch('/app/data-0123456789ab/said.txt').then(one => one.text())"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


class Shop:
    """A server with one version of a small site."""

    def __init__(self, root: Path, address: str) -> None:
        self.site = root / "app"
        self.address = f"{address}/app/"

    def put(self, version: str, *, arrived: bool = True) -> None:
        """With the page of another version, where its own has not arrived yet."""
        (self.site / "data-0123456789ab").mkdir(parents=True, exist_ok=True)
        (self.site / "data-0123456789ab/said.txt").write_text("as ever")
        page = self.site / "index.html"
        page.write_text(f"<title>{version}</title>")
        (self.site / "sw.js").write_text(service_worker(self.site))
        if not arrived:
            page.write_text("<title>of another version</title>")

    async def opened(self, browser: BrowserContext) -> Page:
        page = await browser.new_page()
        await page.goto(self.address)
        return page


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    serve = partial(Quiet, directory=str(tmp_path / "root"))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Shop(tmp_path / "root", f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


async def test_a_new_version_is_taken_whole_and_at_the_next_start(shop: Shop, tmp_path: Path):
    async with profile(str(tmp_path / "browser")) as browser:
        shop.put("first")
        page = await shop.opened(browser)
        await page.evaluate(REGISTER)
        await page.evaluate(READY)

        shop.put("second", arrived=False)
        assert await page.evaluate(UPDATE) is False
        await page.reload()
        assert await page.title() == "first"

        shop.put("second")
        assert await page.evaluate(UPDATE) is True
        await page.reload()
        assert await page.title() == "first"  # not under somebody's hands
        await page.close()

        page = await shop.opened(browser)
        assert await page.title() == "second"
        await browser.set_offline(True)
        assert await page.evaluate(SAID_OFFLINE) == "as ever"
