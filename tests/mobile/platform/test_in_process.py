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


async def test_an_answer_is_read_as_it_is_sent_and_its_work_ends_with_its_reader():
    on, left = asyncio.Event(), asyncio.Event()

    async def telling(_: Any, __: Any, send: Any) -> None:
        try:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"one\n", "more_body": True})
            await on.wait()
            await send({"type": "http.response.body", "body": b"two\n", "more_body": True})
            await asyncio.Event().wait()
        finally:
            left.set()

    async with asking(telling, 5) as client, client.stream("GET", "/api/events") as answer:
        lines = answer.aiter_lines()
        assert await anext(lines) == "one"
        on.set()
        assert await anext(lines) == "two"
        assert not left.is_set()
    assert left.is_set()


async def test_a_reader_who_hears_nothing_in_time_is_told_so():
    async def opening(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await asyncio.Event().wait()

    async with asking(opening, 0.05) as client, client.stream("GET", "/") as answer:
        with pytest.raises(httpx.ReadTimeout):
            await anext(answer.aiter_lines())


async def test_an_answer_that_breaks_off_is_no_whole_answer():
    async def breaking(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        raise ValueError("unforeseen")

    async with asking(breaking, 5) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get("/")


async def test_what_is_sent_is_read_by_the_application():
    async def echoing(_: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    async with asking(echoing, 5) as client:
        assert (await client.post("/", content=b"a word")).content == b"a word"
