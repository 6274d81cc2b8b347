from __future__ import annotations

import flet as ft
import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import ago, make_allocation, make_client, make_document, make_payment
from tests.mobile.app_fixtures import Browser

pytestmark = pytest.mark.anyio


@pytest.fixture
async def client(claire):
    return await make_client("C04821", rep=claire.id, town="Besançon", siren="123456782")


async def test_the_figures_are_exact_and_add_up(browser: Browser, claire, client):
    await make_document(client, "3200.10", due_on=ago(47))
    await make_document(client, "6240.00", due_on=ago(19))
    await make_document(client, "8300.00", due_on=ago(-8))
    await make_document(client, "-1000.00")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        assert "16 740,10 €" in window.words("outstanding")
        assert window.spoken("outstanding") == "encours : 16740,10 euros"
        assert "9 440,10 €" in window.words("overdue")
        assert "échu : 9440,10 euros, 47 jours" in window.spoken("overdue")
        assert "−1 000,00 €" in window.words("unapplied")
        assert "8 300,00 €" in window.words("next-due")
        assert "9 440,10 €" in window.words("group-overdue-EUR")
        assert "8 300,00 €" in window.words("group-coming-EUR")
        assert "−1 000,00 €" in window.words("group-credits-EUR")


async def test_every_bucket_is_read_with_its_amount(browser: Browser, claire, client):
    await make_document(client, "3200.10", due_on=ago(47))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("ageing-31-60")
        assert window.spoken("ageing-31-60") == "échu de 31 à 60 jours : 3200,10 euros"


async def test_a_bucket_shows_only_its_invoices_until_it_is_tapped_again(
    browser: Browser, claire, client
):
    old = await make_document(client, "3200.00", due_on=ago(47))
    young = await make_document(client, "10.00", due_on=ago(3))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees(f"document-{young.id}")
        await window.tap("ageing-31-60")
        await window.misses(f"document-{young.id}")
        assert f"document-{old.id}" in window.phone.identifiers()
        await window.tap("bucket-off")
        await window.sees(f"document-{young.id}")


async def test_two_currencies_stand_side_by_side(browser: Browser, claire, client):
    await make_document(client, "100.00")
    await make_document(client, "70.00", currency="USD")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding-USD")
        assert "100,00 €" in window.words("outstanding")
        assert "70,00 $US" in window.words("outstanding-USD")
        assert "70,00 $US" in window.words("group-coming-USD")


async def test_paid_invoices_come_when_asked_for(browser: Browser, claire, client):
    paid = await make_document(client, "100.00", due_on=ago(40))
    payment = await make_payment(client, "100.00", value_on=ago(20))
    await make_allocation("100.00", debit=paid, credit=payment, value_on=ago(20))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("show-paid")
        assert f"document-{paid.id}" not in window.phone.identifiers()
        await window.tap("show-paid")
        await window.sees(f"document-{paid.id}")


async def test_a_payment_that_settles_nothing_yet_is_among_the_credits(
    browser: Browser, claire, client
):
    await make_document(client, "100.00")
    await make_payment(client, "30.00")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("free-payments-EUR")
        assert "−30,00 €" in window.words("free-payments-EUR")
        assert "70,00 €" in window.words("outstanding")


