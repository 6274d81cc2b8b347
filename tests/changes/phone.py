"""A device that keeps what the feed gives it, as a phone would."""

from __future__ import annotations

from typing import Any

import httpx

from shared.ids import new_id
from tests.access.world import NOW, as_person
from tests.makers.ledger import MadePerson, insert

PAGES_MOST = 200


class Phone:
    """`clients` is its store: JSON by the client's id."""

    def __init__(self, http: httpx.AsyncClient, person: MadePerson, limit: int = 100) -> None:
        self.http, self.person = http, person
        self._headers = as_person(person)
        self.limit = limit
        self.cursor: str | None = None
        self.clients: dict[str, Any] = {}
        self.restarts = 0
        self.more = False

    async def ask(self) -> dict[str, Any]:
        """The next page, not taken in."""
        query: dict[str, Any] = {"limit": self.limit}
        if self.cursor is not None:
            query["after"] = self.cursor
        answer = await self.http.get("/api/changes", params=query, headers=self._headers)
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        return page

    def take_in(self, page: dict[str, Any]) -> None:
        if page["restart"]:
            self.clients.clear()
            self.restarts += 1
        for gone in page["gone"]:
            self.clients.pop(gone["id"], None)
        for client in page["clients"]:
            self.clients[client["identity"]["id"]] = client
        self.cursor, self.more = page["cursor"], page["more"]

    async def next(self) -> dict[str, Any]:
        page = await self.ask()
        self.take_in(page)
        return page

    async def catch_up(self) -> list[dict[str, Any]]:
        """Every page until there is nothing more, and the one that says so."""
        pages = [await self.next()]
        while self.more:
            pages.append(await self.next())
            assert len(pages) < PAGES_MOST
        return pages

    @property
    def names(self) -> set[str]:
        return {client["identity"]["name"] for client in self.clients.values()}


async def anew(http: httpx.AsyncClient, person: MadePerson) -> Phone:
    """Another device of theirs, which holds nothing yet."""
    device = new_id()
    await insert(
        "device", id=device, account=person.id, name="tablet", created_at=NOW, last_seen_at=NOW
    )
    return Phone(http, MadePerson(person.id, device, person.name))
