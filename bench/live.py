"""A comment on its way to 200 open screens: from its sending until each has heard of it.

.venv/bin/python -m bench.live

The screens are of 200 people on as many devices, half of whom see by their branch, and show one
client. The comment is posted over HTTP. The server is a process of its own; sender and screens are
this one, which measures and so tells a little more than is true.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from datetime import UTC, datetime

from backend.edge.keys import Keys
from backend.identity.tokens import access_token
from backend.identity.viewer import Bearer
from bench.client_file import SMALL
from bench.dataset import TODAY, client_id
from bench.ground import Ground, figure, free_port, ground, serving
from shared.ids import new_id

SCREENS = 200
FACTS = 40
PAUSE_SECONDS = 0.1
SECRET = "a secret of the measurements, long enough to sign"  # noqa: S105 - nothing is behind it
CLIENT = client_id(7)

PEOPLE = """
INSERT INTO account (id, email, name, role, language, theme, sees_everything, sees_own_portfolio,
                     created_at)
  SELECT id, 'screen' || n || '@example.test', 'Screen ' || n, 'credit_manager', 'fr', 'system',
         n % 2 = 0, true, now() FROM unnest($1::uuid[]) WITH ORDINALITY AS made (id, n)"""
DEVICES = """
INSERT INTO device (id, account, name, created_at, last_seen_at)
  SELECT device, account, 'screen', now(), now()
  FROM unnest($1::uuid[], $2::uuid[]) AS made (device, account)"""
SCOPES = """
INSERT INTO account_branch (id, account, branch)
  SELECT gen_random_uuid(), made.account, client.branch
  FROM unnest($1::uuid[]) AS made (account), client WHERE client.id = $2"""


async def people(place: Ground) -> list[str]:
    """An access token for each screen."""
    accounts = [new_id() for _ in range(SCREENS)]
    devices = [new_id() for _ in range(SCREENS)]
    connection = await place.connect("live")
    await connection.execute(PEOPLE, accounts)
    await connection.execute(DEVICES, devices, accounts)
    await connection.execute(SCOPES, accounts, CLIENT)
    await connection.close()
    keys, now = Keys(SECRET), datetime.now(UTC)
    return [access_token(Bearer(*both), keys, now) for both in zip(accounts, devices, strict=True)]


class Screen:
    """One open stream; `heard` holds the instant of each fact by its place in the order sent."""

    def __init__(self, all_heard: asyncio.Queue[None]) -> None:
        self.heard: list[float] = []
        self._all_heard = all_heard
        self.is_open = asyncio.Event()

    async def listen(self, port: int, token: str) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"GET /api/events HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer "
            + token.encode()
            + b"\r\n\r\n"
        )
        assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        while line := await reader.readline():
            if line == b"event: open\n":
                self.is_open.set()
            elif line.startswith(b"data: ") and b"comment-posted" in line:
                self.heard.append(time.perf_counter())
                self._all_heard.put_nowait(None)
        writer.close()


async def send(port: int, token: str) -> tuple[float, float]:
    """Posts a comment; answers when that was sent, and when it was answered."""
    body = json.dumps({"text": "Seen on site: the gate was delivered."}).encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = (
        f"POST /api/clients/{CLIENT}/comments HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    began = time.perf_counter()
    writer.write(head.encode() + body)
    answer = await reader.read()
    assert answer.startswith(b"HTTP/1.1 201"), answer[:300]
    writer.close()
    return began, time.perf_counter()


async def measured(port: int, tokens: list[str]) -> list[dict[str, object]]:
    all_heard: asyncio.Queue[None] = asyncio.Queue()
    screens = [Screen(all_heard) for _ in tokens]
    listening = [
        asyncio.create_task(screen.listen(port, token))
        for screen, token in zip(screens, tokens, strict=True)
    ]
    for screen in screens:
        await asyncio.wait_for(screen.is_open.wait(), 30)
    sent = []
    for _ in range(FACTS):
        sent.append(await send(port, tokens[0]))
        async with asyncio.timeout(30):
            for _ in screens:
                await all_heard.get()
        await asyncio.sleep(PAUSE_SECONDS)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    delays = sorted(
        (heard - began) * 1000
        for screen in screens
        for heard, (began, _) in zip(screen.heard, sent, strict=True)
    )
    name = f"a comment reaches {SCREENS} open screens"
    return [
        figure(f"{name}: p50", statistics.median(delays), "ms"),
        figure(f"{name}: p99", delays[len(delays) * 99 // 100], "ms"),
        figure(f"{name}: the last", delays[-1], "ms"),
        figure(
            "a comment is sent and answered",
            statistics.median((answered - began) * 1000 for began, answered in sent),
            "ms",
        ),
    ]


async def make_ledger(place: Ground) -> list[str]:
    await place.make("live", SMALL)
    return await people(place)


def results() -> list[dict[str, object]]:
    with ground() as place:
        tokens = asyncio.run(make_ledger(place))
        port = free_port()
        environment = {
            "DATABASE_URL": place.url("live"),
            "ENCOURS_TODAY": TODAY.isoformat(),
            "ENCOURS_DATA": str(place.folder),
            "ENCOURS_SECRET_KEY": SECRET,
        }
        with serving(["backend.cli", "serve", "--port", str(port)], port, **environment):
            return asyncio.run(measured(port, tokens))


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}")
