"""Requests straight into an ASGI application, without a socket, and not waited for without end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PIECES_AHEAD: Final = 16
"""Of an answer that its reader is slow to take; the application then waits."""
FAILED: Final = 500
NOTHING: Final = {"type": "http.response.body", "body": b""}


class InProcess(httpx.AsyncBaseTransport):
    """What httpx's own leaves out: an answer is read as it is sent, and within a request's time.

    The time to read is between two pieces of the answer, as over a socket. An application that
    fails answers 500, as it would over a socket.
    """

    def __init__(self, app: Any, client_address: str) -> None:
        self._app = app
        self._client = (client_address, 0)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises `httpx.ReadTimeout`; the application's work on the request is broken off then."""
        seconds: float | None = request.extensions.get("timeout", {}).get("read")
        answering = Answering(request, seconds)
        answering.begin(self._app, scope_of(request, self._client))
        try:
            status, headers = await answering.start()
        except BaseException:
            await answering.aclose()
            raise
        return httpx.Response(status, headers=headers, stream=answering)


class Answering(httpx.AsyncByteStream):
    """One request under way: the application's work, and what of its answer is not read yet."""

    def __init__(self, request: httpx.Request, seconds: float | None) -> None:
        self._request = request
        self._seconds = seconds
        self._asked: AsyncIterator[bytes] | None = None
        self._sent: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(PIECES_AHEAD)
        self._over = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    def begin(self, app: Any, scope: dict[str, Any]) -> None:
        self._asked = aiter(self._request.stream)  # type: ignore[arg-type]
        self._work = asyncio.create_task(self._answer(app, scope))

    async def start(self) -> tuple[int, list[tuple[bytes, bytes]]]:
        """Status and headers, once the application tells them."""
        message = await self._next()
        if message is None:
            await self._send(NOTHING)
            return FAILED, []
        return message["status"], list(message.get("headers", []))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            message = await self._next()
            if message is None:
                raise httpx.RemoteProtocolError("the answer breaks off", request=self._request)
            if message.get("body") and self._request.method != "HEAD":
                yield message["body"]
            if not message.get("more_body", False):
                return

    async def aclose(self) -> None:
        """Whoever asked has what they wanted, or is gone: the application's work ends."""
        self._over.set()
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait([self._work])

    async def _next(self) -> dict[str, Any] | None:
        try:
            async with asyncio.timeout(self._seconds):
                return await self._sent.get()
        except TimeoutError as error:
            raise httpx.ReadTimeout(
                f"no answer in {self._seconds} s", request=self._request
            ) from error

    async def _answer(self, app: Any, scope: dict[str, Any]) -> None:
        # Whatever it is, its side of the line has logged it: here the answer is at its end.
        with suppress(Exception):
            await app(scope, self._receive, self._send)
        await self._sent.put(None)

    async def _receive(self) -> dict[str, Any]:
        if self._asked is None:
            await self._over.wait()
            return {"type": "http.disconnect"}
        try:
            body = await anext(self._asked)
        except StopAsyncIteration:
            self._asked = None
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": body, "more_body": True}

    async def _send(self, message: Any) -> None:
        await self._sent.put(message)
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            self._over.set()


def scope_of(request: httpx.Request, client: tuple[str, int]) -> dict[str, Any]:
    """The request as ASGI tells it."""
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": request.url.raw_path.split(b"?")[0],
        "query_string": request.url.query,
        "server": (request.url.host, request.url.port),
        "client": client,
        "root_path": "",
    }
