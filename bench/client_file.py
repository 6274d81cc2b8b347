"""The client file: over HTTP against a bare handler, in the database against the reference.

.venv/bin/python -m bench.client_file
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from backend.identity import passwords
from backend.position.queries.client_file import CLIENT_FILE
from bench.dataset import BRANCHES, TODAY, Size, client_id, made_id
from bench.ground import Ground, figure, free_port, ground, serving

if TYPE_CHECKING:
    from collections.abc import Callable

    import asyncpg

REFERENCE = (Path(__file__).parent / "reference.sql").read_text()
LARGE = Size()
SMALL = Size(clients=2_000, documents=100_000, open_documents=30_000)
CONNECTIONS = 32
WORKERS = 2
ROUNDS = 5
ROUND_SECONDS = 4
PERSON = 2
DEVICE = made_id("device", PERSON)
PASSWORD = "a phrase for the measurements"  # noqa: S105 - of a database that is thrown away

# Somebody who sees the branches, not everything: the scope is checked client by client.
PREPARE = f"""
INSERT INTO account_branch (id, account, branch)
  SELECT gen_random_uuid(), '{made_id("account", PERSON)}', id FROM branch
  ON CONFLICT (account, branch) DO NOTHING"""


async def prepare(connection: asyncpg.Connection) -> None:
    await connection.execute(PREPARE)
    assert (
        await connection.fetchval(
            "SELECT count(*) FROM account_branch WHERE account = $1", made_id("account", PERSON)
        )
        == BRANCHES
    )
    await connection.execute(
        "UPDATE account SET password_hash = $1 WHERE id = $2",
        await passwords.hashed(PASSWORD),
        made_id("account", PERSON),
    )


async def numbers_with(connection: asyncpg.Connection, open_documents: int) -> list[int]:
    """Clients with just as many open documents, by number."""
    rows = await connection.fetch(
        "SELECT client FROM document WHERE residual <> 0 GROUP BY client HAVING count(*) = $1"
        " ORDER BY client LIMIT 400",
        open_documents,
    )
    return [row["client"].int & 0xFFFFFFFF for row in rows]


async def interleaved(
    asked: dict[str, tuple[asyncpg.Connection, str, Callable[[int], tuple[object, ...]]]],
    numbers: dict[str, list[int]],
    rounds: int,
) -> dict[str, float]:
    """Median milliseconds of each statement, asked in turn so that all share the same weather."""
    prepared = {name: await c.prepare(sql) for name, (c, sql, _) in asked.items()}
    spent: dict[str, list[float]] = {name: [] for name in asked}
    for turn in range(rounds):
        for name, (_, _, args) in asked.items():
            number = numbers[name][turn % len(numbers[name])]
            began = time.perf_counter()
            answer = await prepared[name].fetchval(*args(number))
            spent[name].append((time.perf_counter() - began) * 1000)
            assert answer is not None
    return {name: statistics.median(times[len(times) // 10 :]) for name, times in spent.items()}


async def database_time(
    connection: asyncpg.Connection, arguments: tuple[object, ...], rounds: int
) -> float:
    """Median milliseconds that PostgreSQL itself spends on the client file, its output written."""
    explained = "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, SERIALIZE TEXT, FORMAT JSON)"
    prepared = await connection.prepare(f"{explained} {CLIENT_FILE}")
    plans = [json.loads(await prepared.fetchval(*arguments))[0] for _ in range(rounds)]
    return statistics.median(plan["Execution Time"] for plan in plans)


def shipped(number: int) -> tuple[object, ...]:
    return (DEVICE, client_id(number), TODAY)


def reference(number: int) -> tuple[object, ...]:
    return (client_id(number), TODAY)


async def in_the_database(place: Ground) -> list[dict[str, object]]:
    large, small = await place.connect("large"), await place.connect("small")
    await prepare(large)
    await prepare(small)
    anybody = [2 + turn * 97 % (LARGE.clients - 2) for turn in range(2_000)]
    times = await interleaved(
        {"shipped": (large, CLIENT_FILE, shipped), "reference": (large, REFERENCE, reference)},
        {"shipped": anybody, "reference": anybody},
        rounds=4_000,
    )
    busiest = await interleaved(
        {"busiest": (large, CLIENT_FILE, shipped)}, {"busiest": [1]}, rounds=100
    )
    spent_there = await database_time(large, shipped(1), rounds=100)
    fifteen = {
        "large": await numbers_with(large, 15) or [2],
        "small": await numbers_with(small, 15) or [2],
    }
    growth = await interleaved(
        {"large": (large, CLIENT_FILE, shipped), "small": (small, CLIENT_FILE, shipped)},
        fifteen,
        rounds=3_000,
    )
    await large.close()
    await small.close()
    return [
        figure("client file: its statement", times["shipped"], "ms", times["reference"]),
        figure("client file: busiest client (700 open)", spent_there, "ms"),
        figure("client file: busiest client, received and decoded", busiest["busiest"], "ms"),
        figure(
            "client file: 15 open documents of 1,000,000 against 100,000",
            growth["large"],
            "ms",
            growth["small"],
        ),
    ]


def asked(port: int, paths: list[str], headers: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.load_generator", str(port), str(CONNECTIONS),
         str(ROUND_SECONDS)],
        input=json.dumps({"paths": paths, "headers": headers}),
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def signed_in(port: int, person: int = PERSON) -> str:
    body = json.dumps({"email": f"person{person}@example.com", "password": PASSWORD}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/sign-in", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own
        token: str = json.load(answer)["access_token"]
        return token


def over_http(place: Ground) -> list[dict[str, object]]:
    ours, bare = free_port(), free_port()
    environment = {
        "DATABASE_URL": place.url("large"),
        "ENCOURS_TODAY": TODAY.isoformat(),
        "ENCOURS_DATA": str(place.folder),
    }
    ids = [client_id(2 + turn * 97 % (LARGE.clients - 2)) for turn in range(5_000)]
    serve = ["backend.cli", "serve", "--port", str(ours), "--workers", str(WORKERS)]
    with (
        serving(serve, ours, **environment),
        serving(["bench.bare", str(bare), str(WORKERS)], bare, **environment),
    ):
        headers = {"Authorization": f"Bearer {signed_in(ours)}"}
        rounds = [
            (
                asked(ours, [f"/api/clients/{id_}" for id_ in ids], headers),
                asked(bare, [f"/clients/{id_}" for id_ in ids], {}),
            )
            for _ in range(ROUNDS + 1)
        ][1:]
    best = sorted(rounds, key=lambda pair: pair[0]["per_second"] / pair[1]["per_second"])
    mine, floor = best[len(best) // 2]
    name = f"client file over HTTP, {CONNECTIONS} connections"
    return [
        figure(name, mine["per_second"], "requests/s", floor["per_second"]),
        figure(f"{name}: p50", mine["p50_ms"], "ms", floor["p50_ms"]),
        figure(f"{name}: p99", mine["p99_ms"], "ms", floor["p99_ms"]),
    ]


async def make_ledgers(place: Ground) -> None:
    await place.make("large", LARGE)
    await place.make("small", SMALL)


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(make_ledgers(place))
        return [*asyncio.run(in_the_database(place)), *over_http(place)]


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}, ratio {line['ratio']}")
