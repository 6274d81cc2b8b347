"""The desk of one window: who sits at it, where they are, and what becomes of their work."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from mobile.api import client_changes, reports
from mobile.api.failures import Failure, Misunderstood, SessionOver
from mobile.api.wire import Wire
from mobile.store.concerned import EVERYTHING
from mobile.store.device import Device
from mobile.store.in_sight import InSight
from mobile.store.kept_here import KeptHere
from mobile.store.line import Line
from mobile.store.live import Live
from mobile.store.local import Local
from mobile.store.place import Client, Today
from mobile.store.reach import Reach
from mobile.store.session import Session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date
    from uuid import UUID

    from mobile.platform.ports import Platform
    from mobile.store.thread import Thread
    from shared.contract.changes import Changes
    from shared.contract.disputes import Dispute
    from shared.contract.identity import User

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 0.08
"""A tap may wait so long unanswered without feeling slow (a tenth of a second is seen)."""


class Desk(InSight):
    """What screens are given. Not observed itself; its parts are."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self._doing: set[asyncio.Task[Any]] = set()
        self.tell: Callable[[Failure], None] = _unheard
        self.say: Callable[[str], None] = _unheard
        self.wear: Callable[[], None] = _unseen
        self.in_sight: Callable[[], Awaitable[None]] = _in_sight
        self.line = Line()
        device = Device(platform.vault)
        self.wire = Wire(platform.http(), device)
        self.local = Local(platform.storage, self.wire, self.today)
        super().__init__(Reach(self.wire, self.local), self._dispute_moved)
        self.session = Session(
            self.wire,
            device,
            platform.language,
            platform.device_name,
            is_kept=self.local.is_kept,
        )
        self.wire.on_contact = self.line.heard
        self.wire.on_over = self._over
        self.wire.on_signed_in = self._signed_in
        self.kept = KeptHere(device, self.local)
        self.local.on_open, self.local.on_page = self._back, self._page_is_in
        if self.local.is_kept:
            self.line.on_back = self._back
        self._watch = self._entries_moved
        self.local.subscribe(self._watch)  # held weakly there
        self.live = Live(self.wire, self)
        self._whose: UUID | None = None
        self.session.when_in(self._entered)

    def do(self, verb: Callable[..., Awaitable[object]], *values: Any) -> None:
        """Begin something without waiting for it. A failure nobody caught is told the person."""
        task = asyncio.create_task(self._done(verb, values))
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def start(self) -> None:
        """Go on where the device was left."""
        await self.session.start()
        if self.session.phase == "out":
            self.do(self.kept.forget_everybody)

    async def saw(self, thread: Thread) -> None:
        """What a thread shows was seen, once the window is in sight.

        Where the server cannot be told, it stays unread, and is told when it is seen again.
        """
        await self.in_sight()
        with suppress(Failure):
            await thread.saw()

    def today(self) -> date:
        """The day where the business is, for the words around an instant."""
        return self.platform.now().date()

    async def open_client(self, client_id: UUID) -> None:
        """Go to the file, drawn once where the server answers at once, else as it comes."""
        reading = self.files[client_id].file
        reading.look()
        is_held = reading.known is not None and reading.known.is_held
        patience = 0 if is_held else PATIENCE_SECONDS
        await asyncio.wait([asyncio.ensure_future(reading.ensure())], timeout=patience)
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
        await self.local.close(erase=True)
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

    async def _entered(self, user: User) -> None:
        """What was typed here and not sent waits for whom it is of, and for nobody else."""
        if self._whose == user.id:
            self.leave_what_is_typed()
        elif self._whose is not None:
            self.live.forget()
            self.empty()
        self._whose = user.id
        self.local.person = user
        await self.local.open(user.id, reads=self.kept.is_wanted)
        self.live.start()
        if self.local.is_kept and self.kept.is_for_good is None:
            self.do(self.kept.ask_to_keep)

    def _signed_in(self, user: User) -> None:
        """Renewed: as the same person, or as another who signed in in another window since."""
        if self.session.phase != "in":
            return
        if user.id == self._whose:
            self.local.person = user
            self.session.is_now(user)
        else:
            self.do(self.session.enter, user)

    def _over(self) -> None:
        """The server knows this device no more. Who typed here may well come back."""
        if self.session.phase == "in":
            self.session.ended()
            self.live.forget()
            self.do(partial(self.local.close, erase=True))

    def told_of_line(self, is_there: bool) -> None:  # noqa: FBT001 - a listener of the device's
        """The device's word: that it has a line, not yet that the server answers."""
        if not is_there:
            self.line.heard(good=False)
        elif self.session.phase == "in":
            self.live.stop()
            self.live.start()  # it may have been about to wait for long
            self._back()

    def _back(self) -> None:
        """What could not be read while there was no network is read once it is back."""
        if self.session.phase == "in":
            self.local.wake()
            self.do(self.missed)

    def _entries_moved(self, *_: object) -> None:
        """What was kept here and is taken now gives way to the server's own."""
        if client_ids := self.entries.taken():
            self.do(self.happened, dict.fromkeys(client_ids, EVERYTHING))

    def _page_is_in(self, page: Changes) -> None:
        """What the device holds is another: the list is of it, and who is gone is shown no more."""
        self.do(self.clients.hold)
        for gone in page.gone:
            if gone.id in self.files:
                self.files[gone.id].forget()
                self.do(self.files[gone.id].file.refresh)


def _unheard(_: object) -> None:
    """No screen yet to tell it on."""


async def _in_sight() -> None:
    """Nobody says that the window is hidden."""


def _unseen() -> None:
    """No window yet to dress."""
