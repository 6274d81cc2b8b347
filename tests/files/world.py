"""A branch with a client, somebody who sees it, and how they send a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from backend.edge.keys import Keys
from backend.identity.tokens import access_token
from backend.identity.viewer import Bearer
from tests.edge_fixtures import TEST_SECRET, MovingClock
from tests.makers.ledger import MadeClient, MadePerson


class World:
    """A branch, its client, and somebody who sees it."""

    def __init__(self, client: MadeClient, person: MadePerson, clock: MovingClock) -> None:
        self.client, self.person, self.clock = client, person, clock

    def headers(self, person: MadePerson | None = None) -> dict[str, str]:
        who = person or self.person
        token = access_token(Bearer(who.id, who.device), Keys(TEST_SECRET), self.clock.now())
        return {"Authorization": f"Bearer {token}", "Accept-Language": "en"}


async def send(
    http: httpx.AsyncClient,
    world: World,
    body: bytes,
    name: str = "photo.jpg",
    *,
    person: MadePerson | None = None,
    **fields: Any,
) -> httpx.Response:
    return await http.post(
        f"/api/clients/{world.client.id}/files",
        files={"file": (name, body)},
        data={key: str(value) for key, value in fields.items()},
        headers=world.headers(person),
    )


def lying(data: Path) -> list[Path]:
    """Every file in the storage, drafts included."""
    return [path for path in (data / "files").rglob("*") if path.is_file()]
