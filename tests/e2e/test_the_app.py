"""What people do with the app, in a real Chromium, on the demo company."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser

from shared.contract.demo import DemoAccount
from tools.browser import PHONE, TABLET, Window
from tools.demo_server import Demo

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

OPEN_ITEMS = """Code client;Nom;N° facture;Date facture;Échéance;Montant
T9001;Essai Un;X-1;03/04/2026;03/05/2026;1200,50
T9002;Essai Deux;X-2;04/05/2026;05/06/2026;800,00
"""


async def sign_in(window: Window, person: DemoAccount) -> None:
    await window.type("email", person.email)
    await window.type("password", person.password)
    await window.tap("sign-in")
    await window.misses("email")


async def first(window: Window, beginning: str) -> str:
    node = window.nodes(beginning).first
    await node.wait_for(state="attached")
    return str(await node.get_attribute("flt-semantics-identifier"))


async def one_further_down(window: Window) -> tuple[str, str]:
    """A client that is not the first of the list, and a word of its name that no trade is called.

    Names of the demo company begin with the trade, which many clients share.
    """
    rows = window.nodes("client-")
    for place in range(1, await rows.count()):
        row = str(await rows.nth(place).get_attribute("flt-semantics-identifier"))
        name = (await window.says(row)).split("\n")[0]
        words = [word for word in name.split()[1:] if re.fullmatch(r"[A-Za-zÀ-ÿ]{6,}", word)]
        if words:
            return row, max(words, key=len)
    raise AssertionError("Every client is called by its trade alone.")


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_a_rep_finds_a_client_through_a_typo_reads_an_invoice_and_goes_back(
    demo: Demo, chromium: Browser, theme: str
):
    async with Window.on(chromium, demo.address, size=PHONE, theme=theme) as window:  # type: ignore[arg-type]
        await window.open("/clients")
        await sign_in(window, demo.person("sales"))
        await first(window, "client-")
        row, word = await one_further_down(window)
        typo = word[:2] + word[3] + word[2] + word[4:]
        await window.type("search", typo.lower())

        async def is_first() -> bool:
            return await first(window, "client-") == row

        await window.until(f"{typo} finds {word}", is_first)
        await window.tap(row)
        await window.sees("outstanding")
        assert "encours" in await window.says("outstanding")
        assert re.search(r"/clients/[0-9a-f-]{36}$", window.page.url)
        document = await first(window, "document-")
        await window.tap(document)
        await window.sees("residual")
        await window.page.go_back()
        await window.sees("outstanding")
        await window.page.go_back()
        await window.sees(row)


async def test_a_deep_link_is_kept_through_signing_in_and_survives_a_reload(
    demo: Demo, chromium: Browser
):
    async with Window.on(chromium, demo.address) as window:
        await window.open("/clients")
        await sign_in(window, demo.person("sales"))
        row = await first(window, "client-")
        await window.tap(row)
        await window.sees("outstanding")
        link = window.page.url.removeprefix(demo.address)
    async with Window.on(chromium, demo.address) as window:
        await window.open(link)
        await sign_in(window, demo.person("sales"))
        await window.sees("outstanding")
        assert window.page.url.endswith(link)
        await window.page.reload()
        await window.listen()
        await window.sees("outstanding")


async def test_a_tablet_shows_the_list_and_the_file_side_by_side(demo: Demo, chromium: Browser):
    async with Window.on(chromium, demo.address, size=TABLET) as window:
        await window.open("/clients")
        await sign_in(window, demo.person("finance_director"))
        await window.sees("choose")
        row = await first(window, "client-")
        await window.tap(row)
        await window.sees("outstanding")
        assert await window.node(row).count() == 1
        assert await window.node("back").count() == 0


async def test_an_administrator_invites_somebody_who_opens_the_link(demo: Demo, chromium: Browser):
    async with Window.on(chromium, demo.address) as window:
        await window.open("/equipe")
        await sign_in(window, demo.person("admin"))
        await window.tap("invite")
        await window.type("person-name", "Lou Martin")
        await window.type("person-email", "lou.martin@rivaton.example")
        await window.tap("person-save")
        link = re.search(r"/(lien|link)/\S+", await window.says("link-url"))
        assert link is not None
    async with Window.on(chromium, demo.address) as window:
        await window.open(link.group())
        await window.type("new-password", "une phrase assez longue")
        await window.tap("choose-password")
        await window.sees("email")
        await window.type("email", "lou.martin@rivaton.example")
        await window.type("password", "une phrase assez longue")
        await window.tap("sign-in")
        await window.sees("no-visits")
        await window.tap("nav-clients")
        await window.sees("empty")


async def test_an_administrator_loads_a_file_that_asks_a_question_and_takes_it_back(
    demo: Demo, chromium: Browser, tmp_path: Path
):
    ledger = tmp_path / "ouvert.csv"
    ledger.write_text(OPEN_ITEMS, encoding="utf-8")
    async with Window.on(chromium, demo.address) as window:
        await window.open("/donnees")
        await sign_in(window, demo.person("admin"))
        await window.type("company", "ESSAI")
        async with window.page.expect_file_chooser() as chooser:
            await window.tap("choose-file")
        await (await chooser.value).set_files(ledger)
        await window.sees("question", wait_ms=30_000)
        await window.tap("answer-dmy")
        await window.sees("count-added", wait_ms=30_000)
        assert "2" in await window.says("count-added")
        await window.tap("apply")
        await window.sees("undo", wait_ms=30_000)
        await window.tap("undo")
        await window.misses("undo")


async def test_the_language_changes_at_once_and_stays_after_a_reload(demo: Demo, chromium: Browser):
    async with Window.on(chromium, demo.address) as window:
        await window.open("/moi")
        await sign_in(window, demo.person("after_sales"))
        await window.tap("language-en")
        await window.page.wait_for_function("document.title.startsWith('Me ')")
        await window.page.reload()
        await window.listen()
        await window.sees("nav-me")
        assert await window.says("nav-me") == "Me"
        await window.tap("language-fr")
        await window.page.wait_for_function("document.title.startsWith('Moi ')")


async def test_a_demo_sign_in_is_one_tap(demo: Demo, chromium: Browser):
    async with Window.on(chromium, demo.address) as window:
        await window.open("/connexion")
        await window.tap(f"demo-{demo.person('collector').email}")
        await window.sees("nav-me")


async def test_text_at_200_percent_stacks_what_stood_side_by_side(demo: Demo, chromium: Browser):
    async with Window.on(chromium, demo.address, text_percent=200) as window:
        await window.open("/clients")
        await sign_in(window, demo.person("sales"))
        await window.tap(await first(window, "client-"))
        owed = await (await window.sees("outstanding")).bounding_box()
        late = await (await window.sees("overdue")).bounding_box()
        assert owed is not None
        assert late is not None
        assert late["y"] > owed["y"] + owed["height"] - 1


async def test_nothing_is_asked_of_the_internet_but_what_the_runtime_tries_and_misses(
    demo: Demo, chromium: Browser
):
    async with Window.on(chromium, demo.address) as window:
        await window.open("/clients")
        await window.sees("email")
        assert all("rive_native" in address for address in window.outside), window.outside
