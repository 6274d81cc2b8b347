"""A demo company that is there already. In a module of its own: it empties the database."""

import pytest

from backend.database.transaction import execute, fetch_value
from backend.demo.service import DemoState, make_demo_company, state_of

pytestmark = pytest.mark.anyio


async def test_one_that_an_older_release_made_is_left_as_it_is(database, settings):
    await execute(
        "INSERT INTO company (id, code, name, siren, currency)"
        " VALUES (gen_random_uuid(), 'RD', 'Rivaton Distribution', '012345674', 'EUR')"
    )
    await execute(
        "INSERT INTO activity (id, recorded_at, said_at, kind)"
        " VALUES (gen_random_uuid(), now(), now(), 'demo-company-made')"
    )
    assert await make_demo_company(settings) is False
    assert await state_of() is DemoState.MADE
    assert await fetch_value("SELECT count(*) FROM promise") == 0
