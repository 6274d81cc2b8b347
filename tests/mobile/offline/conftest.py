"""A rep with a client, and her phone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from litestar import Litestar

from tests.edge_fixtures import AddPerson, MovingClock
from tests.makers.ledger import TODAY, make_client, make_document
from tests.mobile.phone_fixtures import Phone


@pytest.fixture
def phone(app: Litestar, tmp_path: Path) -> Phone:
    """With a clock of its own: that of the server stands still."""
    return Phone(app, tmp_path, MovingClock())


@pytest.fixture
async def claire(add_person: AddPerson):
    return await add_person("sales", name="Claire Vasseur")


@pytest.fixture
async def client(claire):
    made = await make_client("C04821", rep=claire.id, name="Menuiserie Vauclair")
    await make_document(made, "5200.00", due_on=TODAY - timedelta(days=34), number="F-1")
    await make_document(made, "800.00", due_on=TODAY + timedelta(days=1), number="F-2")
    return made
