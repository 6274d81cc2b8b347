"""A desk with somebody signed in, on a line of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from litestar import Litestar

from mobile.api.identity import sign_in
from mobile.store.desk import Desk
from tests.mobile.store.line import Line, Room


@pytest.fixture
def line(app: Litestar) -> Line:
    return Line(app)


@pytest.fixture
async def desk(line: Line, claire) -> AsyncIterator[Desk]:
    desk = Desk(Room(line))  # type: ignore[arg-type]
    await sign_in(desk.wire, claire.email, claire.password, "Pixel")
    yield desk
    await desk.close()
