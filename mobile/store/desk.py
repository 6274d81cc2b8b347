"""The desk of one window: who sits at it, where they are, and what becomes of their work."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from mobile.api import client_changes, reports
from mobile.api.failures import Failure, Misunderstood, SessionOver
from mobile.api.wire import Wire
from mobile.store.concerned import EVERYTHING, moves_disputes, parts_of
from mobile.store.device import Device
from mobile.store.drawers import Drawers
from mobile.store.line import Line
from mobile.store.live import Live
from mobile.store.local import Local
from mobile.store.place import Client, Document, MyDisputes, Today
from mobile.store.reach import Reach
from mobile.store.screen import Screen
from mobile.store.session import Session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Container, Mapping
    from datetime import date
    from uuid import UUID

    from mobile.platform.ports import Platform
    from mobile.store.client_file import OneClient
    from mobile.store.thread import Thread
    from shared.contract.disputes import Dispute

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 0.08
"""A tap may wait so long unanswered without feeling slow (a tenth of a second is seen)."""


class Desk(Drawers):
    """What screens are given. Not observed itself; its parts are."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self._doing: set[asyncio.Task[Any]] = set()
        self.tell: Callable[[Failure], None] = _unheard
        self.say: Callable[[str], None] = _unheard
        self.wear: Callable[[], None] = _unseen
        self.in_sight: Callable[[], Awaitable[None]] = _in_sight
        self.line = Line()
        self.screen = Screen()
        device = Device(platform.vault)
        self.wire = Wire(platform.http(), device)
        self.local = Local(platform.storage, self.wire)
        super().__init__(Reach(self.wire, self.local), self._dispute_moved)
        self.session = Session(self.wire, device, platform.language, platform.device_name)
        self.wire.on_contact = self.line.heard
        self.wire.on_over = self._over
        self.live = Live(self.wire, self)
        self._whose: UUID | None = None
        self.session.when_in(self._entered)

    def do(self, verb: Callable[..., Awaitable[object]], *values: Any) -> None:
        """Begin something without waiting for it. A failure nobody caught is told the person."""
        task = asyncio.create_task(self._done(verb, values))
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def saw(self, thread: Thread) -> None:
        """What a thread shows was seen, once the window is in sight.

        Where the server cannot be told, it stays unread, and is told when it is seen again.
        """
        await self.in_sight()
        with suppress(Failure):
            await thread.saw()

    def today(self) -> date:
        """The day where the business is, for the words around an instant."""
        return datetime.now(self.platform.zone).date()

    async def open_client(self, client_id: UUID) -> None:
        """Go to the file, drawn once where the server answers at once, else as it comes."""
        reading = self.files[client_id].file
        await asyncio.wait([asyncio.ensure_future(reading.ensure())], timeout=PATIENCE_SECONDS)
        self.screen.go(Client(client_id))

    def come_back(self) -> None:
        """To one's day: what was done meanwhile has changed it."""
        if self.screen.place == Today() and self.day.known is not None:
            self.do(self.day.refresh)

    async def merge(self, client_id: UUID, into: UUID) -> None:
        """The client becomes part of the other one, whose file is opened; may raise a `Failure`."""
        await client_changes.merge(self.wire, client_id, into)
        await self._changed_hands(client_id, into)
        self.screen.go(Client(into))

    async def unmerge(self, client_id: UUID, of: UUID) -> None:
        """The client stands alone again, and is opened; may raise a `Failure`."""
        await client_changes.unmerge(self.wire, client_id)
        await self._changed_hands(client_id, of)
        self.screen.go(Client(client_id))

    async def _changed_hands(self, *client_ids: UUID) -> None:
        """What is known of them, and of the list, is so no more."""
        readings = [self.files[id_].file for id_ in client_ids]
        await asyncio.gather(*(reading.refresh() for reading in readings), self.clients.refresh())
        for id_ in client_ids:
            self.files[id_].anew()

    async def take_client_list(self, name: str) -> None:
        """The list as it is searched, filtered and sorted now, as a file; may raise a `Failure`."""
        wanted = self.clients.wanted
        content = await reports.client_list(
            self.wire, wanted.query, wanted.chosen, wanted.asked_order
        )
        await self.platform.hand_over(name, content)

    async def take_aged_balance(self, as_of: date | None, name: str) -> None:
        """Client by client, as a file; may raise a `Failure`."""
        await self.platform.hand_over(name, await reports.aged_balance(self.wire, as_of))

    async def sign_out(self) -> None:
        """What was typed and not sent goes with what was read: one was asked, and chose to."""
        await self.session.sign_out()
        self._whose = None
        self.live.forget()
        await self.local.close()
        self.empty()

    async def close(self) -> None:
        """The window is gone."""
        self.live.stop()
        for task in list(self._doing):
            task.cancel()
        await self.local.close()
        await self.wire.close()

    async def _done(self, verb: Callable[..., Awaitable[object]], values: tuple[Any, ...]) -> None:
        try:
            await verb(*values)
        except SessionOver:
            pass  # the sign-in screen says so
        except Failure as failure:
            self.tell(failure)
        except Exception:
            logger.exception("%s failed", verb)
            self.tell(Misunderstood())

    def _dispute_moved(self, dispute: Dispute) -> None:
        """Whatever else shows it is of before."""
        self.do(self.files[dispute.client_id].disputes.anew)
        if self.to_answer.asked:
            self.do(self.to_answer.from_the_start)

    def _entered(self) -> None:
        """What was typed here and not sent waits for whom it is of, and for nobody else."""
        user = self.session.user
        if user is None:
            raise AssertionError("nobody is signed in")
        if self._whose == user.id:
            self.leave_what_is_typed()
        elif self._whose is not None:
            self.live.forget()
            self.empty()
        self._whose = user.id
        self.live.start()
        self.do(self.local.open, user.id)

    def _over(self) -> None:
        """The server knows this device no more. Who typed here may well come back."""
        if self.session.phase == "in":
            self.session.ended()
            self.live.forget()
            self.do(self.local.close)

    async def happened(self, told: Mapping[UUID, frozenset[str]]) -> None:
        """Read again, once, what it concerns of the screen; the rest is read when it is opened."""
        client = self._client_shown()
        if client is not None:
            about = [kinds for id_, kinds in told.items() if client.is_called(id_)]
            await self._client_anew(client, frozenset[str]().union(*about))
        disputing = {id_ for id_, kinds in told.items() if any(map(moves_disputes, kinds))}
        if disputing:
            await self._disputes_anew(disputing)
        await self._day_anew()

    async def _client_anew(self, client: OneClient, kinds: frozenset[str]) -> None:
        """What facts of these kinds concern of the client, and of the invoice on the screen."""
        if not kinds:
            return
        await client.happened(kinds)
        place = self.screen.place
        if isinstance(place, Document) and any("file" in parts_of(kind) for kind in kinds):
            await self.documents[place.document_id].anew()

    async def _day_anew(self) -> None:
        if self.screen.place == Today() and self.day.known is not None:
            await self.day.anew()

    async def _disputes_anew(self, client_ids: Container[UUID] | None = None) -> None:
        """The dispute on the screen, of one of those clients or of any, and the list of mine."""
        dispute_id = getattr(self.screen.place, "dispute_id", None)
        if dispute_id is not None:
            shown = self.disputes[dispute_id]
            of = shown.value.dispute.client_id if shown.value else None
            if client_ids is None or of in client_ids:
                await shown.anew()
        elif isinstance(self.screen.place, MyDisputes):
            await self.to_answer.from_the_start()

    async def missed(self) -> None:
        """Read again everything on the screen."""
        await self._disputes_anew()
        client = self._client_shown()
        if client is not None:
            await self._client_anew(client, EVERYTHING)
        if self.clients.known is not None:
            await self.clients.refresh()
        await self._day_anew()

    def _client_shown(self) -> OneClient | None:
        client_id = getattr(self.screen.place, "client_id", None)
        return None if client_id is None else self.files[client_id]


def _unheard(_: object) -> None:
    """No screen yet to tell it on."""


async def _in_sight() -> None:
    """Nobody says that the window is hidden."""


def _unseen() -> None:
    """No window yet to dress."""
