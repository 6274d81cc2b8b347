"""Asked for by tests that write: the ledger they leave behind is a lawful one."""

from collections.abc import AsyncIterator

import pytest

from backend.database.engine import Engine
from backend.invariants import breaches


@pytest.fixture
async def lawful_ledger(database: Engine) -> AsyncIterator[None]:
    yield
    assert await breaches() == []
