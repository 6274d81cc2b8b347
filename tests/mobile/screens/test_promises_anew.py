"""Promises that did not go at first, on the phone: nothing typed is lost, none is taken twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.makers.ledger import ago, make_allocation, make_document, make_payment
from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.promise_scene import FRIDAY, kept, opened

pytestmark = pytest.mark.anyio


async def test_without_a_day_nothing_is_sent_and_the_sheet_says_so(
    browser: Browser, claire, client
):
    await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        assert "promise-when-error" not in window.phone.identifiers()
        await window.tap("promise-save")
        await window.sees("promise-when-error")
        assert "Choisissez le jour promis." in window.words("refusal")
        await window.tap("promise-day-other")
        await window.type("promise-day", "5/12")
        await window.reads("Paiement attendu le sam. 5 déc.")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert await kept() == [(Decimal("5200.00"), date(2026, 12, 5))]


async def test_a_lost_answer_keeps_what_was_typed_and_a_retry_doubles_nothing(
    browser: Browser, claire, client
):
    await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-who-other")
        await window.type("promise-someone", "M. Roux")
        await window.tap("promise-day-friday")
        browser.cut()
        await window.tap("promise-save")
        await window.sees("refusal")
        assert "Pas envoyée" in window.words("refusal")
        assert "Réessayer" in window.words("promise-save")
        assert window.typed("promise-someone") == "M. Roux"
        await window.tap("sheet-close")
        await window.misses("promise-sheet")
        await window.tap("promise")
        await window.sees("promise-someone")
        assert window.typed("promise-someone") == "M. Roux"
        browser.mend()
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert len(await kept()) == 1


async def test_taken_although_the_answer_was_lost_it_is_not_taken_twice(
    browser: Browser, claire, client
):
    await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-day-friday")
        browser.lose_answers()
        await window.tap("promise-save")
        await window.sees("refusal")
        assert len(await kept()) == 1
        browser.mend()
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert len(await kept()) == 1


async def test_changed_after_a_lost_answer_it_is_told_that_the_first_was_taken(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-day-friday")
        browser.lose_answers()
        await window.tap("promise-save")
        await window.sees("refusal")
        browser.mend()
        await window.tap("promise-day-tomorrow")
        await window.tap("promise-save")
        await window.until(lambda: "déjà été enregistrée" in window.words("refusal"), "the first")
        await window.until(
            lambda: "déjà promise" in window.words(f"promise-invoice-{invoice.id}"), "it is there"
        )
        assert "0,00 €" in window.words("promise-sum")
    assert await kept() == [(Decimal("5200.00"), FRIDAY)]


async def test_the_servers_no_stands_under_its_field_and_what_was_typed_stays(
    browser: Browser, claire, client
):
    await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-day-other")
        await window.type("promise-day", "01/01/2031")
        await window.tap("promise-save")
        await window.sees("promise-day-error")
        assert "au plus tard" in window.words("promise-day-error")
        assert "À revoir" in window.words("refusal")
        assert window.typed("promise-day") == "01/01/2031"
        await window.type("promise-day", "01/12/2026")
        await window.misses("promise-day-error")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert await kept() == [(Decimal("5200.00"), date(2026, 12, 1))]


async def test_an_amount_that_is_not_owed_any_more_shows_the_new_figures(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        payment = await make_payment(client, "200.00", value_on=ago(1))
        await make_allocation("200.00", debit=invoice, credit=payment, value_on=ago(1))
        await window.tap("promise-day-friday")
        await window.tap("promise-save")
        await window.until(lambda: "5 000,00 €" in window.words("promise-sum"), "what is left")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert await kept() == [(Decimal("5000.00"), FRIDAY)]
