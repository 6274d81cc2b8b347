"""What became of promises, on the phone: states, history, putting off, withdrawing, plans."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, ago, make_document
from tests.makers.promises import make_cash_source, make_judgement, make_plan, make_promise
from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.promise_scene import FRIDAY, kept

pytestmark = pytest.mark.anyio


async def test_each_state_has_its_word_and_the_history_tells_the_judgements(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "100.00", due_on=ago(60), number="F-1")
    broken = await make_promise(client, invoice, promised_on=ago(20))
    await make_judgement(broken, "broken")
    good = await make_promise(client, invoice, promised_on=ago(30))
    await make_judgement(good, "kept")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.sees(f"promise-{broken}")
        assert "Non tenue" in window.words(f"promise-{broken}")
        assert "Tenue" in window.words(f"promise-{good}")
        assert "1 sur 2" in window.words("kept-rate")
        assert "50 % de 200,00 € payés à temps" in window.words("kept-rate")
        await window.tap(f"promise-{broken}")
        await window.sees(f"promise-history-{broken}")
        history = window.words(f"promise-history-{broken}")
        assert "ven. 20 nov. : non tenue, 0,00 € reçus sur 100,00 € attendus" in history
        assert "promise-move" not in window.phone.identifiers()


async def test_without_cash_data_a_promise_is_not_called_broken(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", due_on=ago(60))
    promise = await make_promise(client, invoice, promised_on=ago(20))
    await make_cash_source(client.company, covers_through=ago(25))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.sees(f"promise-{promise}")
        said = window.words(f"promise-{promise}")
        assert "Invérifiable" in said
        assert "Pas de données d’encaissement depuis le lun. 26 oct." in said


async def test_a_promise_whose_invoice_is_disputed_waits_and_says_so(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "100.00", due_on=ago(60))
    promise = await make_promise(client, invoice, promised_on=ago(20))
    await make_cash_source(client.company, covers_through=TODAY)
    await make_dispute(client, invoice)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.sees(f"promise-{promise}")
        said = window.words(f"promise-{promise}")
        assert "Suspendue" in said
        assert "jugée après le litige, délai de grâce compris" in said


async def test_a_promise_is_put_off_and_the_first_day_stays_in_sight(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "100.00", due_on=ago(60))
    promise = await make_promise(client, invoice, promised_on=TODAY, taken_by=claire.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.tap(f"promise-{promise}")
        await window.tap("promise-move")
        await window.sees("move-sheet")
        await window.tap("promise-save")
        await window.sees("promise-when-error")
        await window.tap("promise-day-friday")
        await window.tap("promise-save")
        await window.misses("move-sheet")
        await window.until(lambda: "Reportée" in window.words(f"promise-{promise}"), "put off")
        assert "pour le ven. 20 nov." in window.words(f"promise-{promise}")
    assert await kept() == [(Decimal(100), TODAY), (Decimal(100), FRIDAY)]


async def test_ones_own_promise_is_withdrawn_with_a_reason(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", due_on=ago(60))
    promise = await make_promise(client, invoice, promised_on=FRIDAY, taken_by=claire.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.tap(f"promise-{promise}")
        await window.tap("promise-withdraw")
        await window.tap("withdraw-save")
        await window.sees("withdraw-why-error")
        await window.type("withdraw-why", "saisie sur le mauvais client")
        await window.tap("withdraw-save")
        await window.misses("withdraw-sheet")
        await window.until(lambda: "Retirée" in window.words(f"promise-{promise}"), "withdrawn")
        await window.reads("« saisie sur le mauvais client »")


async def test_somebody_elses_promise_is_withdrawn_by_those_who_may(
    browser: Browser, claire, client, add_person: AddPerson
):
    other = await add_person("sales")
    invoice = await make_document(client, "100.00", due_on=ago(60))
    promise = await make_promise(client, invoice, promised_on=FRIDAY, taken_by=other.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.tap(f"promise-{promise}")
        await window.sees("promise-move")
        assert "promise-withdraw" not in window.phone.identifiers()


async def test_the_history_of_the_client_tells_of_promises_in_words(
    browser: Browser, client, add_person: AddPerson
):
    boss = await add_person("finance_director", everything=True)
    await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(boss)
        for tap in ("promise", "promise-day-friday", "promise-save"):
            await window.tap(tap)
        await window.misses("promise-sheet")
        await window.choose("open-history")
        await window.reads("Promesse prise")
        await window.reads("27 nov.")


async def test_a_payment_plan_shows_its_instalments(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", due_on=ago(60), number="F-1")
    plan = await make_plan(client, invoice)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.sees(f"plan-{plan}")
        assert "Proposé" in window.words(f"plan-{plan}")
        assert "50,00 €" in window.words(f"instalment-{plan}-1")
        assert "dim. 20 déc." in window.words(f"instalment-{plan}-1")


async def test_without_promises_the_tab_says_how_one_comes(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-promises")
        await window.sees("empty")
        assert "Aucune promesse" in window.words("empty")
        assert "notez-la avec « Promesse »" in window.words("empty")


@pytest.mark.parametrize("size", [(390, 844), (1024, 768)])
async def test_the_main_action_stands_last_and_the_statement_in_the_menu(
    browser: Browser, claire, client, size
):
    async with browser.window(f"/clients/{client.id}", size=size) as window:
        await window.sign_in(claire)
        await window.sees("call")
        there = [n for n in window.those("") if n in ("promise", "write", "text", "call")]
        assert there[0] == "promise"
        assert there[-1] == "call"
        await window.choose("statement")
        await window.sees("statement-pdf")
