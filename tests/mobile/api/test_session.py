"""A session on the wire: renewed once and in time, kept while nobody answers, over when it is."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from mobile.api import identity
from mobile.api.failures import Refused, SessionOver, Unreachable
from tests.mobile.api.server import NO, Kept, Server, refresh_token, wire_to

pytestmark = pytest.mark.anyio


async def test_the_first_request_renews_the_token_that_the_device_kept():
    server, kept = Server(), Kept(refresh_token(0))
    user = await identity.me(wire_to(server, kept))
    assert user.name == "Claire"
    assert kept.value == refresh_token(1)


async def test_an_expired_access_token_is_renewed_and_the_request_sent_again():
    server, kept = Server(), Kept(refresh_token(0))
    wire = wire_to(server, kept)
    await identity.me(wire)
    server.turn += 1
    kept.value = refresh_token(server.turn)  # as another window of the device left it
    assert (await identity.me(wire)).name == "Claire"


async def test_however_many_requests_wait_the_token_is_renewed_once():
    server, kept = Server(), Kept(refresh_token(0))
    wire = wire_to(server, kept)
    await asyncio.gather(*(identity.me(wire) for _ in range(10)))
    assert len(server.renewals) == 1


async def test_two_windows_that_renew_the_same_token_send_the_same_request_id():
    server = Server()
    for _ in range(2):
        server.turn = 0
        await wire_to(server, Kept(refresh_token(0))).renew()
    first, second = server.renewals
    assert first["request_id"] == second["request_id"]


async def test_another_token_is_renewed_under_another_request_id():
    server, kept = Server(), Kept(refresh_token(0))
    wire = wire_to(server, kept)
    await wire.renew()
    await wire.renew()
    assert server.renewals[0]["request_id"] != server.renewals[1]["request_id"]


async def test_a_token_the_server_does_not_know_ends_the_session_and_is_forgotten():
    kept, over = Kept("a token from another life"), []
    wire = wire_to(Server(), kept)
    wire.on_over = lambda: over.append(True)
    with pytest.raises(SessionOver):
        await identity.me(wire)
    assert kept.value is None
    assert over == [True]


async def test_without_a_token_nobody_is_signed_in_and_the_server_is_not_asked_to_renew():
    server = Server()
    with pytest.raises(SessionOver):
        await wire_to(server, Kept(None)).renew()
    assert server.seen == []


async def test_an_unreachable_server_keeps_the_token():
    def down(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    kept = Kept(refresh_token(0))
    contacts: list[bool] = []
    wire = wire_to(down, kept)
    wire.on_contact = contacts.append
    with pytest.raises(Unreachable):
        await identity.me(wire)
    assert kept.value == refresh_token(0)
    assert contacts == [False]


async def test_a_wrong_password_at_sign_in_is_a_refusal_not_the_end_of_a_session():
    over: list[bool] = []
    wire = wire_to(lambda _: httpx.Response(401, json=NO | {"code": "sign-in-failed"}), Kept(None))
    wire.on_over = lambda: over.append(True)
    with pytest.raises(Refused) as refused:
        await identity.sign_in(wire, "claire@example.test", "wrong", None)
    assert not isinstance(refused.value, SessionOver)
    assert over == []


async def test_signing_out_forgets_the_token_even_when_the_server_cannot_be_reached():
    def down(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    kept = Kept(refresh_token(0))
    with pytest.raises(Unreachable):
        await identity.sign_out(wire_to(down, kept))
    assert kept.value is None
