"""More people around the client, and what it owes, for the screens that need no others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import TODAY, make_document


@pytest.fixture
async def hugo(add_person: AddPerson):
    return await add_person("after_sales", name="Hugo Tessier", everything=True)


@pytest.fixture
async def ines(add_person: AddPerson):
    return await add_person("collector", name="Inès Vidal", everything=True)


@pytest.fixture
async def overdue(client):
    """The client's one invoice."""
    return await make_document(client, "5200.00", due_on=TODAY - timedelta(days=34))
