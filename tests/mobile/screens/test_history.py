"""What was changed about a client, as those who answer for it read it."""

from __future__ import annotations

import pytest

from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import transaction
from tests.edge_fixtures import AddPerson, MovingClock, SignIn
from tests.makers.ledger import LONG_AGO, make_branch, make_client
from tests.mobile.app_fixtures import Browser, Window
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio


@pytest.fixture
async def boss(add_person: AddPerson):
    return await add_person("branch_manager", name="Zoé Marchal", everything=True)


@pytest.fixture
async def client():
    return await make_client("C04821")


async def told(*facts: Fact) -> None:
    async with transaction():
        await record(*facts, by=NOBODY, at=LONG_AGO)


async def opened(window: Window, who, client) -> None:
    await window.sign_in(who)
    await window.sees("file-menu")
    await window.choose("open-history")
    await window.sees("screen-title")
    await window.reads("Historique")


async def test_a_change_is_told_with_who_when_device_before_and_after(
    browser: Browser, boss, client, sign_in: SignIn, add_person: AddPerson
):
    branch = await make_branch(client.company, "DOL")
    rep = await add_person("sales", name="Claire Vasseur")
    http = await sign_in(boss)
    body = {"rep_id": str(rep.id), "branch_id": str(branch.id)}
    await http.patch(f"/api/clients/{client.id}", json=body)
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, boss, client)
        change = await window.first("change-")
        words = window.words(change)
        assert "Client attribué" in words
        assert "Zoé Marchal" in words
        assert "depuis " in words
        assert "Agence | rien → Agence DOL" in words
        assert "Commercial | rien → Claire Vasseur" in words
        assert "avant : rien, après : Claire Vasseur" in window.spoken(change)
        assert str(rep.id) not in window.all_words()
        await window.phone.back()
        await window.sees("outstanding")


async def test_an_address_of_a_history_opens_it_and_back_leads_to_the_file(
    browser: Browser, boss, client
):
    await told(
        Fact(kind="client-changed", client=client.id, subject=client.id, after={"town": "Dole"})
    )
    async with browser.window(f"/clients/{client.id}/historique") as window:
        await window.sign_in(boss)
        await window.reads("Fiche modifiée")
        assert "Menuiserie Vauclair" in window.all_words()
        await window.tap("back")
        await window.sees("outstanding")


async def test_beside_the_list_on_a_tablet(browser: Browser, boss, client):
    await told(Fact(kind="client-changed", client=client.id, after={"town": "Dole"}))
    async with browser.window(f"/clients/{client.id}/historique", size=TABLET) as window:
        await window.sign_in(boss)
        await window.reads("Fiche modifiée")
        await window.sees(f"client-{client.id}")
        await window.tap("back")
        await window.sees("outstanding")


async def test_long_histories_come_page_after_page(browser: Browser, boss, client):
    await told(
        *(
            Fact(kind="client-changed", client=client.id, after={"profile": f"n° {number}"})
            for number in range(70)
        )
    )
    async with browser.window(f"/clients/{client.id}/historique") as window:
        await window.sign_in(boss)
        await window.until(lambda: len(window.those("change-")) == 30, "a page")
        await window.tap("more-changes")
        await window.until(lambda: len(window.those("change-")) == 60, "two pages")
        await window.scroll_to_end()
        await window.until(lambda: len(window.those("change-")) == 70, "all of it")
        await window.misses("more-changes")


async def test_nothing_yet_is_said(browser: Browser, boss, client):
    async with browser.window(f"/clients/{client.id}/historique") as window:
        await window.sign_in(boss)
        await window.sees("empty")
        assert "Aucune modification" in window.words("empty")


async def test_without_a_line_what_was_read_stays_and_one_can_try_again(
    browser: Browser, boss, client
):
    await told(
        *(Fact(kind="client-changed", client=client.id, after={"town": "Dole"}) for _ in range(40))
    )
    async with browser.window(f"/clients/{client.id}/historique") as window:
        await window.sign_in(boss)
        await window.sees("more-changes")
        browser.cut()
        await window.tap("more-changes")
        await window.sees("error")
        assert len(window.those("change-")) == 30
        browser.mend()
        await window.tap("error-retry")
        await window.until(lambda: len(window.those("change-")) == 40, "the rest")


async def test_what_is_new_is_read_when_one_comes_again(
    browser: Browser, boss, client, clock: MovingClock
):
    await told(Fact(kind="client-changed", client=client.id, after={"town": "Dole"}))
    async with browser.window(f"/clients/{client.id}/historique") as window:
        await window.sign_in(boss)
        await window.until(lambda: len(window.those("change-")) == 1, "the first")
        await window.tap("back")
        await window.sees("outstanding")
        await told(Fact(kind="client-changed", client=client.id, after={"town": "Dijon"}))
        await window.choose("open-history")
        await window.until(lambda: len(window.those("change-")) == 2, "the new one")


async def test_a_rep_is_not_offered_it_and_its_address_leads_nowhere(
    browser: Browser, add_person: AddPerson
):
    claire = await add_person("sales")
    client = await make_client(rep=claire.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        assert "open-history" not in window.phone.identifiers()
        await window.phone.go(f"/clients/{client.id}/historique")
        await window.sees("not-found")
        await window.tap("go-home")
        await window.sees("visit-add")
