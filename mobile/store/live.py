"""Hears from the server what happens, while the window is open and somebody is signed in."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from typing import TYPE_CHECKING, Final, Protocol

from mobile.api import live
from mobile.api.failures import Failure, SessionOver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from mobile.api.wire import Wire

logger = logging.getLogger(__name__)

GATHERED_SECONDS: Final = 0.05
"""What happens together is told together: a payment is several facts."""
AGAIN_SECONDS: Final = 1.0
AGAIN_SECONDS_MOST: Final = 30.0
SETTLED_SECONDS: Final = 60.0
"""A stream that lasted so long was no failing one; of too many of a device, some end at once."""
RESYNC_SECONDS_MOST: Final = 2.0
"""All open screens are told at once to read again; they do not all ask at once."""
MANY_CLIENTS: Final = 20
"""Facts about so many at a time are an import's: all open screens are told of it too."""


class Shown(Protocol):
    """Whoever draws what the server tells of."""

    async def happened(self, told: Mapping[UUID, frozenset[str]]) -> None:
        """Facts of these kinds about each client."""

    async def missed(self) -> None:
        """Nobody knows what happened meanwhile."""


class Live:
    """One stream at most. Lost, it comes back, slower each time, from where it was."""

    def __init__(self, wire: Wire, shown: Shown) -> None:
        self._wire = wire
        self._shown = shown
        self._last_id: str | None = None
        self._told: dict[UUID, set[str]] = {}
        self._has_missed = False
        self._under_way: tuple[dict[UUID, set[str]], bool] = {}, False
        self._tasks: list[asyncio.Task[None]] = []
        self._news = asyncio.Event()

    @property
    def is_on(self) -> bool:
        return any(not task.done() for task in self._tasks)

    def start(self) -> None:
        """From where it was left; nothing where it is on."""
        if not self.is_on:
            self._tasks = [asyncio.create_task(work) for work in (self._hear(), self._tell())]

    def stop(self) -> None:
        """The window is gone or cut off: it can go on from here."""
        for task in self._tasks:
            task.cancel()
        self._tasks = []
        self._take_back()

    def forget(self) -> None:
        """Another person begins anew."""
        self.stop()
        self._last_id, self._has_missed = None, False
        self._told.clear()
        self._news.clear()

    async def _hear(self) -> None:
        pause = AGAIN_SECONDS
        while True:
            began = time.monotonic()
            try:
                async for event in live.heard(self._wire, self._last_id):
                    self._take(event)
            except SessionOver:
                return
            except Failure:
                pass
            except Exception:  # an event nobody foresaw must not silence those that follow
                logger.exception("The live events broke off.")
            if time.monotonic() - began > SETTLED_SECONDS:
                pause = AGAIN_SECONDS
            await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - no secret
            pause = min(2 * pause, AGAIN_SECONDS_MOST)

    def _take(self, event: live.Heard) -> None:
        self._last_id = event.id or self._last_id
        if event.kind == "resync":
            self._has_missed = True
        elif event.fact is not None:
            self._told.setdefault(event.fact.client_id, set()).add(event.fact.kind)
        else:
            return
        self._news.set()

    async def _tell(self) -> None:
        while True:
            await self._news.wait()
            await asyncio.sleep(GATHERED_SECONDS)
            if self._has_missed or len(self._told) >= MANY_CLIENTS:
                await asyncio.sleep(random.uniform(0, RESYNC_SECONDS_MOST))  # noqa: S311
            self._news.clear()
            told, self._told = self._told, {}
            has_missed, self._has_missed = self._has_missed, False
            self._under_way = told, has_missed
            try:
                if has_missed:
                    await self._shown.missed()
                else:
                    await self._shown.happened({id_: frozenset(told[id_]) for id_ in told})
            except Exception:  # nor a screen that cannot be read again, the other screens
                logger.exception("What is new cannot be shown.")
            self._under_way = {}, False

    def _take_back(self) -> None:
        """Cut off in the middle of telling it: it is told again when the window is back."""
        (told, has_missed), self._under_way = self._under_way, ({}, False)
        for client_id, kinds in told.items():
            self._told.setdefault(client_id, set()).update(kinds)
        self._has_missed |= has_missed
        if self._told or self._has_missed:
            self._news.set()
