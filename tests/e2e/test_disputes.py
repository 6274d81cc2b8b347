"""Disputes in a real Chromium: so many taps to signal one with a photo, and to answer one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser, Download, Page

from tests.e2e.hands import TABLET_AND_PHONE, becomes, choose, in_sight, tap_in_sight
from tests.e2e.office import Office
from tests.e2e.test_the_app import first, sign_in
from tools.browser import PHONE, TABLET, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]


async def to_answer(window: Window) -> str:
    """The first of the list that is not decided yet."""
    rows = window.nodes("dispute-0")
    for place in range(await rows.count()):
        row = str(await rows.nth(place).get_attribute("flt-semantics-identifier"))
        if "réponse" in (await window.says(row)).lower():
            return row
    raise AssertionError("Everything is decided.")


async def taken_away(window: Window, button: str) -> str:
    """The name under which the browser saves what a tap opens, beside the app or in its place."""
    saved: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def downloaded(download: Download) -> None:
        saved.set_result(download.suggested_filename)

    def opened(page: Page) -> None:
        page.on("download", downloaded)

    opened(window.page)
    window.page.context.on("page", opened)
    await window.tap(button)
    try:
        return await asyncio.wait_for(saved, 15)
    except TimeoutError:
        told = [(page.url, await page.content()) for page in window.page.context.pages[1:]]
        raise AssertionError(f"nothing was saved: {told}") from None


async def test_a_dispute_with_a_photo_takes_four_taps_from_the_file_without_scrolling(
    demo: Demo, chromium: Browser, photo: Path, office: Office
):
    rep = demo.person("sales")
    client = await asyncio.to_thread(office.new_client, "LITIGE", "Menuiserie Aubrac", rep=rep)
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open(f"/clients/{client}")
        await sign_in(window, rep)
        for size in TABLET_AND_PHONE:
            await becomes(window, size)
            await window.sees("outstanding")
            before = window.taps
            await tap_in_sight(window, "dispute")
            await tap_in_sight(window, "reason-quality")
            await in_sight(window, "attach-photo")
            await choose(window, "attach-photo", photo)
            await tap_in_sight(window, "dispute-save")
            await window.misses("dispute-sheet")
            assert window.taps - before == 4
        await window.tap("tab-disputes")
        dispute = await first(window, "dispute-0")
        assert "qualité" in await window.says(dispute)
        await tap_in_sight(window, dispute)
        await window.sees("claimed")
        await window.tap(await first(window, "file-"))
        await window.sees("file-picture")
        assert await taken_away(window, "file-open") == "porte.jpg"


async def test_after_sales_is_one_tap_from_its_disputes_and_three_from_a_photo_and_an_answer(
    demo: Demo, chromium: Browser, photo: Path
):
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open("/")
        await sign_in(window, demo.person("after_sales"))
        for size in TABLET_AND_PHONE:
            await becomes(window, size)
            before = window.taps
            await tap_in_sight(window, "today-my-disputes")
            await first(window, "dispute-0")
            assert window.taps - before == 1
            await window.tap(await to_answer(window))
            await window.sees("claimed")
            before = window.taps
            await tap_in_sight(window, "move-answer")
            await in_sight(window, "attach-photo")
            await choose(window, "attach-photo", photo)
            await tap_in_sight(window, "move-save")
            await window.misses("move-sheet")
            assert window.taps - before == 3
            await window.nodes("file-").first.wait_for(state="attached")
            if size is TABLET:
                await window.tap("nav-today")


OPEN = """Code client;Nom;N° facture;Date facture;Échéance;Montant
T9100;Menuiserie Vauclair;V-24702;2026-09-01;2026-10-01;5200,00
T9100;Menuiserie Vauclair;V-24911;2026-10-29;2026-11-28;8300,00
"""
CREDITED = """Code client;Nom;N° facture;Date facture;Échéance;Montant
T9100;Menuiserie Vauclair;V-24911;2026-10-29;2026-11-28;8300,00
"""


async def test_a_disputed_part_is_answered_granted_credited_and_closed(
    demo: Demo, chromium: Browser, photo: Path, office: Office
):
    await asyncio.to_thread(office.load, OPEN, as_of="2026-11-20", company="VAUCLAIR")
    client = await asyncio.to_thread(office.client, "V-24702")
    rep, after_sales = demo.person("sales"), demo.person("after_sales")
    await asyncio.to_thread(office.entrust, client, rep=rep, collector=after_sales)
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open(f"/clients/{client}")
        await sign_in(window, rep)
        await window.tap("dispute")
        await window.tap("reason-quality")
        await window.tap("dispute-amount-edit")
        await window.type("dispute-amount", "1480")
        await window.type("dispute-note", "Deux portes reçues voilées.")
        await choose(window, "attach-photo", photo)
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
        await window.tap("tab-disputes")
        await window.tap(await first(window, "dispute-0"))
        await window.sees("claimed")
        link = window.page.url.removeprefix(demo.address)
    async with Window.on(chromium, demo.address, size=PHONE) as window:
        await window.open(link)
        await sign_in(window, after_sales)
        await window.tap("move-answer")
        await window.type("move-text", "Vues sur place.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.tap("move-resolve")
        await window.type("move-text", "Les deux portes sont reprises.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        assert "accepté" in (await window.says("standing")).lower()
        await asyncio.to_thread(office.load, CREDITED, as_of="2026-11-21", company="VAUCLAIR")
        await window.page.reload()
        await window.listen()
        page, settled = window.page, "facture réglée"
        told = page.get_by_text(settled).or_(page.get_by_label(settled))
        await told.first.wait_for(state="attached")
        assert "clos le" in await window.says("standing")
