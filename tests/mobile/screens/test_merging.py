"""Two clients that are one, and back, by those who may."""

from __future__ import annotations

import pytest

from tests.edge_fixtures import AddPerson, SignIn
from tests.makers.ledger import (
    make_allocation,
    make_client,
    make_company,
    make_document,
    make_payment,
)
from tests.mobile.app_fixtures import Browser
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio


@pytest.fixture
async def boss(add_person: AddPerson):
    return await add_person("credit_manager", everything=True)


@pytest.fixture
async def pair():
    source = await make_client("C2", name="Menuiserie Vauclair SARL")
    target = await make_client("C1", name="Menuiserie Vauclair")
    await make_document(source, "70.00")
    await make_document(target, "100.00")
    return source, target


@pytest.mark.parametrize("size", [(390, 844), TABLET])
async def test_a_client_is_merged_into_the_one_that_is_chosen(browser: Browser, boss, pair, size):
    source, target = pair
    async with browser.window(f"/clients/{source.id}", size=size) as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("merge")
        await window.tap(f"into-{target.id}")
        await window.sees("merge-confirm")
        told = window.words("merge-sheet")
        assert "C2 · Menuiserie Vauclair SARL" in told
        assert "C1 · Menuiserie Vauclair" in told
        assert "1 pièce ouverte passe à Menuiserie Vauclair." in told
        assert "70,00 € d’encours" in told
        assert "Le code C2 reste reconnu" in told
        await window.tap("merge-confirm")
        await window.until(lambda: "170,00 €" in window.words("outstanding"), "both together")
        await window.misses("merge-sheet")
        await window.misses("became")
        await window.tap("tab-identity")
        await window.sees("merged")
        assert "C2" in window.words("merged")


async def test_the_client_itself_is_not_among_those_to_choose_and_another_can_be_sought(
    browser: Browser, boss, pair
):
    source, target = pair
    far = await make_client("D9", name="Scierie Mirovel", town="Dole")
    async with browser.window(f"/clients/{source.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("merge")
        await window.sees(f"into-{target.id}")
        assert window.typed("merge-search") == "Menuiserie Vauclair"
        assert f"into-{source.id}" not in window.phone.identifiers()
        await window.type("merge-search", "mirovel")
        await window.sees(f"into-{far.id}")
        await window.misses(f"into-{target.id}")
        await window.type("merge-search", "zzzzzzzz")
        await window.sees("merge-none")


async def test_what_the_server_refuses_is_told_and_one_can_choose_another(
    browser: Browser, boss, pair
):
    source, target = pair
    abroad = await make_client("C3", name="Menuiserie Vauclair", company=(await make_company()).id)
    async with browser.window(f"/clients/{source.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("merge")
        await window.tap(f"into-{abroad.id}")
        await window.tap("merge-confirm")
        await window.sees("refusal")
        assert "sociétés différentes" in window.words("refusal")
        await window.tap("merge-back")
        await window.tap(f"into-{target.id}")
        await window.misses("refusal")
        await window.tap("merge-confirm")
        await window.until(lambda: "170,00 €" in window.words("outstanding"), "both together")


async def test_without_a_line_the_choice_stays(browser: Browser, boss, pair):
    source, target = pair
    async with browser.window(f"/clients/{source.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("merge")
        await window.tap(f"into-{target.id}")
        browser.cut()
        await window.tap("merge-confirm")
        await window.sees("refusal")
        assert "Le serveur ne répond pas" in window.words("refusal")
        browser.mend()
        await window.tap("merge-confirm")
        await window.until(lambda: "170,00 €" in window.words("outstanding"), "both together")


async def test_a_merged_clients_address_leads_to_the_one_it_became_and_back_apart(
    browser: Browser, boss, pair, sign_in: SignIn
):
    source, target = pair
    http = await sign_in(boss)
    await http.post(f"/api/clients/{source.id}/merge", json={"into_client_id": str(target.id)})
    async with browser.window(f"/clients/{source.id}") as window:
        await window.sign_in(boss)
        await window.sees("became")
        assert "Menuiserie Vauclair, C1" in window.words("became")
        await window.tap("became-open")
        await window.misses("became")
        assert "170,00 €" in window.words("outstanding")
        await window.phone.go(f"/clients/{source.id}")
        await window.tap("became-part")
        await window.sees("part-confirm")
        assert "C2 Menuiserie Vauclair SARL redevient" in window.words("part-sheet")
        await window.tap("part-confirm")
        await window.until(lambda: window.words("outstanding") == "70,00 €", "its own figures")
        await window.misses("part-sheet")
        await window.misses("became")


async def test_of_several_merged_clients_one_is_chosen_to_leave(
    browser: Browser, boss, pair, sign_in: SignIn
):
    source, target = pair
    third = await make_client("C3", name="Vauclair Frères", town="Dole")
    http = await sign_in(boss)
    for one in (source, third):
        await http.post(f"/api/clients/{one.id}/merge", json={"into_client_id": str(target.id)})
    async with browser.window(f"/clients/{target.id}") as window:
        await window.sign_in(boss)
        await window.sees("file-menu")
        await window.choose("part")
        await window.sees(f"part-{source.id}")
        await window.tap(f"part-{third.id}")
        await window.tap("part-confirm")
        await window.until(lambda: window.words("outstanding") == "0,00 €", "its own figures")
        await window.phone.go(f"/clients/{target.id}")
        await window.until(lambda: "170,00 €" in window.words("outstanding"), "still with C2")


async def test_what_ties_two_clients_together_is_told(
    browser: Browser, boss, pair, sign_in: SignIn
):
    source, target = pair
    http = await sign_in(boss)
    invoice = await make_document(target, "30.00")
    payment = await make_payment(source, "30.00")
    await http.post(f"/api/clients/{source.id}/merge", json={"into_client_id": str(target.id)})
    await make_allocation("30.00", debit=invoice, credit=payment)
    async with browser.window(f"/clients/{source.id}") as window:
        await window.sign_in(boss)
        await window.tap("became-part")
        await window.tap("part-confirm")
        await window.sees("refusal")
        assert "lient les deux clients" in window.words("refusal")


async def test_who_may_not_merge_is_offered_neither(
    browser: Browser, add_person: AddPerson, boss, pair, sign_in: SignIn
):
    source, target = pair
    http = await sign_in(boss)
    await http.post(f"/api/clients/{source.id}/merge", json={"into_client_id": str(target.id)})
    manager = await add_person("branch_manager", everything=True)
    async with browser.window(f"/clients/{source.id}") as window:
        await window.sign_in(manager)
        await window.sees("became")
        await window.sees("file-menu")
        there = window.phone.identifiers()
        assert not {"became-part", "merge", "part"} & there
        assert {"open-history", "assign"} <= there
