"""Calling a client from its file: at once, or choosing among several ways."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.ids import new_id
from tests.makers.ledger import insert, make_client
from tests.mobile.app_fixtures import Browser

pytestmark = pytest.mark.anyio


@pytest.fixture
async def client(claire):
    return await make_client("C04821", rep=claire.id)


async def add_contact(client, name: str, role: str, **ways: str) -> UUID:
    id_ = new_id()
    await insert("contact", id=id_, client=client.id, name=name, role=role, **ways)
    return id_


async def test_one_person_with_one_number_is_called_with_one_tap(browser: Browser, claire, client):
    await add_contact(client, "Inès", "owner", phone="01 02 03 04 05")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.until(lambda: window.links("call") == ["tel:0102030405"], "a number to call")
        assert not {"write", "text"} & window.phone.identifiers()


async def test_where_there_are_several_ways_one_chooses_whom_and_how(
    browser: Browser, claire, client
):
    ines = await add_contact(client, "Inès", "owner", mobile="06 12 34 56 78")
    paul = await add_contact(client, "Paul", "accounts_payable", email="paul@vauclair.example")
    async with browser.window(f"/clients/{client.id}") as window:
        await window.sign_in(claire)
        await window.until(lambda: window.links("call") == [], "a choice to make")
        await window.tap("call")
        await window.sees("whom")
        assert "Inès | Dirigeant" in window.words("whom")
        assert window.links(f"call-{ines}") == ["tel:0612345678"]
        assert window.links(f"text-{ines}") == ["sms:0612345678"]
        assert "Paul | Comptabilité" in window.words("whom")
        assert window.links(f"write-{paul}") == ["mailto:paul@vauclair.example"]
