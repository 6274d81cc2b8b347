"""One open screen: what waits to be sent to it, and how that is written (server-sent events)."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from shared.contract.live import LiveEvent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from datetime import datetime
    from uuid import UUID

    from backend.live.queries import News

WAITING_MOST: Final = 256
"""Events kept for a screen that does not take them; it then reads everything again instead."""
SILENT_SECONDS_MOST: Final = 20.0
AGAIN_AFTER_MILLISECONDS: Final = 2_000


def frame(event: str, position: int, data: str) -> bytes:
    return f"event: {event}\nid: {position}\ndata: {data}\n\n".encode()


def opening(position: int) -> bytes:
    return f"retry: {AGAIN_AFTER_MILLISECONDS}\n".encode() + frame("open", position, "{}")


def resync(position: int) -> bytes:
    """Something may have been missed: what the screen shows is to be read again."""
    return frame("resync", position, "{}")


def sign_of_life(position: int) -> bytes:
    """A comment, and the id to resume from: without data it is no event to the screen."""
    return f": here\nid: {position}\n\n".encode()


def told(news: News, client_id: UUID) -> bytes:
    event = LiveEvent(
        position=news.position, client_id=client_id, kind=news.kind, fact_id=news.fact
    )
    return frame("fact", news.position, event.model_dump_json())


class Stream:
    """What one open screen has yet to be sent. `position` is as far as it was told of."""

    def __init__(self, device_id: UUID, expires_at: datetime, position: int) -> None:
        self.device_id = device_id
        self.expires_at = expires_at
        self.position = position
        self._waiting: deque[bytes] = deque()
        self._woken = asyncio.Event()
        self._is_over = False

    def tell(self, frames: Iterable[bytes], position: int) -> None:
        """Adds what is new up to `position`."""
        self.position = max(self.position, position)
        self._waiting.extend(frames)
        if len(self._waiting) > WAITING_MOST:
            self.tell_to_resync(position)
        elif self._waiting:
            self._woken.set()

    def tell_to_resync(self, position: int) -> None:
        """In place of everything that waits."""
        self.position = position
        self._waiting.clear()
        self._waiting.append(resync(position))
        self._woken.set()

    def tell_first(self, frames: list[bytes]) -> None:
        """Before everything that came in meanwhile."""
        self._waiting.extendleft(reversed(frames))
        self._woken.set()

    def end(self) -> None:
        """Nothing more is sent, not even what waits."""
        self._is_over = True
        self._woken.set()

    async def sent(self) -> AsyncIterator[bytes]:
        """What goes over the wire, until the stream ends."""
        while not self._is_over:
            if self._waiting:
                together = b"".join(self._waiting)
                self._waiting.clear()
                yield together
                continue
            self._woken.clear()
            try:
                async with asyncio.timeout(SILENT_SECONDS_MOST):
                    await self._woken.wait()
            except TimeoutError:
                yield sign_of_life(self.position)
