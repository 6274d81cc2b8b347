"""The thin line: nothing while all is fresh, else how old, what waits, and who has it."""

from __future__ import annotations

import re

import pytest

from backend.database.transaction import execute
from shared.contract.threads import PostComment
from shared.ids import new_id
from tests.makers.comments import make_comment
from tests.makers.ledger import make_client
from tests.mobile.phone_fixtures import Phone

pytestmark = pytest.mark.anyio


async def test_it_says_nothing_while_all_is_fresh_and_has_gone(phone: Phone, claire, client):
    await phone.fill(claire)
    async with phone.window() as window:
        await window.sees(f"client-{client.id}")
        await window.until(lambda: not phone.asked, "an answer to everything")
        assert not window.those("status")


async def test_it_says_how_old_the_data_are_and_leads_to_what_waits(phone: Phone, claire, client):
    await phone.fill(claire)
    entries = phone.outbox(claire)
    await entries.record("post-comment", client.id, PostComment(id=new_id(), text="Vu."))
    entries.close()
    phone.cut()
    async with phone.window() as window:
        await window.sees("status")
        assert re.search(r"Hors ligne — données de .*\d+ h \d\d", window.words("status"))
        assert "1 saisie en attente" in window.words("status-entries")
        await window.tap("status-entries")
        await window.reads("Saisies")
        phone.mend()
        await window.misses("status-entries")
        await window.misses("status")


async def test_who_was_never_read_is_told_that_the_first_load_needs_the_network(
    phone: Phone, claire, client
):
    phone.fail("/changes")
    async with phone.window() as window:
        await window.sign_in(claire)
        await window.sees(f"client-{client.id}")
    phone.cut()
    async with phone.window() as window:
        await window.reads("le premier chargement demande le réseau.")


async def test_a_client_that_is_theirs_no_more_is_shown_no_more(phone: Phone, claire, client):
    other = await make_client("C00007", rep=claire.id, name="Ateliers du Rhône")
    await phone.fill(claire, clients=2)
    await execute("UPDATE client SET rep = NULL WHERE id = $1", client.id)
    await make_comment(client.id)
    phone.cut()
    async with phone.window(f"/clients/{client.id}") as window:
        await window.sees("outstanding")
        phone.mend()
        await window.misses("outstanding")
        await window.until(lambda: phone.has_read(claire, 1), "the clients that are left")
    phone.cut()
    async with phone.window() as window:
        await window.sees(f"client-{other.id}")
        await window.misses(f"client-{client.id}")
