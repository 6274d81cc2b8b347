"""What the wire makes of answers: the contract's, refusals, and none in time."""

from __future__ import annotations

from io import BytesIO

import httpx
import pytest

from mobile.api import files, identity
from mobile.api.failures import Failure, Misunderstood, Refused, TooSlow, Unreachable
from shared.contract.identity import ChangeProfile, ChangeUser, User
from shared.ids import new_id
from tests.mobile.api.server import ME, NO, Kept, Server, refresh_token, wire_to

pytestmark = pytest.mark.anyio


async def test_a_server_that_does_not_answer_in_time_is_too_slow():
    def slow(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("15 s")

    with pytest.raises(TooSlow):
        await identity.me(wire_to(slow, Kept(refresh_token(0))))


async def test_a_gateway_error_page_means_the_server_cannot_be_reached():
    def proxy(_: httpx.Request) -> httpx.Response:
        return httpx.Response(502, text="<html>Bad Gateway</html>")

    with pytest.raises(Unreachable):
        await identity.me(wire_to(proxy, Kept(refresh_token(0))))


async def test_an_answer_that_is_not_the_contracts_is_misunderstood():
    def portal(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text="<html>Welcome to the hotel</html>")

    with pytest.raises(Misunderstood):
        await identity.me(wire_to(portal, Kept(None)))


async def test_a_refusal_carries_the_servers_sentence():
    def refusing(_: httpx.Request) -> httpx.Response:
        problem = NO | {"status": 409, "code": "link-void", "detail": "Ce lien a déjà servi."}
        return httpx.Response(409, json=problem)

    with pytest.raises(Refused) as refused:
        await identity.open_link(wire_to(refusing, Kept(None)), "x" * 30, "secret")
    assert refused.value.code == "link-void"
    assert str(refused.value) == "Ce lien a déjà servi."


async def test_a_change_says_only_what_was_said():
    bodies: list[bytes] = []

    def noting(request: httpx.Request) -> httpx.Response:
        bodies.append(request.content)
        return httpx.Response(200, json=ME)

    wire = wire_to(noting, Kept(None))
    await identity.change_me(wire, ChangeProfile(theme="dark"))
    await wire.send("PATCH", "/api/users/1", User, ChangeUser(branch_ids=[new_id()]))
    assert bodies[0] == b'{"theme":"dark"}'
    assert bodies[1].startswith(b'{"branch_ids":["')


async def test_the_answer_is_asked_for_in_the_persons_language():
    server = Server()
    wire = wire_to(server, Kept(refresh_token(0)))
    wire.language = "en"
    await identity.me(wire)
    assert {request.headers["accept-language"] for request in server.seen} == {"en"}


async def test_what_has_not_changed_is_not_sent_again():
    def cached(request: httpx.Request) -> httpx.Response:
        if request.headers.get("if-none-match") == '"v1"':
            return httpx.Response(304, headers={"ETag": '"v1"'})
        return httpx.Response(200, json=ME, headers={"ETag": '"v1"'})

    wire = wire_to(cached, Kept(None))
    first, etag = await wire.get_newer("/api/me", User, None)
    again, same = await wire.get_newer("/api/me", User, etag)
    assert first is not None
    assert again is None
    assert etag == same == '"v1"'


async def test_a_photo_on_a_line_that_is_gone_is_known_soon():
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=ME) if request.method == "GET" else httpx.Response(503)

    wire = wire_to(answer, Kept(None))
    with pytest.raises(Failure):
        await files.send(wire, new_id(), new_id(), "porte.jpg", BytesIO(b"vu"))
    times = seen[-1].extensions["timeout"]
    assert (times["connect"], times["write"], times["read"]) == (15, 60, 120)
