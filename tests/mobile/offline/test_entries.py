"""Saisies: what was refused is said again or given up, and never lost; signing out asks first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from backend.database.transaction import execute, fetch_all, fetch_one, fetch_value
from tests.edge_fixtures import Somebody
from tests.makers.ledger import TODAY, MadeDocument, make_allocation, make_payment
from tests.mobile.app_fixtures import Window
from tests.mobile.offline.test_entering import WORDS, comment, promise
from tests.mobile.phone_fixtures import Phone

pytestmark = pytest.mark.anyio


async def pay(client, amount: str) -> None:
    """Meanwhile, so much of the invoice that is overdue."""
    row = await fetch_one("SELECT id, issued_on FROM document WHERE number = 'F-1'")
    assert row is not None
    invoice = MadeDocument(
        row["id"], client.id, "F-1", Decimal(5200), "EUR", row["issued_on"], TODAY
    )
    payment = await make_payment(client, amount)
    await make_allocation(amount, debit=invoice, credit=payment)


async def kept(phone: Phone, who: Somebody, client) -> None:
    """A promise entered without a network."""
    await phone.fill(who)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        await promise(window)


async def refused(window: Window) -> str:
    """The one entry, once the server would not have it."""
    await window.tap("entries-send")
    why = await window.first("entry-why-")
    return why.removeprefix("entry-why-")


async def take_away(client) -> None:
    """The client goes to nobody: out of whoever's scope."""
    await execute("UPDATE client SET rep = NULL WHERE id = $1", client.id)


async def test_what_was_refused_tells_why_and_is_sent_in_other_words(phone: Phone, claire, client):
    await kept(phone, claire, client)
    async with phone.window("/moi/saisies") as window:
        await window.first("entry-modify-")
        await pay(client, "4200.00")
        phone.mend()
        id_ = await refused(window)
        await window.reads("1 saisie à revoir")
        assert "1 000,00 €" in window.words(f"entry-why-{id_}")
        await window.tap(f"entry-modify-{id_}")
        await window.sees("promise-sheet")
        await window.type("promise-amount", "900")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        await window.sees("no-entries")
    assert await fetch_value("SELECT amount FROM promise") == Decimal("900.00")


async def test_an_entry_is_given_up_only_when_one_says_so(phone: Phone, claire, client):
    await kept(phone, claire, client)
    async with phone.window("/moi/saisies") as window:
        discard = await window.first("entry-discard-")
        await window.tap(discard)
        await window.tap("discard-keep")
        await window.misses("discarding")
        await window.sees(discard)
        await window.tap(discard)
        await window.tap("discard-yes")
        await window.sees("no-entries")
    assert phone.outbox(claire).entries() == []


async def test_what_the_server_refuses_at_once_is_told_in_the_sheet_and_kept(
    phone: Phone, claire, client
):
    await phone.fill(claire)
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        await window.tap("promise")
        await window.tap("promise-day-friday")
        await pay(client, "4200.00")
        await window.tap("promise-save")
        await window.sees("refusal")
        assert "À revoir" in window.words("promise-sheet")
        await window.tap("promise-amount-edit")
        await window.type("promise-amount", "900")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        await window.reads("Promesse envoyée")
    assert [row["amount"] for row in await fetch_all("SELECT amount FROM promise")] == [900]
    assert phone.outbox(claire).unsent() == []


async def test_who_signs_out_is_asked_and_finds_their_entries_again(phone: Phone, claire, client):
    await kept(phone, claire, client)
    async with phone.window("/moi") as window:
        await window.tap("sign-out")
        await window.reads("1 saisie n’est pas partie. Elle reste sur cet appareil, verrouillée")
        await window.tap("leave-cancel")
        await window.misses("leaving")
        await window.tap("sign-out")
        await window.tap("leave-send")
        await window.sees("entries-send")
        await window.phone.back()
        await window.tap("sign-out")
        await window.tap("leave-anyway")
        await window.sees("sign-in")
        phone.mend()
        await window.sign_in(claire)
        await window.reads("Tout est parti")
    assert await fetch_value("SELECT count(*) FROM promise") == 1


async def test_who_has_sent_everything_signs_out_unasked(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window("/moi") as window:
        await window.reads("Tout est parti")
        await window.tap("sign-out")
        await window.sees("sign-in")


async def test_of_a_client_out_of_scope_only_what_was_typed_is_shown(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        await comment(window)
    async with phone.window("/moi/saisies") as window:
        await window.first("entry-discard-")
        await take_away(client)
        phone.mend()
        await refused(window)
        await window.reads(WORDS)
        await window.reads("Client hors de votre périmètre")
        assert "Vauclair" not in window.words(await window.first("entry-"))


async def test_a_window_that_keeps_nothing_says_that_it_sends_at_once(browser, claire):
    async with browser.window("/moi/saisies") as window:
        await window.sign_in(claire)
        await window.reads("Cette fenêtre envoie chaque saisie tout de suite")
        await window.phone.back()
        await window.sees("sign-out")
        await window.misses("my-entries")


async def test_what_is_given_up_is_gone_from_its_sheet_too(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        await window.tap("promise")
        await window.tap("promise-day-friday")
        await pay(client, "4200.00")
        await window.tap("promise-save")
        await window.sees("refusal")
        await window.tap("sheet-close")
        await window.misses("promise-sheet")
        await window.phone.go("/moi/saisies")
        await window.tap(await window.first("entry-discard-"))
        await window.tap("discard-yes")
        await window.sees("no-entries")
        await window.phone.go(f"/clients/{client.id}")
        await window.tap("promise")
        await window.sees("promise-sheet")
        assert "Paiement attendu" not in window.words("promise-sheet")
        assert "refusal" not in window.phone.identifiers()


async def test_what_is_being_changed_stays_although_its_first_words_go(
    phone: Phone, claire, client
):
    await kept(phone, claire, client)
    async with phone.window("/moi/saisies") as window:
        await window.tap(await window.first("entry-modify-"))
        await window.type("promise-amount", "900")
        phone.mend()
        await window.tap("entries-send")
        await window.reads("Tout est parti")
        assert window.typed("promise-amount") == "900"
        await window.tap("promise-save")
        await window.sees("refusal")
        assert "déjà" in window.words("promise-sheet")
    assert await fetch_value("SELECT amount FROM promise") == Decimal("5200.00")
