"""A place on a server that has told of all that happened before."""

import pytest
from litestar import Litestar

from backend.activity.sealing import seal
from tests.access.world import Place, make_place


@pytest.fixture
async def place(app: Litestar) -> Place:
    made = await make_place("QHERE")
    await seal()
    return made
