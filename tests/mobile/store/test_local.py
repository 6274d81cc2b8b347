"""What a device keeps of the person signed in: one window at a time has it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from mobile.api.wire import Wire
from mobile.platform.ports import Room
from mobile.store.device import Device
from mobile.store.local import Local, State
from mobile.sync.file_lock import FileLock
from mobile.sync.keeping import Folders
from shared.ids import new_id

pytestmark = pytest.mark.anyio


class Vault:
    async def read(self) -> dict[str, str]:
        return {}

    def write(self, words: object) -> None: ...


class Phone:
    """A folder of it."""

    server = "https://credit.example.com"
    darkroom = None
    is_encrypted = False

    def __init__(self, root: Path) -> None:
        self._root = root
        self.pocket = Folders(root)

    async def ready(self) -> None: ...

    def lock(self) -> FileLock:
        return FileLock(self._root / "writer")

    async def persist(self) -> bool:
        return True

    async def room(self) -> Room:
        return Room(0, 1_000_000)


def window(phone: Phone | None) -> Local:
    nobody = httpx.MockTransport(lambda _: httpx.Response(503))
    http = httpx.AsyncClient(transport=nobody, base_url="https://credit.example.com")
    return Local(phone, Wire(http, Device(Vault())))


def state_of(local: Local) -> State:
    return local.state


def has_outbox(local: Local) -> bool:
    return local.outbox is not None


async def until(local: Local, state: State) -> None:
    """Returns once it is so."""
    reached = asyncio.Event()
    stop = local.subscribe(lambda *_: reached.set() if state_of(local) == state else None)
    if state_of(local) != state:
        await reached.wait()
    stop()


async def test_a_window_that_keeps_nothing_opens_nothing() -> None:
    local = window(None)
    await local.open(new_id())
    assert not local.is_kept
    assert local.state == "nothing"
    assert local.held(lambda portfolio: portfolio.count()) is None


async def test_a_second_window_waits_until_the_first_is_closed(tmp_path: Path) -> None:
    rep, phone = new_id(), Phone(tmp_path)
    first, second = window(phone), window(phone)
    await first.open(rep)
    await second.open(rep)
    assert state_of(second) == "elsewhere"
    assert not has_outbox(second)
    await first.close()
    await until(second, "open")
    assert has_outbox(second)
    await second.close()


async def test_a_portfolio_that_was_never_filled_holds_nothing(tmp_path: Path) -> None:
    local = window(Phone(tmp_path))
    await local.open(new_id())
    assert local.held(lambda portfolio: portfolio.count()) is None
    await local.close()


async def test_what_is_nudged_and_closed_at_once_is_closed(tmp_path: Path) -> None:
    local, rested = window(Phone(tmp_path)), asyncio.Event()
    await local.open(new_id())
    going = local.synchronising
    assert going is not None

    def look(*_: object) -> None:
        if going.state == "signed-out":
            rested.set()

    local.subscribe(look)
    look()
    async with asyncio.timeout(5):
        await rested.wait()
        await asyncio.sleep(0)
        going.nudge()
        await local.close()
