"""What the tests of files share."""

import pytest

from tests.files.world import World
from tests.makers.ledger import make_branch, make_client, make_person


@pytest.fixture
async def world(http, clock) -> World:
    branch = await make_branch()
    client = await make_client(company=branch.company, branch=branch.id)
    return World(client, await make_person("sales", branches=(branch.id,)), clock)
