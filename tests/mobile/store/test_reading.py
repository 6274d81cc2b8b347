"""What is awaited is told when it does not come, whatever the reason."""

from __future__ import annotations

import httpx
import pytest

from mobile.api.failures import Misunderstood, Unreachable
from mobile.api.wire import Wire
from mobile.store.clients import ClientList
from mobile.store.device import Device
from mobile.store.local import Local
from mobile.store.pages import Page, Pages
from mobile.store.reach import Reach
from mobile.store.reading import Known, Reading
from tests.mobile.store.test_device import Vault

pytestmark = pytest.mark.anyio


class UnforeseenError(Exception):
    """Nobody thought of it."""


async def broken(_: object) -> Known[int]:
    raise UnforeseenError


async def test_a_reading_keeps_an_error_nobody_foresaw_for_its_screen_and_passes_it_on():
    reading = Reading(broken)
    with pytest.raises(UnforeseenError):
        await reading.refresh()
    assert isinstance(reading.failure, Misunderstood)
    assert not reading.loading


async def test_a_long_list_does_so_too():
    async def no_page(_: str | None) -> Page[int]:
        raise UnforeseenError

    pages = Pages(no_page)
    with pytest.raises(UnforeseenError):
        await pages.from_the_start()
    assert isinstance(pages.failure, Misunderstood)


async def test_the_list_of_clients_does_so_too():
    def unforeseen(_: httpx.Request) -> httpx.Response:
        raise UnforeseenError

    transport = httpx.MockTransport(unforeseen)
    async with httpx.AsyncClient(transport=transport, base_url="http://encours.test") as http:
        wire = Wire(http, Device(Vault()))
        clients = ClientList(Reach(wire, Local(None, wire)))
        with pytest.raises(UnforeseenError):
            await clients.refresh()
        assert isinstance(clients.failure, Misunderstood)
        assert not clients.loading


async def test_a_failure_that_was_foreseen_is_the_screens_alone():
    async def unreachable(_: object) -> Known[int]:
        raise Unreachable

    reading = Reading(unreachable)
    await reading.refresh()
    assert isinstance(reading.failure, Unreachable)
