"""A server that signs tokens, a device that keeps one, and the wire between them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.wire import Wire
from shared.ids import new_id

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
