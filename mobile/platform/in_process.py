"""Requests straight into an ASGI application, without a socket, and not waited for without end."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx


class InProcess(httpx.AsyncBaseTransport):
    """What httpx's own leaves out: a request's time, which is for the whole answer here.

    An application that fails answers 500, as it would over a socket.
    """

    def __init__(self, app: Any, client_address: str) -> None:
        self._into = httpx.ASGITransport(
            app=app, client=(client_address, 0), raise_app_exceptions=False
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises `httpx.ReadTimeout`; the application's work on the request is broken off then."""
        seconds: float | None = request.extensions.get("timeout", {}).get("read")
        try:
            async with asyncio.timeout(seconds):
                return await self._into.handle_async_request(request)
        except TimeoutError as error:
            raise httpx.ReadTimeout(f"no answer in {seconds} s", request=request) from error
