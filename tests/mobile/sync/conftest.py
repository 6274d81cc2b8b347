"""What the tests of outbox and sending share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.mobile.sync.phone import Clock, Phone
from tests.mobile.sync.pieces import outbox
from tests.mobile.sync.server import Server


@pytest.fixture
async def phone(tmp_path: Path) -> AsyncIterator[Phone]:
    clock = Clock()
    server = Server(clock)
    with outbox(tmp_path, server.owner) as kept:
        yield Phone(kept, server, clock)
