"""What the stores read again when something happens, and what they do where no answer comes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
import pytest
from litestar import Litestar

from backend.database.transaction import fetch_value
from mobile.api.failures import Failure
from mobile.api.identity import sign_in
from mobile.api.wire import Wire
from mobile.store import live
from mobile.store.desk import Desk
from mobile.store.device import Device
from mobile.store.live import Live
from mobile.store.place import Document, Today
from mobile.store.thread import PAGE, Thread
from shared.contract.live import LiveEvent
from shared.ids import new_id
from tests.edge_fixtures import AddPerson
from tests.makers.comments import make_comment
from tests.makers.ledger import (
    TODAY,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.mobile.app_fixtures import no_server, unheard
from tests.mobile.store.test_device import Vault

pytestmark = pytest.mark.anyio
DAY = "/api/today"
SERVER = "http://encours.test"


class Line:
    """Between the app and the server: counts what is asked, holds up or loses its answers."""

    def __init__(self, app: Litestar) -> None:
        self._app = app
        self.asked: Counter[str] = Counter()
        self.is_deaf = False
        self._held = ""
        self._free = asyncio.Event()

    def hold(self, path: str) -> None:
        """What was answered there goes no further before `let_go`."""
        self._held = path
        self._free.clear()

    def let_go(self) -> None:
        self._held = ""
        self._free.set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def answer(message: Any) -> None:
            if scope["path"] == self._held:
                await self._free.wait()
            await send(message)

        self.asked[scope["path"]] += 1
        await self._app(scope, receive, unheard if self.is_deaf else answer)
        if self.is_deaf:
            await no_server(send)

    async def reached(self, path: str, times: int) -> None:
        async with asyncio.timeout(10):
            while self.asked[path] < times:  # noqa: ASYNC110 - nothing of ours tells when
                await asyncio.sleep(0.001)


class Room:
    """The machine under the desk."""

    zone = ZoneInfo("Europe/Paris")
    language = "fr"
    device_name = "Pixel"
    storage = None

    def __init__(self, line: Line) -> None:
        self._line = line
        self.vault = Vault()

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def http(self) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=self._line)
        return httpx.AsyncClient(transport=transport, base_url=SERVER)


@pytest.fixture
def line(app: Litestar) -> Line:
    return Line(app)


@pytest.fixture
async def claire(add_person: AddPerson):
    return await add_person("sales", name="Claire Vasseur")


@pytest.fixture
async def client(claire):
    return await make_client("C04821", rep=claire.id, name="Menuiserie Vauclair")


@pytest.fixture
async def desk(line: Line, claire) -> AsyncIterator[Desk]:
    desk = Desk(Room(line))  # type: ignore[arg-type]
    await sign_in(desk.wire, claire.email, claire.password, "Pixel")
    yield desk
    await desk.close()


def about(*client_ids: UUID) -> Mapping[UUID, frozenset[str]]:
    return dict.fromkeys(client_ids, frozenset({"ledger-imported"}))


async def test_facts_about_many_clients_read_the_day_once(desk: Desk, line: Line):
    desk.screen.go(Today())
    await desk.day.refresh()
    line.asked.clear()
    await desk.happened(about(*(new_id() for _ in range(200))))
    assert line.asked[DAY] == 1


async def test_an_open_invoice_is_kept_up(desk: Desk, client):
    invoice = await make_document(client, "5200.00", due_on=TODAY)
    desk.screen.go(Document(client.id, invoice.id))
    shown = desk.documents[invoice.id]
    await asyncio.gather(shown.refresh(), desk.files[client.id].file.refresh())
    for told, paid in enumerate(("50.00", "70.00"), 1):
        payment = await make_payment(client, paid)
        await make_allocation(paid, debit=invoice, credit=payment)
        await (desk.happened(about(client.id)) if told == 1 else desk.missed())
        assert shown.value is not None
        assert len(shown.value.settlements) == told


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


async def planned() -> int:
    count: int = await fetch_value("SELECT count(*) FROM visit WHERE removed_at IS NULL")
    return count


async def test_a_visit_planned_again_after_no_answer_is_the_same(desk: Desk, line: Line, client):
    line.is_deaf = True
    with pytest.raises(Failure):
        await desk.day.plan(client.id, TODAY)
    line.is_deaf = False
    await desk.day.plan(client.id, TODAY)
    assert await planned() == 1
    assert desk.day.value is not None
    await desk.day.remove(desk.day.value.visits[0].visit.id)
    await desk.day.plan(client.id, TODAY)
    assert await planned() == 1


async def test_a_visit_taken_off_after_no_answer_can_be_planned_again(
    desk: Desk, line: Line, client
):
    line.is_deaf = True
    with pytest.raises(Failure):
        await desk.day.plan(client.id, TODAY)
    line.is_deaf = False
    await desk.day.refresh()
    assert desk.day.value is not None
    await desk.day.remove(desk.day.value.visits[0].visit.id)
    await desk.day.plan(client.id, TODAY)
    assert await planned() == 1


async def test_the_day_read_after_a_change_is_not_one_of_before(desk: Desk, line: Line, client):
    await desk.day.refresh()
    line.asked.clear()
    line.hold(DAY)
    reading = asyncio.create_task(desk.day.refresh())
    await line.reached(DAY, 1)
    planning = asyncio.create_task(desk.day.plan(client.id, TODAY))
    async with asyncio.timeout(10):
        while not await planned():  # noqa: ASYNC110 - nothing of ours tells when
            await asyncio.sleep(0.001)
    line.let_go()
    await asyncio.gather(reading, planning)
    assert line.asked[DAY] == 2
    assert desk.day.value is not None
    assert [stop.visit.client.id for stop in desk.day.value.visits] == [client.id]


async def test_a_visit_that_is_refused_shows_the_day_as_it_is(desk: Desk, client):
    await desk.day.refresh()
    await desk.day.plan(client.id, TODAY)
    with pytest.raises(Failure):
        await desk.day.plan(client.id, TODAY)
    assert desk.day.value is not None
    assert len(desk.day.value.visits) == 1


@pytest.fixture
async def thread(desk: Desk, line: Line, claire, client) -> Thread:
    for number in range(3 * PAGE):
        await make_comment(client.id, f"Point {number}.", author=claire.id)
    thread = desk.files[client.id].thread
    await thread.more()
    await thread.more()
    assert len(thread.rows) == 2 * PAGE
    line.asked.clear()
    return thread


async def test_older_entries_are_asked_for_after_what_is_being_read_anew(
    thread: Thread, line: Line, client
):
    path = f"/api/clients/{client.id}/thread"
    line.hold(path)
    again = asyncio.create_task(thread.again())
    await line.reached(path, 1)
    older = [asyncio.create_task(thread.more()) for _ in range(2)]
    await asyncio.sleep(0)
    line.let_go()
    await asyncio.gather(again, *older)
    assert len(thread.rows) == 3 * PAGE
    assert not thread.more_to_come
    assert line.asked[path] == 2  # what was shown, at once; then the older ones, once
