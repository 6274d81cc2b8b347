"""Disputes in a real Chromium: so many taps to signal one with a photo, and to answer one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.e2e.test_the_app import first, sign_in
from tests.files.samples import picture
from tools.browser import PHONE, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "porte.jpg"
    path.write_bytes(picture(size=(1600, 1200)))
    return path


async def in_sight(window: Window, identifier: str) -> None:
    box = await (await window.sees(identifier)).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"], f"{identifier} is out of sight"


async def choose(window: Window, identifier: str, photo: Path) -> None:
    async with window.page.expect_file_chooser() as chooser:
        await window.tap(identifier)
    await (await chooser.value).set_files(photo)
    sent = window.page.get_by_text("envoyé").or_(window.page.get_by_label("envoyé"))
    await sent.first.wait_for(state="attached")


async def test_a_dispute_with_a_photo_takes_four_taps_from_the_file_without_scrolling(
    demo: Demo, chromium: Browser, photo: Path
):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/clients")
        await sign_in(window, demo.person("sales"))
        await window.tap(await first(window, "client-"))
        await window.sees("outstanding")
        taps = ["dispute", "reason-quality", "attach-photo", "dispute-save"]
        for tap in taps:
            await in_sight(window, tap)
            if tap == "attach-photo":
                await choose(window, tap, photo)
            else:
                await window.tap(tap)
        await window.misses("dispute-sheet")
        assert len(taps) == 4
        await window.tap("tab-disputes")
        dispute = await first(window, "dispute-0")
        assert "qualité" in await window.says(dispute)
        await window.tap(dispute)
        await window.sees("claimed")
        await window.tap(await first(window, "file-"))
        await window.sees("file-picture")


async def test_after_sales_adds_a_photo_and_an_answer_in_three_taps(
    demo: Demo, chromium: Browser, photo: Path
):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/litiges")
        await sign_in(window, demo.person("after_sales"))
        await window.tap(await first(window, "dispute-0"))
        await window.sees("claimed")
        taps = ["move-answer", "attach-photo", "move-save"]
        for tap in taps:
            await in_sight(window, tap)
            if tap == "attach-photo":
                await choose(window, tap, photo)
            else:
                await window.tap(tap)
        await window.misses("move-sheet")
        assert len(taps) == 3
        await window.nodes("file-").first.wait_for(state="attached")
