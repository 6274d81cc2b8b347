"""Links that invite or reset: sent, followed, and the mailbox they arrive in."""

import asyncio
import email
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.policy import default
from pathlib import Path
from typing import Any

import httpx
from litestar import Litestar

from tests.edge_fixtures import (
    Somebody,
    client_of,
)

NEW = "quatre mots sans suite"
PUBLIC = "https://encours.example.test"


class MailServer:
    """The peer, and what it printed."""

    def __init__(self, *mode: str) -> None:
        script = Path(__file__).with_name("smtp_peer.py")
        self.process = subprocess.Popen(
            [sys.executable, str(script), *mode], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.output = self.process.stdout
        self.url = f"smtp://127.0.0.1:{self.output.readline().strip()}"

    async def next_letter(self) -> Any:
        """What was received, as a parsed message; waits for it."""
        line = await asyncio.wait_for(asyncio.to_thread(self.output.readline), 10)
        return email.message_from_string(json.loads(line)["text"], policy=default)

    def stop(self) -> list[str]:
        """Ends it; answers the letters nobody read."""
        if self.output.closed:
            return []
        self.process.terminate()
        rest = self.output.read().splitlines()
        self.output.close()
        self.process.wait()
        return rest


@asynccontextmanager
async def signed_in_at(app: Litestar, person: Somebody) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as client:
        answer = await client.post(
            "/api/sign-in", json={"email": person.email, "password": person.password}
        )
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


def secret_in(url: str) -> str:
    return url.rpartition("/lien/")[2]


async def invite(admin: httpx.AsyncClient, address: str = "nadia@example.test") -> dict[str, Any]:
    answer = await admin.post(
        "/api/users", json={"email": address, "name": "Nadia Benali", "role": "sales"}
    )
    assert answer.status_code == 201, answer.text
    invited: dict[str, Any] = answer.json()
    return invited


async def follow(http: httpx.AsyncClient, url: str, password: str = NEW) -> httpx.Response:
    return await http.post(
        "/api/open-link", json={"token": secret_in(url), "new_password": password}
    )


async def come_in(http: httpx.AsyncClient, address: str, password: str = NEW) -> int:
    answer = await http.post("/api/sign-in", json={"email": address, "password": password})
    return answer.status_code
