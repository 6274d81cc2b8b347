"""An open screen in this process: asks for the events and reads them as they are sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple
from uuid import UUID

from litestar import Litestar

from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import fetch_value, transaction
from tests.access.world import NOW, as_person
from tests.makers.ledger import MadePerson

SECONDS_MOST = 20


class Event(NamedTuple):
    kind: str
    id: int
    data: dict[str, Any]


def read(block: str) -> Event | None:
    """None for a comment and for settings."""
    fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
    if "data" not in fields:
        return None
    return Event(fields["event"], int(fields["id"]), json.loads(fields["data"]))


class Screen:
    """One request that is under way."""

    def __init__(self, app: Litestar, headers: dict[str, str]) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.text = ""
        self._read = 0
        self._more = asyncio.Condition()
        self._gone = asyncio.Event()
        self._asked = False
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": "/api/events",
            "raw_path": b"/api/events",
            "query_string": b"",
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
            "client": ("192.0.2.1", 4000),
            "server": ("encours.test", 80),
        }
        self.request = asyncio.create_task(app(scope, self._receive, self._send))  # type: ignore[arg-type]

    async def _receive(self) -> Any:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        async with self._more:
            if message["type"] == "http.response.start":
                self.status = message["status"]
                self.headers = {n.decode(): v.decode() for n, v in message["headers"]}
            else:
                self.text += message.get("body", b"").decode()
                if not message.get("more_body"):
                    self._gone.set()  # as servers say once an answer is over
            self._more.notify_all()

    async def block(self) -> str:
        """The next block of the stream."""
        async with asyncio.timeout(SECONDS_MOST), self._more:
            await self._more.wait_for(lambda: "\n\n" in self.text[self._read :])
        whole = self.text[self._read :].split("\n\n", 1)[0]
        self._read += len(whole) + 2
        return whole

    async def event(self) -> Event:
        """The next event, comments left out."""
        while True:
            event = read(await self.block())
            if event is not None:
                return event

    async def ended(self) -> None:
        async with asyncio.timeout(SECONDS_MOST):
            await asyncio.shield(self.request)

    async def close(self) -> None:
        """The person leaves."""
        self._gone.set()
        await self.ended()


@asynccontextmanager
async def screen_of(
    app: Litestar, person: MadePerson, last_event_id: int | str | None = None
) -> AsyncIterator[Screen]:
    """A screen of the person's device, once it was told where it is."""
    headers = as_person(person)
    if last_event_id is not None:
        headers["Last-Event-ID"] = str(last_event_id)
    screen = Screen(app, headers)
    try:
        assert (await screen.event()).kind == "open"
        yield screen
    finally:
        await screen.close()


async def happens(client: UUID | None, kind: str = "noted", times: int = 1) -> UUID:
    """Something happens to a client; answers the last fact's id."""
    async with transaction():
        await record(*(Fact(kind=kind, client=client) for _ in range(times)), by=NOBODY, at=NOW)
    found: UUID = await fetch_value("SELECT max(id::text)::uuid FROM activity")
    return found
