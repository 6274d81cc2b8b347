"""A client and the people around it, for the screens that need no others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import TODAY, make_client, make_document


@pytest.fixture
async def claire(add_person: AddPerson):
    return await add_person("sales", name="Claire Vasseur")


@pytest.fixture
async def hugo(add_person: AddPerson):
    return await add_person("after_sales", name="Hugo Tessier", everything=True)


@pytest.fixture
async def ines(add_person: AddPerson):
    return await add_person("collector", name="Inès Vidal", everything=True)


@pytest.fixture
async def client(claire):
    made = await make_client("C04821", rep=claire.id, name="Menuiserie Vauclair")
    await make_document(made, "5200.00", due_on=TODAY - timedelta(days=34))
    return made
