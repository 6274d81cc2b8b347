from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import httpx
import pytest

from mobile.api import files, identity
from mobile.api.failures import Failure, Misunderstood, Refused, SessionOver, TooSlow, Unreachable
from mobile.api.wire import Wire
from shared.contract.identity import ChangeProfile, ChangeUser, User
from shared.ids import new_id

pytestmark = pytest.mark.anyio

ME = {
    "id": str(new_id()),
    "email": "claire@example.test",
    "name": "Claire",
    "role": "sales",
    "language": "fr",
    "scope": {"everything": False, "own_portfolio": True, "branches": []},
}
NO = {"title": "Unauthorized", "status": 401, "code": "not-signed-in", "detail": "Non."}


class Kept:
    """A device's memory, shared by its windows."""

    def __init__(self, token: str | None) -> None:
        self.value = token

    async def token(self) -> str | None:
        return self.value

    async def keep(self, token: str | None) -> None:
        self.value = token


class Server:
    """Signs tokens in turn; only the newest access token is good, each refresh token once."""

    def __init__(self) -> None:
        self.turn = 0
        self.renewals: list[dict[str, Any]] = []
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        if request.url.path == "/api/refresh":
            return self._renewed(request)
        if request.headers.get("authorization") != f"Bearer access-{self.turn}":
            return httpx.Response(401, json=NO)
        return httpx.Response(200, json=ME)

    def _renewed(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        self.renewals.append(body)
        if body["refresh_token"] != refresh_token(self.turn):
            return httpx.Response(401, json=NO)
        self.turn += 1
        return httpx.Response(
            200,
            json={
                "access_token": f"access-{self.turn}",
                "refresh_token": refresh_token(self.turn),
                "expires_in": 900,
                "device_id": str(new_id()),
                "user": ME,
            },
        )


def refresh_token(turn: int) -> str:
    return f"refresh-token-number-{turn}"


def wire_to(answer: Callable[[httpx.Request], httpx.Response], kept: Kept) -> Wire:
    http = httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="http://server.test")
    return Wire(http, kept)


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


async def test_a_wrong_password_at_sign_in_is_a_refusal_not_the_end_of_a_session():
    over: list[bool] = []
    wire = wire_to(lambda _: httpx.Response(401, json=NO | {"code": "sign-in-failed"}), Kept(None))
    wire.on_over = lambda: over.append(True)
    with pytest.raises(Refused) as refused:
        await identity.sign_in(wire, "claire@example.test", "wrong", None)
    assert not isinstance(refused.value, SessionOver)
    assert over == []


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


async def test_signing_out_forgets_the_token_even_when_the_server_cannot_be_reached():
    def down(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    kept = Kept(refresh_token(0))
    with pytest.raises(Unreachable):
        await identity.sign_out(wire_to(down, kept))
    assert kept.value is None


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
