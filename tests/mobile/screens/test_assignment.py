"""Who looks after a client is said by those who may."""

from __future__ import annotations

import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import make_branch, make_client, make_company
from tests.mobile.app_fixtures import Browser
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio


@pytest.fixture
async def boss(add_person: AddPerson):
    return await add_person("branch_manager", name="Zoé Marchal", everything=True)


@pytest.fixture
async def client():
    return await make_client("C04821")


@pytest.mark.parametrize("size", [(390, 844), TABLET])
async def test_branch_rep_and_collector_are_given_at_once(
    browser: Browser, boss, client, add_person: AddPerson, size
):
    branch = await make_branch(client.company, "DOL")
    elsewhere = await make_branch((await make_company()).id)
    rep = await add_person("sales", name="Claire Vasseur")
    collector = await add_person("collector", name="Noé Perrin")
    async with browser.window(f"/clients/{client.id}", size=size) as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-branch")
        await window.sees(f"option-{branch.id}")
        assert f"option-{elsewhere.id}" not in window.phone.identifiers()
        await window.tap(f"option-{branch.id}")
        await window.tap("assign-rep")
        await window.tap(f"option-{rep.id}")
        await window.tap("assign-collector")
        await window.tap(f"option-{collector.id}")
        assert "Claire Vasseur" in window.words("assign-rep")
        await window.tap("assign-save")
        await window.misses("assign-sheet")
        await window.tap("tab-identity")
        await window.sees("branch")
        assert "Agence DOL" in window.words("branch")
        assert "Claire Vasseur" in window.words("rep")
        assert "Noé Perrin" in window.words("collector")


async def test_the_ones_whose_work_it_is_come_first_and_a_name_can_be_sought(
    browser: Browser, boss, client, add_person: AddPerson
):
    for number in range(8):
        await add_person("after_sales", name=f"Alix {number}")
    rep = await add_person("sales", name="Élodie Vasseur")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-rep")
        await window.sees(f"option-{rep.id}")
        assert window.those("option-")[1] == f"option-{rep.id}"
        await window.type("assign-search", "elodie")
        await window.until(lambda: window.those("option-") == [f"option-{rep.id}"], "only her")
        await window.type("assign-search", "personne de ce nom-là")
        await window.reads("Personne de ce nom.")
        await window.tap("assign-back")
        await window.sees("assign-save")


async def test_somebody_is_taken_off(browser: Browser, boss, add_person: AddPerson):
    rep = await add_person("sales", name="Claire Vasseur")
    client = await make_client(rep=rep.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-rep")
        await window.tap("option-none")
        await window.tap("assign-save")
        await window.misses("assign-sheet")
        await window.tap("tab-identity")
        await window.until(lambda: "Personne" in window.words("rep"), "nobody")


async def test_without_a_line_the_choice_stays(
    browser: Browser, boss, client, add_person: AddPerson
):
    rep = await add_person("sales", name="Claire Vasseur")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-rep")
        await window.tap(f"option-{rep.id}")
        browser.cut()
        await window.tap("assign-save")
        await window.sees("refusal")
        assert "Claire Vasseur" in window.words("assign-rep")
        browser.mend()
        await window.tap("assign-save")
        await window.misses("assign-sheet")


async def test_a_refusal_is_told(browser: Browser, boss, client, add_person: AddPerson, database):
    rep = await add_person("sales", name="Claire Vasseur")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-rep")
        await window.tap(f"option-{rep.id}")
        await database.fetch("UPDATE account SET disabled_at = now() WHERE id = $1", (rep.id,))
        await window.tap("assign-save")
        await window.sees("refusal")
        assert "n’est pas des nôtres" in window.words("refusal")


async def test_who_gives_a_client_away_out_of_their_sight_is_told_and_led_home(
    browser: Browser, add_person: AddPerson
):
    company = await make_company()
    here, there = await make_branch(company.id, "ICI"), await make_branch(company.id, "LABAS")
    manager = await add_person("branch_manager", own_portfolio=False, branches=[here.id])
    client = await make_client(company=company.id, branch=here.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(manager)
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-branch")
        await window.tap(f"option-{there.id}")
        await window.tap("assign-save")
        await window.sees("search")
        await window.misses("outstanding")
        await window.misses(f"client-{client.id}")


async def test_the_unassigned_are_behind_a_chip_for_who_sees_all(
    browser: Browser, boss, client, add_person: AddPerson
):
    rep = await add_person("sales", name="Claire Vasseur")
    assigned = await make_client(rep=rep.id)
    async with browser.window() as window:
        await window.sign_in(boss)
        await window.sees(f"client-{assigned.id}")
        await window.tap("filter-unassigned")
        await window.misses(f"client-{assigned.id}")
        await window.tap(f"client-{client.id}")
        await window.sees("file-menu")
        await window.choose("assign")
        await window.tap("assign-rep")
        await window.tap(f"option-{rep.id}")
        await window.tap("assign-save")
        await window.misses("assign-sheet")
        await window.phone.back()
        await window.misses(f"client-{client.id}")


async def test_a_collector_may_not_assign(browser: Browser, client, add_person: AddPerson):
    collector = await add_person("collector", everything=True)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(collector)
        await window.sees("outstanding")
        assert "assign" not in window.phone.identifiers()
