"""The client file with what the field said of it, against a bare one.

.venv/bin/python -m bench.field

As many open documents on both sides; one side has 50 facts in its thread, 10 disputes and 10
promises. Over HTTP, asked in turn so that both share the same weather: the file alone, and all
that the app asks for to show its screen.
"""

from __future__ import annotations

import asyncio
import statistics
import time
import urllib.request
from typing import TYPE_CHECKING, Final

from bench.client_file import LARGE, numbers_with, prepare, signed_in
from bench.dataset import TODAY, client_id
from bench.ground import Ground, figure, free_port, ground, serving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

OPEN_DOCUMENTS: Final = 15
CLIENTS: Final = 60
"""On each side."""
TURNS: Final = 600
TOLD: Final = "50 facts, 10 disputes, 10 promises"
FILE: Final = ("",)
SCREEN: Final = ("", "/brief", "/promises", "/disputes", "/thread/head", "/thread")

# On the first ten open invoices of each client.
SAID: Final = """
CREATE TEMP TABLE said AS
SELECT gen_random_uuid() AS promise, gen_random_uuid() AS dispute, *
FROM (
  SELECT d.id AS document, d.client, d.currency, d.number, d.residual,
    row_number() OVER (PARTITION BY d.client ORDER BY d.due_on, d.id) AS place
  FROM document d WHERE d.client = ANY ($1::uuid[]) AND d.residual > 1) d
WHERE place <= 10"""
PROMISES: Final = """
INSERT INTO promise (id, client, on_account, currency, amount, promised_on, deadline_on, state,
    channel, said_at, taken_on, recorded_at, reschedules, place)
SELECT promise, client, false, currency, round(residual / 2, 2), $1::date + 5, $1::date + 9, 'open',
  'phone', $1::date - interval '3 days', $1::date - 3, $1::date - interval '3 days', 0, 0
FROM said"""
PROMISED: Final = """
INSERT INTO promise_document (id, promise, document)
SELECT gen_random_uuid(), promise, document FROM said"""
DISPUTES: Final = """
INSERT INTO dispute (id, client, document, reason, department, claimed, blocked, state, opened_at,
    opened_on, due_on, moved_at)
SELECT dispute, client, document, 'quality', 'after_sales', round(residual / 3, 2),
  round(residual / 3, 2), 'opened', $1::date - interval '2 days', $1::date - 2, $1::date + 12,
  $1::date - interval '2 days'
FROM said"""
SPANS: Final = """
INSERT INTO dispute_span (id, dispute, from_on, amount)
SELECT gen_random_uuid(), dispute, $1::date - 2, round(residual / 3, 2) FROM said"""
ENTRIES: Final = """
INSERT INTO dispute_entry (id, dispute, place, said_at, recorded_at, move, state, text)
SELECT gen_random_uuid(), dispute, 1, $1::date - interval '2 days', $1::date - interval '2 days',
  'open', 'opened', 'Two doors are warped.' FROM said"""
FACTS: Final = """
INSERT INTO activity (id, recorded_at, said_at, client, kind, subject, after)
SELECT gen_random_uuid(), $1::date - interval '1 day' * n, $1::date - interval '1 day' * n, client,
  CASE WHEN n % 2 = 0 THEN 'promise-taken' ELSE 'dispute-opened' END, dispute,
  jsonb_build_object('amount', residual::text, 'currency', currency, 'document', number)
FROM said, generate_series(1, 5) n"""


async def say(place: Ground, database: str) -> tuple[list[UUID], list[UUID]]:
    """Clients of whom much was said, and as many bare ones."""
    connection = await place.connect(database)
    await prepare(connection)
    numbers = await numbers_with(connection, OPEN_DOCUMENTS)
    clients = [client_id(number) for number in numbers[: 2 * CLIENTS]]
    told, bare = clients[::2], clients[1::2]
    await connection.execute(SAID.replace("$1::uuid[]", f"'{{{','.join(map(str, told))}}}'"))
    for statement in (PROMISES, PROMISED, DISPUTES, SPANS, ENTRIES, FACTS):
        await connection.execute(statement, *([TODAY] if "$1" in statement else []))
    await connection.execute("VACUUM (ANALYZE) promise, dispute, dispute_span, dispute_entry")
    await connection.execute("VACUUM (ANALYZE) activity")
    await connection.close()
    return told, bare


def spent(port: int, token: str, client: UUID, paths: Sequence[str]) -> float:
    """Milliseconds until all of it has come."""
    began = time.perf_counter()
    for path in paths:
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/api/clients/{client}{path}",
            headers={"Authorization": f"Bearer {token}"},
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own
            answer.read()
    return (time.perf_counter() - began) * 1000


def measured(place: Ground, database: str) -> list[dict[str, object]]:
    told, bare = asyncio.run(say(place, database))
    port = free_port()
    environment = {
        "DATABASE_URL": place.url(database),
        "ENCOURS_TODAY": TODAY.isoformat(),
        "ENCOURS_DATA": str(place.folder),
    }
    figures = []
    with serving(["backend.cli", "serve", "--port", str(port)], port, **environment):
        token = signed_in(port)
        for name, paths in (("client file", FILE), ("screen of a client", SCREEN)):
            times: dict[str, list[float]] = {"told": [], "bare": []}
            for turn in range(TURNS if paths == FILE else TURNS // 4):
                times["told"].append(spent(port, token, told[turn % len(told)], paths))
                times["bare"].append(spent(port, token, bare[turn % len(bare)], paths))
            mine, floor = (statistics.median(times[side]) for side in ("told", "bare"))
            figures.append(figure(f"{name} with {TOLD}", mine, "ms", floor))
    return figures


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(place.make("large", LARGE))
        return measured(place, "large")


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}, ratio {line['ratio']}")
