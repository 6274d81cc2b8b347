"""With Python in the browser itself: requests go through the browser's own `fetch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

THE_BROWSERS: Final = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent"}
)
"""Headers that a browser sets by itself and lets no page set."""
UNPACKED: Final = frozenset({"content-encoding", "content-length"})
"""What no longer holds of an answer that the browser has unpacked."""


class Fetching(httpx.AsyncBaseTransport):
    """httpx over the browser's `fetch`; an answer is read as it comes."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        from js import Object, fetch  # type: ignore[import-not-found] # noqa: PLC0415
        from pyodide.ffi import JsException, to_js  # type: ignore[import-not-found] # noqa: PLC0415

        body = await request.aread()
        headers = {n: v for n, v in request.headers.items() if n.lower() not in THE_BROWSERS}
        options: dict[str, Any] = {"method": request.method, "headers": headers}
        if body:
            options["body"] = body
        try:
            answer = await fetch(
                str(request.url), to_js(options, dict_converter=Object.fromEntries)
            )
        except JsException as error:
            raise httpx.ConnectError(str(error), request=request) from error
        told = [(name, value) for name, value in answer.headers if name not in UNPACKED]
        return httpx.Response(answer.status, headers=told, stream=Arriving(answer.body))


class Arriving(httpx.AsyncByteStream):
    """The pieces of an answer, as the browser has them."""

    def __init__(self, body: Any) -> None:
        self._reader = body.getReader() if body else None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self._reader is not None:
            piece = await self._reader.read()
            if piece.done:
                return
            yield piece.value.to_bytes()

    async def aclose(self) -> None:
        if self._reader is not None:
            await self._reader.cancel()
