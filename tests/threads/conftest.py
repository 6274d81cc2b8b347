"""A branch with one client, and its rep."""

import pytest

from tests.edge_fixtures import SignIn
from tests.makers.ledger import make_branch, make_client


@pytest.fixture
async def place():
    """A branch with one client."""
    branch = await make_branch()
    return branch, await make_client(branch=branch.id)


@pytest.fixture
async def rep(sign_in: SignIn, place):
    return await sign_in("sales", branches=[place[0].id])
