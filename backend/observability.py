"""Each request has a number, and leaves one line in the log: JSON, without personal data."""

from __future__ import annotations

import asyncio
import atexit
import logging
import re
import secrets
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from litestar.enums import ScopeType

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger("encours.requests")

GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
GATHERED_SECONDS = 0.25
QUIET_PATHS = {"/health", "/ready"}


def request_id_of(scope: Scope) -> str | None:
    return scope.get("encours_request_id")  # type: ignore[return-value]


def request_id_for(scope: Scope) -> str:
    """A proxy's own number is kept, so that both logs name the request alike."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and GIVEN_ID.fullmatch(text := value.decode("latin-1")):
            return text
    return secrets.token_hex(8)


def log_to_standard_error() -> None:
    """For a server process: request lines as they are, everything else that matters as text."""
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    lines = Gathered()
    atexit.register(lines.flush)
    logger.handlers = [lines]
    logger.propagate = False
    logger.setLevel(logging.INFO)


class Gathered(logging.Handler):
    """Lines are written together, a few times a second: a write each costs a tenth of a request.

    What was gathered is written at the end of the process too; a killed one loses a quarter of a
    second of its log, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())
        if len(self._lines) > 1:
            return  # its writing is arranged for
        try:
            asyncio.get_running_loop().call_later(GATHERED_SECONDS, self.flush)
        except RuntimeError:  # outside the loop nobody would write it later
            self.flush()

    def flush(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            sys.stderr.write("\n".join(lines) + "\n")
            sys.stderr.flush()


class Observed:
    """Stands around the application: numbers requests, adds the headers every answer carries."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        request_id = request_id_for(scope)
        scope["encours_request_id"] = request_id  # type: ignore[typeddict-unknown-key]
        started = time.perf_counter()
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = with_headers(
                    list(message["headers"]), scope["path"], request_id
                )
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        finally:
            tell(scope, request_id, status, time.perf_counter() - started)


def with_headers(
    headers: list[tuple[bytes, bytes]], path: str, request_id: str
) -> list[tuple[bytes, bytes]]:
    """Security headers, and no copy in any cache of what the API says unless it says so."""
    present = {name.lower() for name, _ in headers}
    headers.append((b"x-request-id", request_id.encode()))
    for name, value in STANDING_HEADERS:
        if name not in present:
            headers.append((name, value))
    if path.startswith("/api") and b"cache-control" not in present:
        headers.append((b"cache-control", b"no-store"))
    return headers


OF_EVERY_ANSWER = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)
STANDING_HEADERS = (
    *OF_EVERY_ANSWER,
    (b"vary", b"Accept-Language, Authorization"),
)


def tell(scope: Scope, request_id: str, status: int, seconds: float) -> None:
    """The route's template, not the path: that may hold a one-time link."""
    if scope["path"] in QUIET_PATHS or not logger.isEnabledFor(logging.INFO):
        return
    person = scope.get("auth")
    line: dict[str, Any] = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "request": request_id,
        "method": scope["method"],  # type: ignore[typeddict-item]
        "route": scope.get("path_template"),
        "status": status or 499,
        "ms": round(seconds * 1000, 1),
        "account": str(person.account_id) if person else None,
    }
    logger.info(msgspec.json.encode(line).decode())
