"""Hears what PostgreSQL notifies, on one connection of this process's own.

A notification only wakes: whoever waits then reads what is new, from where they were. So nothing
can be missed, nor be too long for a notification; after a gap everybody is woken once.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import asyncpg

from backend.database.engine import CONNECTION_FAILURES
from backend.database.lost import UNUSABLE
from backend.database.pool import close_connection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.database.engine import Engine

AGAIN_AFTER_SECONDS: Final = 1.0
ASKED_EVERY_SECONDS: Final = 20.0
"""A connection that died without a word is found out so often."""
ANSWER_SECONDS_MOST: Final = 10.0

logger = logging.getLogger(__name__)


class Listener:
    """Sets each channel's event when something was notified there, or may have been.

    `DATABASE_URL` must lead to PostgreSQL itself: a pooler that shares connections between
    transactions forgets who listens.
    """

    def __init__(self, engine: Engine, channels: Mapping[str, asyncio.Event]) -> None:
        self._engine = engine
        self._channels = channels

    async def run(self) -> None:
        """Listens until cancelled, whatever becomes of the connection."""
        while True:
            try:
                await self._listen()
                logger.warning("The connection that listens was lost.")
            except (*CONNECTION_FAILURES, *UNUSABLE, TimeoutError):
                logger.warning("The connection that listens failed.", exc_info=True)
            await asyncio.sleep(AGAIN_AFTER_SECONDS)

    async def _listen(self) -> None:
        connection = await asyncpg.connect(
            **self._engine.config,
            timeout=ANSWER_SECONDS_MOST,
            server_settings={"application_name": "encours listener"},
        )
        try:
            lost = asyncio.Event()
            connection.add_termination_listener(lambda _: lost.set())
            for channel in self._channels:
                await connection.add_listener(channel, self._heard)
            for woken in self._channels.values():
                woken.set()
            await self._stay(connection, lost)
        finally:
            await close_connection(connection)

    async def _stay(self, connection: asyncpg.Connection, lost: asyncio.Event) -> None:
        while not lost.is_set():
            try:
                async with asyncio.timeout(ASKED_EVERY_SECONDS):
                    await lost.wait()
            except TimeoutError:
                await connection.execute("SELECT 1", timeout=ANSWER_SECONDS_MOST)

    def _heard(self, _connection: Any, _pid: int, channel: str, _payload: object) -> None:
        self._channels[channel].set()
