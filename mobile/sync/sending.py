"""Takes the outbox to the server: entry by entry, its files first, until the server has answered.

Whatever breaks in between, the entry is sent again under the same id, and the server answers as it
did the first time (docs/decisions/0010). So nothing here has to know how far it came.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID

from mobile.api import files as files_api
from mobile.api.failures import (
    Misunderstood,
    Refused,
    SessionOver,
    SomebodyElse,
    TooSlow,
    Unreachable,
)
from mobile.sync.commands import COMMANDS
from mobile.sync.drafting import sendable
from mobile.sync.order import next_of
from mobile.sync.outbox import NO_SUCH_FILE
from mobile.sync.refusals import FILE_LOST, UNKNOWN_KIND
from mobile.sync.resting import Resting

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from mobile.api.wire import Wire
    from mobile.sync.commands import Command
    from mobile.sync.entries import Entry
    from mobile.sync.outbox import Outbox
    from shared.contract.problems import Problem

SENT_KEPT: Final = 100
"""So many that were sent are still shown, with what became of them."""
NOT_NOW: Final = frozenset({408, 425, 429})
SERVER_ERROR: Final = 500
NO_CONTENT: Final = 204

Ended = Literal["done", "offline", "signed-out"]
"""`done`: whatever may go now has gone. `signed-out`: its owner has to sign in first."""


@dataclass(frozen=True, slots=True)
class Round:
    """How a round ended. `next_seconds`: until a client has rested; None where none rests."""

    ended: Ended
    next_seconds: float | None


class Sending:
    """One outbox over one line. One round at a time."""

    def __init__(
        self,
        outbox: Outbox,
        wire: Wire,
        now: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._outbox = outbox
        self._wire = wire
        self._resting = Resting(now, chance)
        self._is_heard = False

    def wake(self) -> None:
        """The network is back, or the person asked: nobody rests any more."""
        self._resting.wake()

    async def round(self) -> Round:
        """Sends what may go. Raises `NotKept` where the device cannot even note what happened."""
        ended: Ended = "done"
        while (entry := self._next()) is not None:
            try:
                await self._heard()
                await self._send(entry)
            except (SessionOver, SomebodyElse):
                ended = "signed-out"
            except TooSlow:  # which may be this entry's own, a large photo's
                self._resting.put_off(entry.client_id)
            except Unreachable:
                self._resting.put_off(entry.client_id)
                self._is_heard, ended = False, "offline"
            except Refused as refusal:
                await self._refused(entry, refusal.problem)
            except Misunderstood:  # another program answers: a hotel's sign-in page, a proxy
                self._resting.put_off(entry.client_id)
            finally:
                self._outbox.in_flight = None
                self._outbox.on_change()
            if ended != "done":
                break
        return Round(ended, self._resting.seconds_left(self._open_clients()))

    async def _heard(self) -> None:
        """Where nobody answered the last time, or nobody was asked yet, something harmless is asked
        first: an entry that never left can still be changed.
        """
        if not self._is_heard:
            await self._wire.ask("GET", "/api/me")
            self._is_heard = True

    def _next(self) -> Entry | None:
        outbox = self._outbox
        return next_of(outbox.unsent(), outbox.held(), self._resting.clients())

    def _open_clients(self) -> set[UUID]:
        held = self._outbox.held()
        return {e.client_id for e in self._outbox.unsent() if e.is_open and e.id not in held}

    async def _send(self, chosen: Entry) -> None:
        entry = await self._begun(chosen)
        if entry is None:
            return
        command = COMMANDS.get(entry.kind)
        if command is None:
            await self._review(entry, UNKNOWN_KIND)
            return
        if not await self._files_sent(entry):
            return
        answer = await self._asked(entry, command)
        self._outbox.disk.step("answered")
        await self._settle(entry, command, answer)
        self._resting.over(entry.client_id)

    async def _begun(self, chosen: Entry) -> Entry | None:
        """From now on it may have arrived. None where it was changed or discarded meanwhile."""
        disk = self._outbox.disk
        async with disk.writing() as rows:
            entry = rows.one(chosen.id)
            if entry is None or not entry.is_open:
                return None
            rows.begin(entry.id)
            self._outbox.in_flight = entry.id
        disk.step("begun")
        self._outbox.on_change()
        return entry

    async def _files_sent(self, entry: Entry) -> bool:
        """Whether the server has all of them."""
        disk, owner = self._outbox.disk, self._outbox.owner
        for file in entry.files:
            if file.kept_id is not None:
                continue
            try:
                content = BytesIO(disk.keeping.read(file.id))
            except FileNotFoundError:
                await self._review(entry, FILE_LOST)
                return False
            stored = await files_api.send(
                *(self._wire, entry.client_id, file.sent_as or file.id, file.name, content),
                whose=owner.user_id,
            )
            disk.step("file-sent")
            async with disk.writing() as rows:
                rows.note_file(file.id, stored.id)
            disk.step("file-noted")
        return True

    async def _asked(self, entry: Entry, command: Command) -> dict[str, Any] | None:
        known_as = self._outbox.known_as()
        about = entry.about_id and known_as.get(entry.about_id, entry.about_id)
        answer = await self._wire.ask(
            command.method,
            command.address(entry.client_id, about),
            body=sendable(entry, command, known_as),
            whose=self._outbox.owner.user_id,
        )
        return told(answer, command)

    async def _settle(self, entry: Entry, command: Command, answer: dict[str, Any] | None) -> None:
        disk = self._outbox.disk
        kept_id = UUID(answer["id"]) if command.makes and answer else None
        async with disk.writing() as rows:
            rows.settle(entry.id, kept_id, answer)
            disk.step("settled")
            disk.drop(file.id for file in entry.files)
            disk.step("files-dropped")
            rows.remove(rows.long_sent(SENT_KEPT))

    async def _refused(self, entry: Entry, problem: Problem) -> None:
        """The server's no is the person's to look at; its "not now" is not."""
        if problem.status >= SERVER_ERROR or problem.status in NOT_NOW:
            self._resting.put_off(entry.client_id, asked_seconds(problem))
            return
        self._outbox.disk.step("refused")
        self._resting.over(entry.client_id)
        if problem.code == NO_SUCH_FILE and await self._files_anew(entry):
            return
        await self._review(entry, problem)

    async def _files_anew(self, entry: Entry) -> bool:
        """The server throws away what nothing names for a day. Once, the files go by themselves."""
        gone = [f for f in self._outbox.entry(entry.id).files if f.kept_id and not f.sent_as]
        async with self._outbox.disk.writing() as rows:
            rows.send_anew(gone)
        return bool(gone)

    async def _review(self, entry: Entry, problem: Problem) -> None:
        async with self._outbox.disk.writing() as rows:
            rows.review(entry.id, problem)
        self._outbox.disk.step("for-review")


def told(answer: httpx.Response, command: Command) -> dict[str, Any] | None:
    """What the server made of it. Raises `Misunderstood`: a yes of somebody else is no yes."""
    if not command.answers:
        if answer.status_code != NO_CONTENT:
            raise Misunderstood(f"{answer.status_code} where nothing was to be said")
        return None
    try:
        said: dict[str, Any] = answer.json()
        UUID(said["id"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Misunderstood(f"{answer.request.url.path}: no id") from error
    return said


def asked_seconds(problem: Problem) -> float:
    """How long the server wants to be left alone; 0 where it does not say."""
    asked = problem.facts.get("retry_after_seconds", 0)
    try:
        return max(0.0, float(asked))
    except (TypeError, ValueError):
        return 0.0
