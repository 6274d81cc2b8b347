"""Requests by the browser's own `fetch`: answers are read as they come, and not waited for without
end. What it sends must be whole before it goes: a file is read into memory first.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import httpx

from mobile.platform.browser.machine import machine, octets, plain, thrown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

THE_BROWSERS: Final = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "user-agent"}
)
"""Headers it sets itself and takes from nobody."""
UNDONE: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Of an answer: it was unpacked already."""


class Fetching(httpx.AsyncBaseTransport):
    """A transport for the page's own server."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises `httpx.ConnectError` without a network, `httpx.ReadTimeout` without an answer.

        The time to read is until the answer begins, and then between two pieces of it.
        """
        body = await request.aread()
        times = request.extensions.get("timeout", {})
        reading: float | None = times.get("read")
        writing: float | None = times.get("write") if body else 0
        first = None if reading is None or writing is None else reading + writing
        broken_off = machine().AbortController.new()
        try:
            async with asyncio.timeout(first):
                answer = await machine().fetch(
                    str(request.url), options(request, body, broken_off.signal)
                )
        except BaseException as error:
            broken_off.abort()
            raise told(error, request, first) from error
        return httpx.Response(
            answer.status,
            headers=[(name, value) for name, value in answer.headers.to_py() if name not in UNDONE],
            stream=Pieces(answer, request, reading, broken_off),
        )


def options(request: httpx.Request, body: bytes, signal: Any) -> Any:
    headers = [(n, v) for n, v in request.headers.multi_items() if n.lower() not in THE_BROWSERS]
    asked = {
        "method": request.method,
        "headers": plain(dict(headers)),
        "cache": "no-store",  # what is kept on the device is kept by us
        "credentials": "same-origin",
        "redirect": "error",  # a network's own sign-in page is no answer
        "signal": signal,
    }
    return plain({**asked, "body": octets(body)} if body else asked)


class Pieces(httpx.AsyncByteStream):
    """An answer as it comes."""

    def __init__(
        self, answer: Any, request: httpx.Request, seconds: float | None, broken_off: Any
    ) -> None:
        self._reader = answer.body.getReader() if answer.body else None
        self._request = request
        self._seconds = seconds
        self._broken_off = broken_off

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self._reader is not None:
            try:
                async with asyncio.timeout(self._seconds):
                    piece = await self._reader.read()
            except BaseException as error:
                self._broken_off.abort()
                raise told(error, self._request, self._seconds, begun=True) from error
            if piece.done:
                self._reader = None
            else:
                yield piece.value.to_bytes()

    async def aclose(self) -> None:
        """Nobody wants the rest."""
        reader, self._reader = self._reader, None
        if reader is not None:
            self._broken_off.abort()
            with suppress(thrown()):
                await reader.closed


def told(
    error: BaseException, request: httpx.Request, seconds: float | None, *, begun: bool = False
) -> BaseException:
    """In httpx's words, of what is the line's."""
    if isinstance(error, TimeoutError):
        return httpx.ReadTimeout(f"no answer in {seconds} s", request=request)
    if isinstance(error, thrown()):
        kind = httpx.ReadError if begun else httpx.ConnectError
        return kind(str(error), request=request)
    return error
