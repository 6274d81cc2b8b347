"""Every test here writes, and must leave a lawful ledger."""

import pytest

from tests.disputes.scene import Scene, make_scene


@pytest.fixture(autouse=True)
def _lawful(lawful_ledger: None) -> None:
    """Checks afterwards."""


@pytest.fixture
async def scene(http, clock) -> Scene:
    return await make_scene(http, clock)
