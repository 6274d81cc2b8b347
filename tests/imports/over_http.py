"""A file sent over HTTP, and its run once nobody works on it."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx

FILE = (
    "Client;Name;Number;Issue date;Due date;Amount\n"
    "C1;Alpha;F1;2026-05-01;2026-06-01;100.00\n"
    "C2;Beta;F2;2026-05-02;2026-06-02;200.00\n"
)


AMBIGUOUS = FILE.replace("2026-05-01", "05/06/2026").replace("2026-05-02", "05/07/2026")


async def send(
    http: httpx.AsyncClient, text: str = FILE, kind: str = "open-items", **options: Any
) -> dict[str, Any]:
    answer = await http.post(
        "/api/imports",
        files={"file": ("grand livre.csv", text.encode(), "text/csv")},
        data={"kind": kind, "options": json.dumps(options)},
    )
    assert answer.status_code == 202, answer.text
    run: dict[str, Any] = answer.json()
    assert run["state"] == "reading"
    return await settled(http, run["id"])


async def settled(http: httpx.AsyncClient, run_id: str) -> dict[str, Any]:
    """The run once nobody works on it."""
    async with asyncio.timeout(60):
        while True:
            run: dict[str, Any] = (await http.get(f"/api/imports/{run_id}")).json()
            if run["state"] not in {"reading", "applying"}:
                return run
            await asyncio.sleep(0.05)


async def apply(http: httpx.AsyncClient, run: dict[str, Any], **accepted: bool) -> dict[str, Any]:
    answer = await http.post(f"/api/imports/{run['id']}/apply", json=accepted)
    assert answer.status_code == 202, answer.text
    return await settled(http, run["id"])