async def test_an_invoice_tells_what_settled_its_share(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", due_on=ago(40), number="F-24 655")
    payment = await make_payment(client, "30.00", value_on=ago(20), reference="VIR 12")
    await make_allocation("30.00", debit=invoice, credit=payment, value_on=ago(20))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap(f"document-{invoice.id}")
        await window.sees("residual")
        assert "70,00 €" in window.words("residual")
        await window.reads("Paiement VIR 12")
        assert "40 j" in window.words("age")
        await window.phone.back()
        await window.sees("outstanding")


async def test_a_deep_link_to_an_invoice_opens_it(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", number="F-24 655")
    async with browser.window(f"/clients/{client.id}/factures/{invoice.id}") as window:
        await window.sign_in(claire)
        await window.reads("Facture F-24 655")


async def test_every_screen_on_the_stack_measures_the_text(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", number="F-24 655")
    async with browser.window(f"/clients/{client.id}/factures/{invoice.id}") as window:
        await window.sign_in(claire)
        await window.reads("Facture F-24 655")
        views = window.phone.all(ft.View)
        measured = [
            any(box.on_size_change for box in window.phone.all(ft.Container, view))
            for view in views
        ]
        assert len(measured) > 1
        assert all(measured)


async def test_the_address_of_another_client_opens_that_one(browser: Browser, claire, client):
    other = await make_client("C2", rep=claire.id, name="Scierie du Haut-Clos")
    await make_document(client, "100.00")
    await make_document(other, "70.00")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        await window.phone.go(f"/clients/{other.id}")
        await window.reads("Scierie du Haut-Clos")
        await window.until(lambda: "70,00 €" in window.words("outstanding"), "its own figures")
        await window.phone.go(f"/clients/{client.id}")
        await window.until(lambda: "100,00 €" in window.words("outstanding"), "the first again")


async def test_an_estimated_due_date_says_so(browser: Browser, claire, client):
    invoice = await make_document(client, "100.00", due_estimated=True)
    async with browser.window(f"/clients/{client.id}/factures/{invoice.id}") as window:
        await window.sign_in(claire)
        await window.sees("due-on")
        assert "estimée" in window.words("due-on")


async def test_who_they_are_is_one_tab_away(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-identity")
        await window.sees("siren")
        assert "123 456 782" in window.words("siren")
        assert "Claire Vasseur" in window.words("rep")


async def test_a_contact_is_added_changed_and_removed(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-contacts")
        await window.tap("add-contact")
        await window.type("contact-name", "Inès Valmont")
        await window.type("contact-email", "ines@vauclair.example")
        await window.tap("role-finance")
        await window.tap("contact-save")
        contact = await window.first("contact-0")
        assert "Inès Valmont" in window.words(contact)
        assert "Direction financière" in window.words(contact)
        await window.tap(contact)
        await window.type("contact-name", "Inès Valmont-Roux")
        await window.tap("contact-save")
        await window.until(lambda: "Roux" in window.words(contact), "the new name")
        await window.tap(contact)
        await window.tap("contact-remove")
        await window.misses(contact)


async def test_a_contact_without_a_name_is_not_saved_and_stays_typed(
    browser: Browser, claire, client
):
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("tab-contacts")
        await window.tap("add-contact")
        await window.type("contact-phone", "03 81 00 00 00")
        await window.tap("contact-save")
        await window.sees("refusal")
        assert window.typed("contact-phone") == "03 81 00 00 00"


async def test_a_client_of_somebody_else_is_as_if_it_did_not_exist(
    browser: Browser, claire, add_person: AddPerson
):
    yanis = await add_person("sales")
    other = await make_client(rep=yanis.id, name="Secret")
    async with browser.window(f"/clients/{other.id}") as window:
        await window.sign_in(claire)
        await window.sees("error")
        assert "Secret" not in window.all_words()


async def test_figures_that_cannot_be_confirmed_stay_with_their_age(
    browser: Browser, claire, client
):
    await make_document(client, "100.00")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        browser.cut()
        await window.tap("refresh")
        await window.sees("stale")
        assert "100,00 €" in window.words("outstanding")
        assert "Affichées : les données" in window.words("stale")


async def test_the_statement_is_handed_over_as_a_file(browser: Browser, claire, client):
    await make_document(client, "100.00")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("file-menu")
        await window.choose("statement")
        await window.tap("statement-pdf")
        await window.until(lambda: bool(browser.downloads), "a file")
    (name, content), *_ = browser.downloads
    assert name == "releve-C04821.pdf"
    assert content.startswith(b"%PDF")


async def test_the_rows_of_a_long_file_come_as_one_scrolls(browser: Browser, claire, client):
    for number in range(60):
        await make_document(client, "10.00", due_on=ago(number + 1))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.sees("outstanding")
        assert len(window.those("document-")) == 10
        for _ in range(3):
            await window.scroll_to_end()
        await window.until(lambda: len(window.those("document-")) == 60, "all the rows")
