"""A phone's first portfolio, and what it costs to ask when nothing is new.

.venv/bin/python -m bench.changes

2,000 clients with 20,000 open documents, seen by their branches. Over HTTP, compressed as a phone
asks for it: every page until nothing is lacking. Then the same question again and again, in turn
with one that only says who asks, so that both share the same weather.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import time
import urllib.request
import zlib
from typing import TYPE_CHECKING, Any, Final

from bench.client_file import prepare, signed_in
from bench.dataset import TODAY, Size
from bench.ground import Ground, figure, free_port, ground, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

PORTFOLIO: Final = Size(clients=2_000, documents=40_000, open_documents=20_000, busiest=200)
TURNS: Final = 300
GZIP_WINDOW: Final = 31
MEGABYTE: Final = 1_000_000


def asked(port: int, token: str, path: str) -> bytes:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/{path}",
        headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "gzip"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own
        body: bytes = answer.read()
    return body


def page(body: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(
        zlib.decompress(body, wbits=GZIP_WINDOW) if body[:1] != b"{" else body
    )
    return told


def pages(port: int, token: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each page with its bytes on the wire, and the one that says that nothing more is lacking."""
    after, more = "", True
    while more:
        body = asked(port, token, f"changes{after}")
        told = page(body)
        yield len(body), told
        after, more = f"?after={told['cursor']}", told["more"]


def measured(port: int, token: str) -> list[dict[str, object]]:
    began = time.perf_counter()
    sent = list(pages(port, token))
    seconds = time.perf_counter() - began
    clients = sum(len(told["clients"]) for _, told in sent)
    documents = sum(len(one["open_documents"]) for _, told in sent for one in told["clients"])
    assert clients == PORTFOLIO.clients, clients
    print(f"# {clients:,} clients, {documents:,} open documents, {len(sent)} pages")
    same = f"changes?after={sent[-1][1]['cursor']}"
    spent: dict[str, list[float]] = {same: [], "me": []}
    for _ in range(TURNS):
        for path, times in spent.items():
            asking = time.perf_counter()
            body = asked(port, token, path)
            times.append((time.perf_counter() - asking) * 1000)
        assert body
    nothing, floor = (statistics.median(times) for times in spent.values())
    name = "first portfolio of 2,000 clients, 20,000 open documents"
    return [
        figure(f"{name}: compressed", sum(size for size, _ in sent) / MEGABYTE, "MB"),
        figure(f"{name}: all pages", seconds, "s"),
        figure(f"{name}: largest page", max(size for size, _ in sent) / MEGABYTE, "MB"),
        figure("changes when nothing is new, against who asks", nothing, "ms", floor),
    ]


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(made(place))
        port = free_port()
        environment = {
            "DATABASE_URL": place.url("portfolio"),
            "ENCOURS_TODAY": TODAY.isoformat(),
            "ENCOURS_DATA": str(place.folder),
        }
        with serving(["backend.cli", "serve", "--port", str(port)], port, **environment):
            return measured(port, signed_in(port))


async def made(place: Ground) -> None:
    await place.make("portfolio", PORTFOLIO)
    connection = await place.connect("portfolio")
    await prepare(connection)
    await connection.close()


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}, ratio {line['ratio']}")
