"""All open screens of this process: who is told what, and who is shown out.

Every process reads the history for itself, from where it was; a notification only wakes it. For a
batch of facts one statement says what each of the open screens may see, at that moment.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from backend.activity.sealing import last_sealed
from backend.live import queries
from backend.live.streams import Stream, opening, told
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.clock import Clock
    from backend.live.queries import News

NEWS_AT_ONCE: Final = 100
BEHIND_MOST: Final = 1_000
"""Facts: further behind, as while a ledger is loaded, screens are told to read everything again."""
RESYNCED_EVERY_SECONDS: Final = 2.0
CAUGHT_UP_MOST: Final = 500
"""Facts that a screen which comes back is told of one by one."""
STREAMS_OF_A_DEVICE_MOST: Final = 5
STREAMS_MOST: Final = 5_000
POSITION_DIGITS_MOST: Final = 18
EXPIRED_EVERY_SECONDS: Final = 1.0
ASKED_EVERY_TURNS: Final = 3
AGAIN_AFTER_SECONDS: Final = 1.0

TOO_MANY_STREAMS = Refusal(
    "too-many-streams", 503, "Too many screens are open on this server. Try again later."
)
logger = logging.getLogger(__name__)


class Switchboard:
    """`position` is how far in the history the open streams have been told of."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._streams: dict[Stream, None] = {}
        self._is_stopping = False
        self.position = 0

    @property
    def open_streams(self) -> int:
        return len(self._streams)

    def refuse_too_many(self) -> None:
        """Raises `Refused`, 503 `too-many-streams`: ask before the answer begins."""
        if self.open_streams >= STREAMS_MOST:
            raise Refused(TOO_MANY_STREAMS)

    @contextmanager
    def opened(self, device_id: UUID, expires_at: datetime) -> Iterator[Stream]:
        """A stream that is told of what happens from here on.

        Of a device that keeps opening more, the oldest ends.
        """
        same = [stream for stream in self._streams if stream.device_id == device_id]
        for stream in same[: max(0, len(same) + 1 - STREAMS_OF_A_DEVICE_MOST)]:
            stream.end()
        stream = Stream(device_id, expires_at, self.position)
        if self._is_stopping:
            stream.end()
        self._streams[stream] = None
        try:
            yield stream
        finally:
            del self._streams[stream]

    async def begin(self, stream: Stream, last_event_id: str | None) -> None:
        """Tells a stream where it is; one that comes back, what it missed or that it missed it."""
        begins_at = stream.position
        last = None if last_event_id is None else position_of(last_event_id)
        missed: list[bytes] | None = []
        if last is not None and begins_at < last <= await last_sealed():
            begins_at = last  # another process was quicker to tell
            stream.position = max(stream.position, last)
        elif last is not None:
            missed = await self._missed(stream.device_id, last, begins_at)
        if missed is None:
            stream.tell_to_resync(stream.position)
        stream.tell_first([opening(begins_at), *(missed or [])])

    async def _missed(self, device_id: UUID, last: int, until: int) -> list[bytes] | None:
        """None where it is too much, or no position of this history."""
        if last < 0 or not 0 <= until - last <= CAUGHT_UP_MOST:
            return None
        news = [
            one for one in await queries.news_after(last, until - last) if one.position <= until
        ]
        sight = await queries.in_sight([device_id], clients_of(news))
        return frames_for(news, sight.get(device_id, frozenset()))

    async def start(self) -> None:
        """From the end of the history on: what came before, screens have read."""
        self.position = await last_sealed()

    async def run(self, woken: asyncio.Event) -> None:
        """Tells of what is new whenever `woken` is set, until cancelled."""
        while True:
            await woken.wait()
            woken.clear()
            try:
                while await self.tell_news():
                    pass
            except Exception:
                logger.exception("Open screens could not be told of what is new; trying again.")
                woken.set()
                await asyncio.sleep(AGAIN_AFTER_SECONDS)

    async def tell_news(self) -> bool:
        """Tells the open streams of the next facts; False where there were none."""
        news = await queries.news_after(self.position, NEWS_AT_ONCE)
        if len(news) in {0, NEWS_AT_ONCE}:
            end = await last_sealed()
            if not 0 <= end - self.position <= BEHIND_MOST:
                await self._resync_all(end)
                return True
        if not news:
            return False
        sight = await self._sight(clients_of(news))
        # From here to the end nothing waits: whoever opens a stream comes before or after.
        self.position = news[-1].position
        for stream in self._streams:
            seen = sight.get(stream.device_id)
            if seen is None:
                stream.end()
            else:
                fresh = [one for one in news if one.position > stream.position]
                stream.tell(frames_for(fresh, seen), self.position)
        return True

    async def _sight(self, clients: set[UUID]) -> dict[UUID, frozenset[UUID]]:
        """What every open stream's device sees, those included that opened while we asked."""
        sight: dict[UUID, frozenset[UUID]] = {}
        asked: set[UUID] = set()
        while missing := {stream.device_id for stream in self._streams} - asked:
            sight |= await queries.in_sight(missing, clients)
            asked |= missing
        return sight

    async def _resync_all(self, end: int) -> None:
        """Ahead of a load of facts, or behind them: after a restore the history is shorter."""
        self.position = end
        for stream in self._streams:
            stream.tell_to_resync(end)
        if self._streams:
            await asyncio.sleep(RESYNCED_EVERY_SECONDS)

    async def watch(self) -> None:
        """Ends the streams of expired tokens, signed-out devices and disabled people."""
        turn = 0
        while True:
            await asyncio.sleep(EXPIRED_EVERY_SECONDS)
            turn += 1
            self.end_expired()
            if turn % ASKED_EVERY_TURNS == 0:
                try:
                    await self.end_unwelcome()
                except Exception:
                    logger.exception("Who is still signed in could not be asked; trying again.")

    def end_expired(self) -> None:
        now = self._clock.now()
        for stream in self._streams:
            if stream.expires_at <= now:
                stream.end()

    async def end_unwelcome(self) -> None:
        welcome = await self._sight(set())
        for stream in self._streams:
            if stream.device_id not in welcome:
                stream.end()

    def end_all(self) -> None:
        """For good: the process is about to stop, and waits for every answer to be over."""
        self._is_stopping = True
        self.cut()

    def cut(self) -> None:
        """Ends what is open now: screens come back by themselves."""
        for stream in self._streams:
            stream.end()


def position_of(last_event_id: str) -> int:
    """The position that an event had for its id; -1 for what was never an id of ours."""
    understood = last_event_id.isascii() and last_event_id.isdigit()
    return int(last_event_id) if understood and len(last_event_id) <= POSITION_DIGITS_MOST else -1


def clients_of(news: Sequence[News]) -> set[UUID]:
    return {one.client for one in news if one.client is not None}


def frames_for(news: Sequence[News], seen: frozenset[UUID]) -> list[bytes]:
    """The events of those facts whose client is in sight."""
    return [told(one, one.client) for one in news if one.client is not None and one.client in seen]
