"""A network with a server at its other end, at the transport: it answers, fails, and remembers."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

import httpx

from mobile.api.wire import Wire
from mobile.sync.owner import Owner
from shared.ids import new_id

Fault = Literal["cut", "lost", "slow", "slow-lost", "busy", "limited", "page", "error"]
"""What befalls one request. With `lost` and `slow-lost` it was carried out all the same."""
FAULTS: tuple[Fault, ...] = (
    *("cut", "lost", "slow", "slow-lost", "busy", "limited", "page", "error"),
)
OFFLINE: tuple[Fault, ...] = ("cut", "lost")
NO = "not like this"
"""Words that the server refuses."""


@dataclass
class Tried:
    """One request that carried a command, and whether it was answered."""

    at: float
    id: UUID
    answered: bool


@dataclass
class Server:
    """Takes commands once by their id, as the real one; refuses what says `NO`."""

    now: Callable[[], float] = lambda: 0.0
    user_id: UUID = field(default_factory=new_id)
    faults: deque[Fault | None] = field(default_factory=deque)
    applied: list[UUID] = field(default_factory=list)
    bodies: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    paths: dict[UUID, str] = field(default_factory=dict)
    files: dict[UUID, bytes] = field(default_factory=dict)
    tried: list[Tried] = field(default_factory=list)
    renamed: dict[UUID, UUID] = field(default_factory=dict)
    refused: set[UUID] = field(default_factory=set)
    signed_out: bool = False
    keeps_files: bool = True
    on_applied: Callable[[UUID], None] = lambda _: None

    @property
    def owner(self) -> Owner:
        return Owner("https://credit.test", self.user_id)

    def wire(self) -> Wire:
        """Signed in as the user."""
        transport = httpx.MockTransport(self)
        return Wire(httpx.AsyncClient(transport=transport, base_url="https://credit.test"), Kept())

    def will(self, *faults: Fault | None) -> None:
        """What happens to the next requests; None is an answer."""
        self.faults.extend(faults)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path == "/api/refresh":
            return self._renewed()
        if self.signed_out:
            return problem(401, "not-signed-in")
        if path == "/api/me":
            return httpx.Response(200, json={})
        fault = self.faults.popleft() if self.faults else None
        before(fault, request)
        is_file = path.endswith("/files")
        answer = self._filed(request) if is_file else self._told(request)
        if not is_file:
            id_ = UUID(json.loads(request.content)["id"])
            self.tried.append(Tried(self.now(), id_, fault is None))
        after(fault, request)
        return not_now(fault) or answer

    def _renewed(self) -> httpx.Response:
        if self.signed_out:
            return problem(401, "not-signed-in")
        return httpx.Response(200, json=tokens(self.user_id))

    def _filed(self, request: httpx.Request) -> httpx.Response:
        content = request.read()
        found = re.search(rb'name="id"\r\n\r\n([0-9a-f-]{36})', content)
        assert found is not None
        id_ = UUID(found[1].decode())
        if self.keeps_files:
            self.files[self._kept(id_)] = content
        return httpx.Response(201, json=stored(self._kept(id_)))

    def _told(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        id_ = UUID(body["id"])
        if id_ in self.bodies:
            if self.bodies[id_] != body:
                self.refused.add(id_)
                return problem(409, "id-taken")
        elif any(UUID(one) not in self.files for one in named_files(body)):
            self.refused.add(id_)
            return problem(422, "no-such-file")
        elif NO in json.dumps(body):
            self.refused.add(id_)
            return problem(409, "state-says-no")
        else:
            self.on_applied(id_)
            self.applied.append(id_)
            self.bodies[id_], self.paths[id_] = body, request.url.path
        if request.url.path.endswith("/remove"):
            return httpx.Response(204)
        return httpx.Response(201, json={"id": str(self._kept(id_))})

    def _kept(self, id_: UUID) -> UUID:
        return self.renamed.get(id_, id_)


class Kept:
    """A device's memory of its refresh token."""

    async def token(self) -> str | None:
        return "a-refresh-token-of-some-length"

    async def keep(self, token: str | None) -> None:
        """It is always the same."""


def named_files(body: dict[str, Any]) -> list[str]:
    return [*body.get("files", []), *body.get("file_ids", [])]


def before(fault: Fault | None, request: httpx.Request) -> None:
    if fault == "cut":
        raise httpx.ConnectError("no network", request=request)
    if fault == "slow":
        raise httpx.ConnectTimeout("slow network", request=request)


def after(fault: Fault | None, request: httpx.Request) -> None:
    if fault == "lost":
        raise httpx.ReadError("gone", request=request)
    if fault == "slow-lost":
        raise httpx.ReadTimeout("gone", request=request)


def not_now(fault: Fault | None) -> httpx.Response | None:
    """What comes instead of the answer; the server did its work."""
    match fault:
        case "busy":
            return problem(503, "try-again")
        case "error":
            return problem(500, "internal-error")
        case "limited":
            return problem(429, "too-often", retry_after_seconds="30")
        case "page":
            return httpx.Response(200, text="<html>Welcome to our hotel</html>")
        case _:
            return None


def problem(status: int, code: str, **facts: Any) -> httpx.Response:
    told = {"title": "No", "status": status, "code": code, "detail": "Non.", "facts": facts}
    return httpx.Response(status, json=told)


def stored(id_: UUID) -> dict[str, Any]:
    return {
        "id": str(id_),
        "client_id": str(new_id()),
        "name": "porte.jpg",
        "media_type": "image/jpeg",
        "size_bytes": 10,
        "has_thumbnail": True,
        "uploaded_at": "2026-11-20T09:00:00Z",
    }


def tokens(user_id: UUID) -> dict[str, Any]:
    return {
        "access_token": "an-access-token",
        "refresh_token": "a-refresh-token-of-some-length",
        "expires_in": 900,
        "device_id": str(new_id()),
        "user": {
            "id": str(user_id),
            "email": "claire@example.test",
            "name": "Claire",
            "role": "sales",
            "language": "fr",
            "scope": {"everything": False, "own_portfolio": True, "branches": []},
        },
    }
