"""Promises on the phone: taken in three taps, of what is ticked, and told in their tab."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from backend.database.transaction import fetch_all, fetch_value
from shared.ids import new_id
from tests.makers.ledger import TODAY, ago, insert, make_document
from tests.makers.promises import make_promise
from tests.mobile.app_fixtures import Browser
from tests.mobile.screens.promise_scene import FRIDAY, kept, opened

pytestmark = pytest.mark.anyio


async def test_all_that_is_overdue_is_promised_in_three_taps(browser: Browser, claire, client):
    await make_document(client, "5200.00", due_on=ago(34))
    await make_document(client, "4000.00", due_on=ago(13))
    await make_document(client, "900.00", due_on=ago(-20))
    taps = ["promise", "promise-day-friday", "promise-save"]
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        for tap in taps:
            await window.tap(tap)
        await window.misses("promise-sheet")
        await window.reads("Promesse envoyée : 9 200,00 € pour le ven. 27 nov.")
    assert len(taps) == 3
    assert await kept() == [(Decimal("9200.00"), FRIDAY)]


async def test_the_promise_taken_is_in_the_tab_and_marks_its_invoice(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "5200.00", due_on=ago(34), number="F-24 702")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-day-friday")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        await window.until(
            lambda: "Promis le 27 nov." in window.words(f"document-{invoice.id}"), "its mark"
        )
        assert "Promesses | 1" in window.words("tab-promises")
        await window.tap("tab-promises")
        promise = await window.first("promise-0")
        said = window.words(promise)
        assert "5 200,00 €" in said
        assert "pour le ven. 27 nov." in said
        assert "En cours" in said
        assert "F-24 702" in said
        assert window.spoken(promise).startswith("promesse de 5200 euros, en cours")


async def test_what_is_ticked_is_the_sum_and_what_is_promised_already_is_not_proposed(
    browser: Browser, claire, client
):
    first = await make_document(client, "5200.00", due_on=ago(34))
    promised = await make_document(client, "6240.00", due_on=ago(19))
    await make_promise(client, promised, amount="6240.00", promised_on=FRIDAY)
    coming = await make_document(client, "900.00", due_on=ago(-20))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.until(lambda: "5 200,00 €" in window.words("promise-sum"), "the free one only")
        assert "déjà promise pour le ven. 27 nov." in window.words(f"promise-invoice-{promised.id}")
        assert f"promise-invoice-{coming.id}" not in window.phone.identifiers()
        await window.tap("promise-more")
        await window.tap(f"promise-invoice-{coming.id}")
        await window.until(lambda: "6 100,00 €" in window.words("promise-sum"), "with the coming")
        await window.tap(f"promise-invoice-{first.id}")
        await window.until(lambda: "900,00 €" in window.words("promise-sum"), "the coming alone")
        assert window.phone.find(f"promise-invoice-{coming.id}").selected
        assert not window.phone.find(f"promise-invoice-{first.id}").selected


async def test_less_may_be_promised_and_more_may_not(browser: Browser, claire, client):
    await make_document(client, "5200.00", due_on=ago(34))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-amount-edit")
        assert window.typed("promise-amount").split() == ["5", "200,00"]
        await window.type("promise-amount", "5 200,01")
        await window.tap("promise-day-tomorrow")
        await window.tap("promise-save")
        await window.sees("promise-amount-error")
        assert "plus que la somme" in window.words("promise-amount-error")
        await window.type("promise-amount", "3 000,50")
        await window.misses("promise-amount-error")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert await kept() == [(Decimal("3000.50"), TODAY + timedelta(days=1))]


async def test_who_said_it_how_and_a_note_are_kept_with_it(browser: Browser, claire, client):
    await make_document(client, "5200.00", due_on=ago(34))
    contact = new_id()
    fields = {"id": contact, "client": client.id, "name": "Mme Corval", "role": "accounts_payable"}
    await insert("contact", **fields)
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap(f"promise-who-{contact}")
        await window.tap("promise-how-visit")
        await window.type("promise-note", "après la paie")
        await window.tap("promise-day-month-end")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        await window.tap("tab-promises")
        promise = await window.first("promise-0")
        assert "dit par Mme Corval, sur place" in window.words(promise)
        await window.tap(promise)
        await window.reads("« après la paie »")
        assert "Notée par Claire Vasseur" in window.all_words()
    row = (await fetch_all("SELECT * FROM promise"))[0]
    assert (row["said_by_contact"], row["channel"]) == (contact, "visit")
    assert row["promised_on"] == date(2026, 11, 30)


async def test_a_promise_in_another_currency_is_of_its_invoices_only(
    browser: Browser, claire, client
):
    await make_document(client, "100.00", due_on=ago(5))
    dollars = await make_document(client, "70.00", due_on=ago(5), currency="USD")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("promise-in-USD")
        await window.until(lambda: "70,00 $US" in window.words("promise-sum"), "the dollars")
        assert window.those("promise-invoice-") == [f"promise-invoice-{dollars.id}"]
        await window.tap("promise-day-friday")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
    assert await fetch_value("SELECT currency FROM promise") == "USD"


async def test_a_client_that_owes_nothing_has_nothing_to_promise(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.reads("Rien à promettre")
        assert "promise-save" not in window.phone.identifiers()


async def test_a_hundred_overdue_invoices_are_promised_and_a_few_drawn(
    browser: Browser, claire, client
):
    for number in range(100):
        await make_document(client, "10.00", due_on=ago(number + 1))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.until(lambda: "1 000,00 €" in window.words("promise-sum"), "all of them")
        assert len(window.those("promise-invoice-")) == 3
        await window.tap("promise-more")
        await window.until(lambda: len(window.those("promise-invoice-")) == 43, "more rows")
