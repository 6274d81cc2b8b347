"""A rep in a basement, in a real Chromium: installed, without a network, killed, and back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext

from tests.e2e.hands import choose
from tests.e2e.office import Office
from tests.e2e.test_installable import ACTIVE, opened
from tests.journeys.deployment import until
from tools.browser import Window, profile
from tools.demo_server import Demo
from tools.python_tab import crash

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

SENT_SECONDS_MOST = 60.0


async def test_what_is_entered_without_a_network_survives_the_tab_and_arrives_once(
    demo: Demo, pwa_site: Path, office: Office, photo: Path, tmp_path: Path
):
    rep = demo.person("sales")
    client = await asyncio.to_thread(office.new_client, "CAVE", "Menuiserie Malzieu", rep=rep)
    async with profile(str(tmp_path / "browser")) as browser:
        window = await opened(browser.pages[0], demo, "/app/clients")
        await window.tap(f"demo-{rep.email}")
        await window.type("search", "malzieu")  # other tests' clients stand in the list too
        await window.sees(f"client-{client}")
        await window.misses("status")  # all is on the device
        assert await window.page.evaluate(ACTIVE)

        await browser.set_offline(offline=True)
        window = await anew(browser, window, demo, f"/app/clients/{client}")
        await window.sees("outstanding")
        await take_a_promise(window)
        await dispute(window, photo)
        await crash(window.page)

        window = await anew(browser, window, demo, "/app/clients")
        assert "2" in await window.says("status-entries")
        await window.type("search", "malzeiu")
        await window.tap(f"client-{client}")
        await window.sees("outstanding")
        await browser.set_offline(offline=False)
        await asyncio.to_thread(until_all_is_there, office, client)
        await window.misses("status-entries")
    assert arrived(office, client) == (1, 1, 1)


async def anew(browser: BrowserContext, window: Window, demo: Demo, path: str) -> Window:
    """The tab is gone, and another one opened there."""
    page = await browser.new_page()
    await window.page.close()
    return await opened(page, demo, path)


async def take_a_promise(window: Window) -> None:
    for tap in ("promise", "promise-day-fortnight", "promise-save"):
        await window.tap(tap)
    await window.misses("promise-sheet")


async def dispute(window: Window, photo: Path) -> None:
    await window.tap("dispute")
    await window.tap("reason-quality")
    await choose(window, "attach-photo", photo, "joint")
    await window.tap("dispute-save")
    await window.misses("dispute-sheet")


def until_all_is_there(office: Office, client: str) -> None:
    def found() -> bool | None:
        return True if min(arrived(office, client)) > 0 else None

    until("what was entered arrives", found, SENT_SECONDS_MOST)


def arrived(office: Office, client: str) -> tuple[int, int, int]:
    """How many promises, disputes and photos the office reads of the client."""

    def read(path: str) -> Any:
        return office.http.get(path).raise_for_status().json()

    promises = read(f"/clients/{client}/promises")["items"]
    disputes = read(f"/clients/{client}/disputes")["items"]
    entries = [one for dispute in disputes for one in read(f"/disputes/{dispute['id']}")["entries"]]
    return len(promises), len(disputes), sum(len(entry["files"]) for entry in entries)
