"""What was entered goes, what changed comes, by one writer at a time."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from mobile.sync.file_lock import FileLock
from mobile.sync.keeping import Memory
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from mobile.sync.sending import Sending
from mobile.sync.synchronising import EVERY_SECONDS, Synchronising
from mobile.sync.writing import NoLock, WriterLock
from shared.contract.changes import Changes
from tests.mobile.sync.copies import client, page
from tests.mobile.sync.pieces import ALPHA, comment
from tests.mobile.sync.server import Server

pytestmark = pytest.mark.anyio


@dataclass
class Feed(Server):
    """A server that tells changes too."""

    pages: deque[Changes | int] = field(default_factory=deque)
    asked: list[str | None] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/api/changes" or self.signed_out:
            return super().__call__(request)
        self.asked.append(request.url.params.get("after"))
        told = self.pages.popleft() if self.pages else page(cursor=self.asked[-1] or "c0")
        if isinstance(told, int):
            raise httpx.ConnectError("no network", request=request)
        return httpx.Response(200, json=json.loads(told.model_dump_json(by_alias=True)))


class Phone:
    def __init__(self, server: Feed, owner: Owner, lock: WriterLock) -> None:
        keeping, wire = Memory(), server.wire()
        self.kept = Outbox(keeping, owner)
        self.held = Portfolio(keeping, owner)
        self.sync = Synchronising(Sending(self.kept, wire), self.held, wire, lock)

    def close(self) -> None:
        self.kept.close()
        self.held.close()


@pytest.fixture
def server() -> Feed:
    return Feed()


@pytest.fixture
async def phone(server: Feed) -> AsyncIterator[Phone]:
    made = Phone(server, server.owner, NoLock())
    yield made
    made.close()


async def test_what_was_entered_goes_before_what_changed_is_read(phone: Phone, server: Feed):
    entry = await phone.kept.record("post-comment", ALPHA, comment())
    server.pages.append(page([client("C1", "Alpha")], cursor="c1", more=True))
    server.pages.append(page([client("C2", "Beta")], cursor="c2"))
    assert await phone.sync.once() == EVERY_SECONDS
    assert server.applied == [entry.id]
    assert server.asked == [None, "c1"]
    assert (phone.held.count(), phone.held.cursor, phone.sync.state) == (2, "c2", "fresh")
    assert phone.sync.read_at is not None
    await phone.sync.once()
    assert server.asked[-1] == "c2"


async def test_pages_that_came_before_the_line_broke_stay(phone: Phone, server: Feed):
    server.pages += [page([client("C1", "Alpha")], cursor="c1", more=True), 0]
    await phone.sync.once()
    assert (phone.sync.state, phone.held.count(), phone.held.cursor) == ("offline", 1, "c1")
    await phone.sync.once()
    assert (phone.sync.state, server.asked) == ("fresh", [None, "c1", "c1"])


async def test_it_looks_again_when_a_client_has_rested(phone: Phone, server: Feed):
    await phone.kept.record("post-comment", ALPHA, comment())
    server.will("busy")
    seconds = await phone.sync.once()
    assert 0.5 <= seconds <= 2.0
    server.will("cut")
    phone.sync.wake()
    await phone.sync.once()
    assert phone.sync.state == "offline"


async def test_a_session_that_is_over_and_somebody_elses_read_nothing(phone: Phone, server: Feed):
    server.signed_out = True
    await phone.sync.once()
    assert phone.sync.state == "signed-out"
    server.signed_out = False
    other = Phone(server, Owner("https://credit.test", ALPHA), NoLock())
    await other.sync.once()
    assert (other.sync.state, other.held.count(), server.asked) == ("signed-out", 0, [])
    other.close()


async def test_only_who_has_the_lock_sends_and_reads(server: Feed, tmp_path: Path):
    first = FileLock(tmp_path / "writer")
    await first.take()
    phone = Phone(server, server.owner, FileLock(tmp_path / "writer"))
    entry = await phone.kept.record("post-comment", ALPHA, comment())
    changed = asyncio.Event()
    phone.sync.on_change = lambda: changed.set() if phone.sync.state == "fresh" else None
    running = asyncio.create_task(phone.sync.run())
    await asyncio.sleep(0)
    assert (phone.sync.state, server.applied) == ("elsewhere", [])
    first.release()
    await asyncio.wait_for(changed.wait(), 10)
    assert server.applied == [entry.id]

    again = await phone.kept.record("post-comment", ALPHA, comment("Encore."))
    changed.clear()
    phone.sync.nudge()
    await asyncio.wait_for(changed.wait(), 10)
    assert server.applied == [entry.id, again.id]
    running.cancel()
    await asyncio.wait([running])
    assert await first.take()
    first.release()
    phone.close()
