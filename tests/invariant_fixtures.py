"""Asked for by tests that write: ledger and history they leave behind are lawful ones."""

from collections.abc import AsyncIterator

import pytest

from backend.activity.verifying import verify
from backend.database.engine import Engine
from backend.invariants import breaches


@pytest.fixture
async def lawful_ledger(database: Engine) -> AsyncIterator[None]:
    yield
    assert await breaches() == []
    assert (await verify()).findings == []
