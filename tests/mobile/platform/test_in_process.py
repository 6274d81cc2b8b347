"""Requests of the app into the API of the same process."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from mobile.platform.in_process import InProcess

pytestmark = pytest.mark.anyio


def asking(app: Any, seconds: float) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=InProcess(app, "192.0.2.7"), base_url="http://encours.test", timeout=seconds
    )


async def test_an_application_that_never_answers_is_given_up_and_its_work_broken_off():
    broken_off = asyncio.Event()

    async def silent(*_: Any) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            broken_off.set()

    async with asking(silent, 0.05) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.get("/api/clients")
    assert broken_off.is_set()


async def test_an_application_that_fails_answers_so():
    async def failing(*_: Any) -> None:
        raise ValueError("unforeseen")

    async with asking(failing, 5) as client:
        assert (await client.get("/")).status_code == 500


async def test_the_application_is_told_whose_request_it_is():
    seen: list[Any] = []

    async def listening(scope: Any, _: Any, send: Any) -> None:
        seen.append(scope["client"][0])
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async with asking(listening, 5) as client:
        await client.get("/")
    assert seen == ["192.0.2.7"]
