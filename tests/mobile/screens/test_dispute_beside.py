"""Disputes on a tablet and a desktop: beside the list of clients, and back where one came from."""

from __future__ import annotations

import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.disputes import make_dispute
from tests.makers.ledger import make_client, make_document
from tests.mobile.app_fixtures import Browser
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("size", [TABLET, (1280, 800)])
async def test_one_goes_back_to_the_list_or_to_the_file_a_dispute_was_opened_from(
    browser: Browser, add_person: AddPerson, size
):
    hugo = await add_person("after_sales", everything=True, name="Hugo Tissier")
    client = await make_client("C04821", name="Menuiserie Vauclair")
    id_ = await make_dispute(client, await make_document(client, "5200.00"))
    async with browser.window("/litiges", size=size) as window:
        await window.sign_in(hugo)
        await window.sees(f"client-{client.id}")
        await window.tap(f"dispute-{id_}")
        await window.sees("claimed")
        await window.tap("back")
        await window.misses("claimed")
        await window.reads("Mes litiges")
        await window.phone.go(f"/clients/{client.id}/litiges/{id_}")
        await window.sees("claimed")
        await window.tap("back")
        await window.misses("claimed")
        await window.sees("tab-disputes")
        assert window.phone.find("tab-disputes").selected
