"""The app on the tests' server, and whom it is used by and for."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar

from tests.edge_fixtures import AddPerson
from tests.makers.ledger import make_client
from tests.mobile.app_fixtures import Browser


@pytest.fixture
def browser(app: Litestar, tmp_path: Path) -> Browser:
    """Somebody's browser, on the running application."""
    return Browser(app, tmp_path)


@pytest.fixture
async def claire(add_person: AddPerson):
    return await add_person("sales", name="Claire Vasseur")


@pytest.fixture
async def client(claire):
    """Of her portfolio; it owes nothing yet."""
    return await make_client("C04821", rep=claire.id, name="Menuiserie Vauclair")
