"""The demo company, made once for all the tests of a module that only look at it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from backend.database.engine import Engine
from backend.demo.service import make_demo_company
from backend.settings import Settings
from tests.database_fixtures import empty

TODAY = date(2026, 11, 20)
"""A Friday."""


@pytest.fixture(scope="module")
async def company(
    open_engine: Engine, database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Settings]:
    """Its settings. The tests that ask for it change nothing."""
    await empty(open_engine)
    settings = Settings(
        data=tmp_path_factory.mktemp("demo"), database_url=database_url, today=TODAY
    )
    assert await make_demo_company(settings) is True
    yield settings
    await empty(open_engine)
