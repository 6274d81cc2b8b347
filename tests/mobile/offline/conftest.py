"""A rep with a client, and her phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar

from tests.edge_fixtures import MovingClock
from tests.makers.ledger import ago, make_document
from tests.mobile.phone_fixtures import Phone


@pytest.fixture
def phone(app: Litestar, tmp_path: Path) -> Phone:
    """With a clock of its own: that of the server stands still."""
    return Phone(app, tmp_path, MovingClock())


@pytest.fixture
async def client(client):
    """Owes an invoice that is overdue, and one due tomorrow."""
    await make_document(client, "5200.00", due_on=ago(34), number="F-1")
    await make_document(client, "800.00", due_on=ago(-1), number="F-2")
    return client
