"""How many browser windows one server draws for: each holds a session of several megabytes.

A window holds a place while it is connected, and its session lingers for a while after, so that a
phone that lost its network finds its screen again. Lingering sessions make room for new windows;
only windows that are open keep another one out.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import msgpack  # type: ignore[import-untyped]
from flet.messaging.protocol import MessageAction
from starlette.websockets import WebSocketDisconnect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flet.messaging.connection import Connection
    from flet.messaging.session import Session
    from starlette.types import Scope
    from starlette.websockets import WebSocket

SIGNED_IN: Final = "signed-in"
"""What a session's store says of it: somebody is."""
COUNTED_AS: Final = "encours.address"
"""Where the scope of a request says which address it counts for."""
TRY_AGAIN_LATER = 1013
PATIENCE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one serving process; seconds are how long a session outlives its window's connection."""

    windows_most: int
    windows_an_address_most: int
    seconds_signed_in: int
    seconds_signed_out: int
    seconds_turned_away: int = 30
    """How long a window without a place reads so before it asks again."""


class Windows:
    """The windows that are open, and the sessions that linger."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: Counter[str] = Counter()
        self._turned_away = 0
        self._sessions: WeakKeyDictionary[Session, str] = WeakKeyDictionary()

    async def enter(self, address: str) -> bool:
        """Takes a place; False where there is none left."""
        limits = self._limits
        if (
            self._open.total() >= limits.windows_most
            or self._open[address] >= limits.windows_an_address_most
        ):
            return False
        self._open[address] += 1
        here = self._lingering(address)
        await end_first(here, len(here) + self._open[address] - limits.windows_an_address_most)
        anywhere = self._lingering()
        await end_first(anywhere, len(anywhere) + self._open.total() - limits.windows_most)
        return True

    async def turn_away(self, websocket: WebSocket, sentence: str) -> None:
        """Tells a window that there is no place; at once where many are being told."""
        patient = self._turned_away < self._limits.windows_most
        self._turned_away += 1
        try:
            seconds = self._limits.seconds_turned_away if patient else 0
            await turn_away(websocket, sentence, seconds)
        finally:
            self._turned_away -= 1

    async def leave(self, address: str, window: Connection) -> None:
        """Gives the place back. Who never signed in is not waited for long."""
        self._open[address] -= 1
        self._open += Counter()  # forgets the addresses that have none
        for session in [one for one, at in self._sessions.items() if at == address]:
            seconds = self._seconds(session)
            cut_off = line_of(session) is window
            if cut_off or (line_of(session) is None and lingers(session, seconds)):
                await session.disconnect(seconds)

    def remember(self, address: str, session: Session) -> None:
        self._sessions[session] = address

    def _seconds(self, session: Session) -> int:
        limits = self._limits
        return limits.seconds_signed_in if is_signed_in(session) else limits.seconds_signed_out

    def _lingering(self, address: str | None = None) -> list[Session]:
        """Those that may be ended first come first: nobody signed in, then the oldest."""
        found = [
            session
            for session, at in self._sessions.items()
            if address in {None, at} and line_of(session) is None and lingers(session)
        ]
        return sorted(found, key=lambda one: (is_signed_in(one), one.expires_at))


def line_of(session: Session) -> Connection | None:
    """None while its window is cut off, whatever Flet's types say."""
    return session.connection


def lingers(session: Session, seconds: int = 0) -> bool:
    """Whether it is still there in so many seconds."""
    expires_at: datetime | None = session.expires_at
    return expires_at is not None and expires_at > datetime.now(UTC) + timedelta(seconds=seconds)


def is_signed_in(session: Session) -> bool:
    return bool(session.store.get(SIGNED_IN))


async def end_first(sessions: Sequence[Session], count: int) -> None:
    """They expire now; Flet clears them away within seconds."""
    for session in sessions[: max(0, count)]:
        await session.disconnect(0)


def address_of(scope: Scope) -> str:
    client = scope.get("client")
    return str(scope.get(COUNTED_AS) or (client[0] if client else "unknown"))


async def turn_away(websocket: WebSocket, sentence: str, seconds: float) -> None:
    """Tells a window that there is no place for it, in the answer it waits for.

    It shows the sentence while the line is open, and asks again by itself once it is closed.
    """
    await websocket.accept()
    with suppress(WebSocketDisconnect, KeyError):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await websocket.receive_bytes()
        told = {"session_id": "", "page_patch": {}, "error": sentence}
        packed = msgpack.packb([MessageAction.REGISTER_CLIENT.value, told])
        await websocket.send_bytes(b"\0" + packed)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while True:
                    await websocket.receive_bytes()
        await websocket.close(TRY_AGAIN_LATER)


def languages_of(websocket: WebSocket) -> Iterable[str]:
    """The languages the browser asks for, the best first, as two letters."""
    for part in websocket.headers.get("accept-language", "").split(","):
        yield part.strip()[:2].lower()
