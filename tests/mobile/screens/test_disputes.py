"""Disputes on the phone: signalled in four taps with a photo, sent once, nothing typed lost."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import fetch_all, fetch_value
from tests.edge_fixtures import AddPerson
from tests.files.samples import picture
from tests.makers.disputes import make_dispute
from tests.makers.ledger import ago, make_document
from tests.mobile.app_fixtures import Browser, Window
from tests.mobile.choosing import choose

pytestmark = pytest.mark.anyio


async def kept() -> list[tuple[str, str, Decimal]]:
    rows = await fetch_all(
        "SELECT doc.number, d.reason, d.claimed FROM dispute d JOIN document doc"
        " ON doc.id = d.document ORDER BY d.opened_at, d.id"
    )
    return [(row["number"], row["reason"], row["claimed"]) for row in rows]


async def opened(window: Window, somebody) -> None:
    await window.sign_in(somebody)
    await window.tap("dispute")
    await window.sees("dispute-sheet")


async def test_a_dispute_with_a_photo_takes_four_taps(
    browser: Browser, claire, client, tmp_path: Path
):
    await make_document(client, "5200.00", due_on=ago(34), number="F-24 702")
    await make_document(client, "900.00", due_on=ago(-20))
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.tap("dispute")
        await window.tap("reason-quality")
        await choose(window, "attach-photo", tmp_path, ("porte.jpg", picture()))
        await window.until(lambda: "envoyé" in window.words("dispute-sheet"), "the photo kept")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
        await window.reads("Litige envoyé : 5 200,00 € sur F-24 702")
    assert await kept() == [("F-24 702", "quality", Decimal("5200.00"))]
    assert await fetch_value("SELECT count(*) FROM dispute_file") == 1


async def test_a_photo_on_its_way_is_waited_for(browser: Browser, claire, client, tmp_path: Path):
    await make_document(client, "10.00", due_on=ago(1))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        browser.hold(f"/api/clients/{client.id}/files")
        await choose(window, "attach-photo", tmp_path, ("porte.jpg", picture()))
        await window.tap("dispute-save")
        assert await kept() == []
        browser.let_go()
        await window.misses("dispute-sheet")
    assert await fetch_value("SELECT count(*) FROM dispute_file") == 1


async def test_what_is_changed_while_a_photo_comes_is_looked_over_again(
    browser: Browser, claire, client, tmp_path: Path
):
    await make_document(client, "10.00", due_on=ago(9), number="F1")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        await window.tap("dispute-amount-edit")
        browser.hold(f"/api/clients/{client.id}/files")
        await choose(window, "attach-photo", tmp_path, ("porte.jpg", picture()))
        await window.tap("dispute-save")
        await window.type("dispute-amount", "11")
        browser.let_go()
        await window.sees("dispute-amount-error")
        assert await kept() == []
        await window.type("dispute-amount", "4")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert await kept() == [("F1", "price", Decimal("4.00"))]


async def test_an_invoice_that_goes_meanwhile_is_told_and_no_other_is_disputed_instead(
    browser: Browser, claire, client
):
    first = await make_document(client, "100.00", due_on=ago(40), number="F1")
    await make_document(client, "50.00", due_on=ago(20), number="F2")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        await make_dispute(client, first)
        await window.tap("dispute-save")
        await window.reads("Plus rien à contester de cette facture")
        await window.tap("dispute-save")
        await window.sees("dispute-invoice-error")
        assert [number for number, *_ in await kept()] == ["F1"]
        await window.tap("dispute-invoice")
        await window.tap(await window.first("dispute-of-"))
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert [number for number, *_ in await kept()] == ["F1", "F2"]


async def test_less_may_be_disputed_and_what_remains_to_pay_is_told(
    browser: Browser, claire, client
):
    await make_document(client, "5200.00", due_on=ago(34), number="F1")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        await window.tap("dispute-amount-edit")
        await window.type("dispute-amount", "6000")
        await window.tap("dispute-save")
        await window.sees("dispute-amount-error")
        await window.type("dispute-amount", "1 480")
        await window.until(
            lambda: "Le reste, 3 720,00 €, reste à payer." in window.words("dispute-rest"), "rest"
        )
        await window.type("dispute-note", "Deux portes reçues voilées.")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert await kept() == [("F1", "price", Decimal("1480.00"))]
    assert await fetch_value("SELECT text FROM dispute_entry") == "Deux portes reçues voilées."


async def test_only_what_no_other_dispute_holds_can_be_disputed(browser: Browser, claire, client):
    invoice = await make_document(client, "1000.00", due_on=ago(40), number="F1")
    whole = await make_document(client, "70.00", due_on=ago(30), number="F2")
    await make_document(client, "50.00", due_on=ago(20), number="F3")
    await make_dispute(client, invoice, "400.00")
    await make_dispute(client, whole)
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.until(lambda: "600,00 €" in window.words("dispute-sum"), "what is left")
        await window.tap("dispute-invoice")
        assert f"dispute-of-{whole.id}" not in window.phone.identifiers()
        await window.tap(await window.first("dispute-of-"))
        await window.until(lambda: "50,00 €" in window.words("dispute-sum"), "the other invoice")


async def test_what_a_colleague_disputed_meanwhile_is_told_and_the_figures_are_new(
    browser: Browser, claire, client
):
    invoice = await make_document(client, "1000.00", due_on=ago(40), number="F1")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        await make_dispute(client, invoice, "400.00")
        await window.tap("dispute-save")
        await window.sees("dispute-sum-error")
        await window.until(lambda: "600,00 €" in window.words("dispute-sum"), "what is left")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert Decimal("600.00") in [amount for _, _, amount in await kept()]


async def test_without_a_reason_nothing_is_sent_and_the_reason_is_asked(
    browser: Browser, claire, client
):
    await make_document(client, "10.00", due_on=ago(1))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("dispute-save")
        await window.sees("dispute-reason-error")
        await window.tap("reason-every")
        await window.reads("Logistique")
        await window.tap("reason-vat")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert [reason for _, reason, _ in await kept()] == ["vat"]


async def test_a_colleague_of_the_department_is_given_the_dispute(
    browser: Browser, claire, client, add_person: AddPerson
):
    await make_document(client, "10.00", due_on=ago(1))
    hugo = await add_person("after_sales", everything=True, name="Hugo Tissier")
    await add_person("after_sales", name="Nina Lointaine")
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-quality")
        await window.sees(f"owner-{hugo.id}")
        assert window.words(f"owner-{hugo.id}") == "Hugo Tissier · SAV"
        assert "Nina" not in window.all_words()
        await window.tap(f"owner-{hugo.id}")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert await fetch_value("SELECT owner FROM dispute") == hugo.id


async def test_what_did_not_go_is_kept_and_sent_once(browser: Browser, claire, client):
    await make_document(client, "10.00", due_on=ago(1))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        await window.type("dispute-note", "Prix du devis.")
        browser.lose_answers()
        await window.tap("dispute-save")
        await window.reads("Pas envoyé")
        browser.mend()
        await window.tap("sheet-close")
        await window.tap("dispute")
        await window.sees("dispute-sheet")
        assert window.typed("dispute-note") == "Prix du devis."
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert len(await kept()) == 1


async def test_a_refused_file_says_why_and_stays_until_it_is_removed(
    browser: Browser, claire, client, tmp_path: Path
):
    await make_document(client, "10.00", due_on=ago(1))
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.tap("reason-price")
        files = (("a.exe", b"MZ" + bytes(99)), ("lettre.txt", b"Bonjour"))
        await choose(window, "attach-file", tmp_path, *files)
        await window.reads("Ce type de fichier")
        await window.tap("dispute-save")
        await window.reads("Retirez ou réessayez")
        refused = next(i for i in window.those("attachment-") if i.endswith("-error"))
        await window.tap(refused.replace("-error", "-remove"))
        await window.until(lambda: "envoyé" in window.words("dispute-sheet"), "the other one")
        await window.tap("dispute-save")
        await window.misses("dispute-sheet")
    assert await fetch_value("SELECT count(*) FROM dispute_file") == 1


async def test_a_client_without_invoices_has_nothing_to_dispute(browser: Browser, claire, client):
    async with browser.window(f"/clients/{client.id}") as window:
        await opened(window, claire)
        await window.reads("Rien à contester")
        assert "dispute-save" not in window.phone.identifiers()
