"""One dispute: read, answered with a photo, decided, reopened; the list of what waits for me."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import execute, fetch_one, fetch_value
from tests.edge_fixtures import AddPerson
from tests.files.samples import picture
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, ago, make_client, make_document
from tests.mobile.app_fixtures import Browser
from tests.mobile.choosing import choose

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hugo(add_person: AddPerson):
    return await add_person("after_sales", everything=True, name="Hugo Tissier")


@pytest.fixture
async def invoice(client):
    return await make_document(client, "5200.00", due_on=ago(34), number="F-24 702")


async def state_of(dispute_id) -> str:
    state: str = await fetch_value("SELECT state FROM dispute WHERE id = $1", dispute_id)
    return state


async def test_the_tab_and_the_invoice_show_what_is_disputed(
    browser: Browser, claire, client, invoice
):
    id_ = await make_dispute(client, invoice, "1480.00", opened_by=claire.id)
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.until(
            lambda: "Litige 1 480,00 €" in window.words(f"document-{invoice.id}"), "its mark"
        )
        assert "Litiges | 1" in window.words("tab-disputes")
        assert "1 480,00 €" in window.words("in-dispute")
        await window.tap("tab-disputes")
        await window.sees(f"dispute-{id_}")
        said = window.words(f"dispute-{id_}")
        assert "Qualité" in said
        assert "F-24 702" in said
        assert "attend SAV" in said
        assert window.spoken(f"dispute-{id_}").count("litige qualité de 1480 euros, ouvert")
        await window.tap(f"dispute-{id_}")
        await window.sees("claimed")
        assert "1 480,00 €" in window.words("claimed")


async def test_a_dispute_that_cannot_be_read_again_says_since_when_it_is_as_shown(
    browser: Browser, claire, client, invoice
):
    id_ = await make_dispute(client, invoice, "1480.00", opened_by=claire.id)
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(claire)
        await window.sees("claimed")
        browser.cut()
        await window.phone.lose_line()
        await window.phone.find_line()
        await window.sees("dispute-stale")
        await window.reads("1 480,00")
        browser.mend()
        await window.tap("dispute-stale-retry")
        await window.misses("dispute-stale")


async def test_the_invoice_s_own_screen_shows_its_dispute(
    browser: Browser, claire, client, invoice
):
    id_ = await make_dispute(client, invoice)
    async with browser.window(f"/clients/{client.id}/factures/{invoice.id}") as window:
        await window.sign_in(claire)
        await window.sees("marks")
        assert window.words("marks") == "Litige"
        await window.tap(f"dispute-{id_}")
        await window.sees("claimed")


async def test_the_disputed_are_behind_a_chip(browser: Browser, claire, client, invoice):
    calm = await make_client("C1", rep=claire.id, name="Calme")
    await make_dispute(client, invoice)
    async with browser.window("/clients") as window:
        await window.sign_in(claire)
        await window.sees(f"client-{calm.id}")
        assert "En litige | 1" in window.words("filter-disputed")
        await window.tap("filter-disputed")
        await window.misses(f"client-{calm.id}")
        assert f"client-{client.id}" in window.phone.identifiers()


async def test_after_sales_answers_with_a_photo_in_three_taps_from_their_list(
    browser: Browser, hugo, client, invoice, tmp_path: Path
):
    id_ = await make_dispute(client, invoice, text="Deux portes voilées.", due_on=ago(3))
    async with browser.window("/litiges") as window:
        await window.sign_in(hugo)
        await window.sees(f"dispute-{id_}")
        assert "Menuiserie Vauclair" in window.words(f"dispute-{id_}")
        assert "réponse attendue depuis" in window.words(f"dispute-{id_}")
        await window.tap(f"dispute-{id_}")
        await window.reads("Deux portes voilées.")
        await window.tap("move-answer")
        await choose(window, "attach-photo", tmp_path, ("porte.jpg", picture()))
        await window.until(lambda: "envoyé" in window.words("move-sheet"), "the photo kept")
        await window.type("move-text", "Vues sur place, à remplacer.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.reads("Vues sur place, à remplacer.")
        await window.until(lambda: "Attend une réponse interne" in window.words("standing"), "it")
        tile = await window.first("file-")
        await window.tap(tile)
        await window.sees("file-picture")
        await window.until(lambda: bool(window.links("file-open")), "an address for five minutes")
        assert window.links("file-open")[0].startswith("/api/file-links/")
    row = await fetch_one("SELECT state, owner FROM dispute WHERE id = $1", id_)
    assert row is not None
    assert (row["state"], row["owner"]) == ("waiting_internal", hugo.id)


async def test_it_is_decided_reopened_and_closed_by_who_may(
    browser: Browser, hugo, client, invoice
):
    id_ = await make_dispute(client, invoice, "1480.00")
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(hugo)
        await window.tap("move-resolve")
        await window.type("move-amount", "2000")
        await window.tap("move-save")
        await window.sees("move-amount-error")
        await window.sees("move-text-error")
        await window.type("move-amount", "1000")
        await window.type("move-text", "Une porte sur deux.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.until(lambda: "Accepté en partie" in window.words("standing"), "decided")
        assert "Avoir à venir" in window.words("resolution")
        assert "1 000,00 €" in window.words("held")
        await window.tap("move-reopen")
        await window.type("move-text", "Les deux, finalement.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.until(lambda: "Ouvert" in window.words("standing"), "reopened")
        await window.tap("move-resolve")
        await window.tap("outcome-confirmed_due")
        await window.type("move-text", "Conforme au bon de livraison.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.tap("move-close")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.until(lambda: "clos le" in window.words("standing"), "closed")
    assert await state_of(id_) == "closed"


async def test_who_signalled_it_may_add_but_not_decide(browser: Browser, claire, client, invoice):
    id_ = await make_dispute(client, invoice, opened_by=claire.id)
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(claire)
        await window.sees("claimed")
        assert "move-resolve" not in window.phone.identifiers()
        await window.tap("say")
        await window.tap("move-save")
        await window.sees("move-text-error")
        await window.type("move-text", "Le client attend un appel.")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.reads("Le client attend un appel.")
    assert await state_of(id_) == "opened"


async def test_it_is_given_to_somebody_else(browser: Browser, claire, hugo, client, invoice):
    id_ = await make_dispute(client, invoice, opened_by=claire.id)
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(claire)
        await window.tap("move-assign")
        await window.tap("move-save")
        await window.sees("dispute-who-error")
        await window.tap(f"owner-{hugo.id}")
        await window.tap("move-save")
        await window.misses("move-sheet")
        await window.until(lambda: "Hugo Tissier" in window.words("owner"), "the new owner")
    assert await state_of(id_) == "assigned"


async def test_a_move_that_came_too_late_says_so_and_keeps_what_was_typed(
    browser: Browser, hugo, client, invoice
):
    id_ = await make_dispute(client, invoice)
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(hugo)
        await window.tap("move-answer")
        await window.type("move-text", "Vues sur place.")
        await execute(
            "UPDATE dispute SET state = 'closed', blocked = 0, closed_on = $2,"
            " closed_because = 'settled' WHERE id = $1",
            id_,
            TODAY,
        )
        await window.tap("move-save")
        await window.sees("refusal")
        assert "À revoir" in window.words("refusal")
        assert window.typed("move-text") == "Vues sur place."


async def test_a_dispute_out_of_scope_is_not_found(browser: Browser, add_person, client, invoice):
    id_ = await make_dispute(client, invoice)
    stranger = await add_person("sales")
    async with browser.window(f"/clients/{client.id}/litiges/{id_}") as window:
        await window.sign_in(stranger)
        await window.sees("error")
        assert "Vauclair" not in window.all_words()


async def test_nothing_waits_is_said(browser: Browser, hugo):
    async with browser.window("/litiges") as window:
        await window.sign_in(hugo)
        await window.reads("Aucun litige ne vous attend")


async def test_why_clients_do_not_pay(browser: Browser, hugo, client, invoice):
    await make_dispute(client, invoice, "1000.00", opened_on=ago(10))
    async with browser.window("/causes") as window:
        await window.sign_in(hugo)
        await window.sees("cause-reason-quality-EUR")
        assert "10 000 €·j" in window.words("amount-days-EUR")
        assert "1 litige ouvert" in window.spoken("cause-department-after_sales-EUR")
        await window.tap("months-12")
        await window.sees("cause-reason-quality-EUR")
    assert Decimal("1000.00") == await fetch_value("SELECT claimed FROM dispute")
