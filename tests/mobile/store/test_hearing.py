"""What is heard of the server is told once, together, and not lost while nobody draws."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from uuid import UUID

import httpx
import pytest

from mobile.api.wire import Wire
from mobile.store import live
from mobile.store.device import Device
from mobile.store.live import Live
from shared.contract.live import LiveEvent
from shared.ids import new_id
from tests.mobile.store.line import SERVER
from tests.mobile.store.test_device import Vault

pytestmark = pytest.mark.anyio


class Told:
    """Whoever draws: keeps what it was told, in how many times."""

    def __init__(self) -> None:
        self.times: list[Mapping[UUID, frozenset[str]]] = []
        self.any = asyncio.Event()

    async def happened(self, told: Mapping[UUID, frozenset[str]]) -> None:
        self.times.append(told)
        self.any.set()

    async def missed(self) -> None:
        raise AssertionError("nothing was missed")


@pytest.mark.parametrize("count", [1, 200])
async def test_what_happens_together_is_told_together(count: int, monkeypatch):
    monkeypatch.setattr(live, "RESYNC_SECONDS_MOST", 0.01)
    events = [
        LiveEvent(position=n, client_id=new_id(), kind="ledger-imported", fact_id=new_id())
        for n in range(1, count + 1)
    ]
    words = "".join(
        f"event: fact\nid: {one.position}\ndata: {one.model_dump_json()}\n\n" for one in events
    )
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text=words))
    told = Told()
    async with httpx.AsyncClient(transport=transport, base_url=SERVER) as http:
        heard = Live(Wire(http, Device(Vault())), told)
        heard.start()
        async with asyncio.timeout(10):
            await told.any.wait()
        heard.stop()
    assert told.times == [{one.client_id: frozenset({one.kind}) for one in events}]


class CutOff:
    """A screen whose window is cut off while it draws what it was told first."""

    def __init__(self) -> None:
        self.told: list[Mapping[UUID, frozenset[str]]] = []
        self.drawing = asyncio.Event()
        self.is_in_sight = asyncio.Event()
        self.missed_times = 0

    async def happened(self, told: Mapping[UUID, frozenset[str]]) -> None:
        self.drawing.set()
        await self.is_in_sight.wait()
        self.told.append(told)

    async def missed(self) -> None:
        self.drawing.set()
        await self.is_in_sight.wait()
        self.missed_times += 1


@pytest.mark.parametrize("kind", ["fact", "resync"])
async def test_what_was_being_told_when_the_window_was_cut_off_is_told_when_it_is_back(
    kind: str,
):
    fact = LiveEvent(position=1, client_id=new_id(), kind="dispute-closed", fact_id=new_id())
    words = f"event: {kind}\nid: 1\ndata: {fact.model_dump_json()}\n\n"
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text=words))
    screen = CutOff()
    async with httpx.AsyncClient(transport=transport, base_url=SERVER) as http:
        line = Live(Wire(http, Device(Vault())), screen)
        line.start()
        async with asyncio.timeout(10):
            await screen.drawing.wait()
            line.stop()
            words = ""  # nothing of it comes a second time
            await asyncio.sleep(0)  # stopped once the loop has turned
            screen.is_in_sight.set()
            line.start()
            while not (screen.told or screen.missed_times):  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(0.001)
        line.stop()
    told = {fact.client_id: frozenset({"dispute-closed"})}
    assert (screen.told, screen.missed_times) == (([told], 0) if kind == "fact" else ([], 1))
