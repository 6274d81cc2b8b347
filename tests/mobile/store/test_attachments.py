"""Files of an entry on the real server: sent once each, refused with their reason, removed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from io import BytesIO
from typing import BinaryIO

import httpx
import pytest
from litestar import Litestar

from backend.database.transaction import execute, fetch_value
from mobile.api.failures import GoneFromDevice, Unreachable
from mobile.api.identity import sign_in
from mobile.api.wire import Wire
from mobile.store.attachments import Attachments
from mobile.store.local import Local
from mobile.store.reach import Reach
from shared.contract.files import FILE_BYTES_MOST
from tests.edge_fixtures import AddPerson
from tests.files.samples import picture
from tests.makers.ledger import make_client

pytestmark = pytest.mark.anyio


class Memory:
    token_: str | None = None

    async def token(self) -> str | None:
        return self.token_

    async def keep(self, token: str | None) -> None:
        self.token_ = token


class Given:
    """A chosen file; `failing` so many times before it can be read."""

    def __init__(self, name: str, content: bytes, failing: list[Exception] | None = None) -> None:
        self.name, self.size = name, len(content)
        self._content, self._failing = content, failing or []

    @asynccontextmanager
    async def opened(self, on_share: Callable[[float], None]) -> AsyncIterator[BinaryIO]:
        if self._failing:
            raise self._failing.pop(0)
        on_share(0.5)
        yield BytesIO(self._content)


class Stuck(Given):
    """It never crosses."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(name, content)
        self.is_on_its_way = asyncio.Event()

    @asynccontextmanager
    async def opened(self, on_share: Callable[[float], None]) -> AsyncIterator[BinaryIO]:
        on_share(0.1)
        self.is_on_its_way.set()
        await asyncio.Event().wait()
        yield BytesIO(self._content)


@pytest.fixture
async def attachments(app: Litestar, add_person: AddPerson) -> AsyncIterator[Attachments]:
    person = await add_person("sales")
    client = await make_client("C1", rep=person.id)
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://encours.test") as http:
        wire = Wire(http, Memory())
        await sign_in(wire, person.email, person.password, "Pixel")
        yield Attachments(Reach(wire, Local(None, wire)), client.id)


async def stored() -> int:
    count: int = await fetch_value("SELECT count(*) FROM stored_file")
    return count


async def test_a_photo_is_kept_and_shown_small(attachments: Attachments):
    await attachments.add(Given("porte.jpg", picture()))
    (one,) = attachments.items
    assert one.stored is not None
    assert attachments.file_ids == [one.id] == [one.stored.id]
    assert one.picture is not None
    assert one.picture.startswith(b"\xff\xd8")
    assert not attachments.is_sending


async def test_what_the_server_refuses_says_why_and_the_others_go(attachments: Attachments):
    await attachments.add(Given("programme.exe", b"MZ" + bytes(200)))
    await attachments.add(Given("porte.jpg", picture()))
    refused, taken = attachments.items
    assert "Ce type de fichier" in str(refused.failure)
    assert attachments.file_ids == [taken.id]
    attachments.remove(refused.id)
    assert not attachments.has_failed


async def test_what_is_too_large_or_empty_is_not_sent(attachments: Attachments):
    await attachments.add(Given("film.jpg", bytes(FILE_BYTES_MOST + 1)))
    await attachments.add(Given("vide.txt", b""))
    assert [one.refusal for one in attachments.items] == ["too-large", "empty"]
    assert await stored() == 0


async def test_a_file_that_did_not_arrive_is_sent_again_and_kept_once(attachments: Attachments):
    await attachments.add(Given("porte.jpg", picture(), [Unreachable("cut")]))
    (one,) = attachments.items
    assert attachments.has_failed
    await attachments.retry(one.id)
    assert attachments.file_ids == [one.id]
    await attachments.retry(one.id)
    assert await stored() == 1


async def test_a_file_that_left_the_device_is_to_be_chosen_again(attachments: Attachments):
    await attachments.add(Given("porte.jpg", picture(), [GoneFromDevice("porte.jpg")]))
    assert isinstance(attachments.items[0].failure, GoneFromDevice)


async def test_a_file_that_hangs_is_given_up_when_it_is_removed(attachments: Attachments):
    film = Stuck("film.jpg", picture())
    stuck = asyncio.create_task(attachments.add(film))
    await film.is_on_its_way.wait()
    waiting = asyncio.create_task(attachments.add(Given("porte.jpg", picture())))
    arrived = asyncio.create_task(attachments.arrived())
    attachments.remove(attachments.items[0].id)
    async with asyncio.timeout(10):
        await asyncio.gather(stuck, waiting)
        assert await arrived
    assert [one.name for one in attachments.items] == ["porte.jpg"]
    assert len(attachments.file_ids) == 1


async def test_at_most_twenty_go_with_an_entry(attachments: Attachments):
    for number in range(21):
        await attachments.add(Given(f"{number}.txt", b"vu"))
    assert attachments.items[-1].refusal == "too-many"
    assert len(attachments.file_ids) == 20
    attachments.taken(attachments.file_ids[:19])
    assert [one.name for one in attachments.items] == ["19.txt", "20.txt"]


async def test_what_waited_longer_than_the_server_keeps_it_is_said_to_be_gone(
    attachments: Attachments,
):
    for name in ("porte.jpg", "cadre.jpg"):
        await attachments.add(Given(name, picture()))
    gone, there = attachments.items
    assert gone.stored is not None
    await execute("DELETE FROM stored_file WHERE id = $1", gone.id)
    sent_at = gone.stored.uploaded_at
    await attachments.looked_after(sent_at + timedelta(hours=23))
    assert not attachments.has_failed
    await attachments.looked_after(sent_at + timedelta(hours=25))
    assert [one.refusal for one in attachments.items] == ["gone", None]
    assert attachments.file_ids == [there.id]
