"""The thread in a real Chromium, in two windows at once: a mention is made, seen and read."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from playwright.async_api import Browser

from shared.contract.demo import DemoAccount
from tests.e2e.office import Office
from tests.e2e.test_the_app import first, sign_in
from tools.browser import PHONE, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

DESKTOP = {"width": 1280, "height": 800}
SHOWN = "words => document.querySelector('flt-semantics-host').outerHTML.includes(words)"


def read_all(demo: Demo, person: DemoAccount, path: str) -> None:
    """What the demo company said before is not counted, on whatever day it is played."""
    with Office(demo, person) as office:
        said = {"through": datetime.now(UTC).isoformat()}
        office.http.put(f"{path}/thread/read", json=said).raise_for_status()


async def test_a_mention_is_counted_and_read_and_a_comment_is_on_the_open_screen_at_once(
    demo: Demo, chromium: Browser
):
    collector = demo.person("collector")
    async with (
        Window.on(chromium, demo.address, size=PHONE) as rep,
        Window.on(chromium, demo.address, size=DESKTOP) as colleague,
    ):
        await rep.open("/clients")
        await sign_in(rep, demo.person("sales"))
        await rep.tap(await first(rep, "client-"))
        await rep.sees("outstanding")
        path = rep.page.url.removeprefix(demo.address).partition("?")[0]
        await asyncio.to_thread(read_all, demo, collector, path)

        await rep.tap("comment")
        await rep.type("comment-text", f"Vu sur place. @{collector.name[:3]}")
        await rep.tap(await first(rep, "mention-0"))
        await rep.sees("mentioned")
        assert collector.name in await rep.says("mentioned")
        await rep.tap("comment-save")
        await rep.misses("comment-sheet")

        # On a phone it is counted on the tab until the thread is opened.
        async with Window.on(chromium, demo.address, size=PHONE) as phone:
            await phone.open(path)
            await sign_in(phone, collector)
            await phone.page.wait_for_function(SHOWN, arg="1 non lu")
            await phone.tap("tab-thread")
            await phone.page.wait_for_function(f"words => !({SHOWN})(words)", arg="non lu")

        # On a desktop the thread is beside the file: what is said comes onto it by itself, on top.
        # How soon is measured by the benchmarks: here three windows share the machine.
        await colleague.open(path)
        await sign_in(colleague, collector)
        await colleague.sees("thread-counts")
        await colleague.page.wait_for_function(SHOWN, arg=f"@{collector.name}")
        await colleague.page.evaluate("window.isAsItWas = true")
        words = "Elle paie vendredi par virement."
        await rep.tap("comment")
        await rep.type("comment-text", words)
        await rep.tap("comment-save")
        await colleague.page.wait_for_function(SHOWN, arg=words)
        assert await colleague.page.evaluate("window.isAsItWas"), "the page was loaded anew"
        assert await height(colleague, words) < await height(colleague, "Vu sur place.")


async def height(window: Window, words: str) -> float:
    said = window.page.get_by_text(words).or_(window.page.get_by_label(words))
    box = await said.first.bounding_box()
    assert box is not None
    return box["y"]
