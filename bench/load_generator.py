"""Asks one server for many things at once, from a process of its own.

    python -m bench.load_generator PORT CONNECTIONS SECONDS < request-lines.json

Reads a JSON object of `paths` and `headers`; answers what it saw as JSON.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import time


async def ask(
    port: int, requests: itertools.cycle[bytes], until: float, seconds: list[float]
) -> None:
    """One connection kept open: a request, its whole answer, the next."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while (began := time.perf_counter()) < until:
        writer.write(next(requests))
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        seconds.append(time.perf_counter() - began)
    writer.close()


async def measure(port: int, connections: int, lasting: float) -> dict[str, float]:
    said = json.loads(sys.stdin.read())
    headers = "".join(f"{name}: {value}\r\n" for name, value in said["headers"].items())
    requests = itertools.cycle(
        [f"GET {path} HTTP/1.1\r\nHost: bench\r\n{headers}\r\n".encode() for path in said["paths"]]
    )
    seconds: list[float] = []
    until = time.perf_counter() + lasting
    await asyncio.gather(*(ask(port, requests, until, seconds) for _ in range(connections)))
    seconds.sort()
    return {
        "per_second": len(seconds) / lasting,
        "p50_ms": seconds[len(seconds) // 2] * 1000,
        "p99_ms": seconds[len(seconds) * 99 // 100] * 1000,
    }


if __name__ == "__main__":
    port, connections, lasting = sys.argv[1:]
    print(json.dumps(asyncio.run(measure(int(port), int(connections), float(lasting)))))
