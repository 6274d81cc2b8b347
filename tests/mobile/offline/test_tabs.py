"""What a file has beside its figures, a dispute, and the day, with no network at all."""

from __future__ import annotations

from datetime import timedelta

import flet as ft
import pytest

from shared.ids import new_id
from tests.makers.comments import make_comment
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, insert, make_document
from tests.makers.promises import make_promise
from tests.makers.visits import make_visit
from tests.mobile.app_fixtures import Window
from tests.mobile.phone_fixtures import Phone
from tests.mobile.tree import shown

pytestmark = pytest.mark.anyio


@pytest.fixture
async def contested(client, claire):
    """An invoice, the dispute about it that waits for Claire, and what else is known."""
    invoice = await make_document(client, "900.00", due_on=TODAY - timedelta(days=3), number="F-9")
    dispute = await make_dispute(client, invoice, owner=claire.id)
    await make_promise(client, amount="250.00", promised_on=TODAY, on_account=True)
    await make_comment(client.id, "Deux portes voilées.", author=claire.id)
    await insert("contact", id=new_id(), client=client.id, name="Jeanne Comptable", role="finance")
    return invoice, dispute


def strips(window: Window) -> list[str]:
    """What a phone says below the list and below the file that lies over it."""
    nodes = [one for one in window.phone.all(ft.Semantics) if one.identifier == "status"]
    return [shown(text) for node in nodes for text in window.phone.all(ft.Text, node)]


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("contacts", "Jeanne Comptable"),
        ("fil", "Deux portes voilées."),
        ("promesses", "250,00 €"),
        ("litiges", "900,00 €"),
    ],
)
async def test_a_tab_is_there_without_a_network(
    phone: Phone, claire, client, contested, tab: str, words: str
):
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}/{tab}") as window:
        await window.reads(words)
        await window.until(lambda: len(strips(window)) == 2, "it said below both screens")
        assert "error" not in window.phone.identifiers()


async def test_a_dispute_is_opened_from_what_waits_for_me_without_a_network(
    phone: Phone, claire, client, contested
):
    _, dispute = contested
    await phone.fill(claire)
    phone.cut()
    async with phone.window("/litiges") as window:
        await window.sees(f"dispute-{dispute}")
        assert "error" not in window.phone.identifiers()
    async with phone.window(f"/clients/{client.id}/litiges/{dispute}") as window:
        await window.reads("Ce qui a été dit de ce litige demande le réseau.")
        await window.sees("move-answer")
        assert "900,00 €" in window.words("claimed")


async def test_a_document_is_there_as_far_as_it_is_held(phone: Phone, claire, client, contested):
    invoice, _ = contested
    await phone.fill(claire)
    phone.cut()
    async with phone.window(f"/clients/{client.id}/factures/{invoice.id}") as window:
        await window.reads("Les règlements de cette pièce demandent le réseau.")
        assert "900,00 €" in window.words("residual")


async def test_what_to_say_is_found_on_the_device_without_mentions(
    phone: Phone, claire, client, contested
):
    await phone.fill(claire)
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("brief-dispute_waiting")
        online = window.those("brief-")
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("brief-partly")
        assert [one for one in window.those("brief-") if one != "brief-partly"] == online


async def test_the_day_that_was_read_is_there_without_a_network_and_says_of_when_it_is(
    phone: Phone, claire, client
):
    await make_visit(claire.id, client.id)
    await phone.fill(claire)
    async with phone.window("/") as window:
        await window.reads("Menuiserie Vauclair")
    phone.cut()
    async with phone.window("/") as window:
        await window.reads("Menuiserie Vauclair")
        await window.reads("Hors ligne")
        assert "day-of-before" not in window.phone.identifiers()
    phone.clock.move(days=1)
    async with phone.window("/") as later:
        await later.sees("day-of-before")
        await later.reads("Celle d’aujourd’hui demande le réseau.")


async def test_a_day_that_was_never_read_needs_the_network(phone: Phone, claire, client):
    await phone.fill(claire)
    phone.cut()
    async with phone.window("/") as window:
        await window.reads("Votre journée demande le réseau.")
