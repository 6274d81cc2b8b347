"""A person's day: what waits for them, and the visits they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import today as api
from mobile.api.failures import Failure, Refused
from mobile.store.clients import ClientList
from mobile.store.reading import Known, Reading
from mobile.store.remembered import Remembered
from shared.contract.today import Today
from shared.contract.visits import MoveVisit, PlanVisit, RemoveVisit, Visit
from shared.ids import new_id
from shared.rules.visit import put_at

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.store.reach import Reach
    from mobile.sync.entries import Entry as Kept
    from shared.contract.today import Stop


class Day(Reading[Today]):
    """Aujourd'hui. Every verb may raise a `Failure`; what the server has is then read again."""

    def __init__(self, reach: Reach) -> None:
        self._last = Remembered(reach.local, "today", Today)
        super().__init__(self._read_day, self._last.held)
        self._reach = reach
        self._planned: dict[tuple[UUID, date], UUID] = {}
        """The visits that were planned and not answered for: asked again, they are the same."""
        self.search = ClientList(reach)
        """Where a client to visit is looked for."""

    async def plan(self, client_id: UUID, on: date) -> Visit | Kept:
        """At the end of that day's list; once, however often it is asked until it is answered."""
        visit_id = self._planned.setdefault((client_id, on), new_id())
        word = PlanVisit(id=visit_id, planned_on=on)
        try:
            made = await self._reach.say("plan-visit", client_id, word, Visit)
        except Refused:
            self._answered(visit_id)
            await self.anew()
            raise
        except Failure:
            await self.anew()
            raise
        self._answered(visit_id)
        if isinstance(made, Visit):
            await self.anew()
        return made

    def _answered(self, visit_id: UUID) -> None:
        self._planned = {key: id_ for key, id_ in self._planned.items() if id_ != visit_id}

    async def arrange(self, visit_id: UUID, place: int) -> None:
        """At a place of today's list, from 1; shown there at once."""
        day = self.value
        if day is not None:
            order = put_at([stop.visit.id for stop in day.visits], visit_id, place)
            by_id = {stop.visit.id: stop for stop in day.visits}
            stops: list[Stop] = [by_id[id_] for id_ in order]
            self.show(day.model_copy(update={"visits": stops}))
        await self._send(visit_id, MoveVisit(id=new_id(), place=place))

    async def put_off(self, visit_id: UUID, to: date) -> None:
        await self._send(visit_id, MoveVisit(id=new_id(), planned_on=to))

    async def remove(self, visit_id: UUID) -> None:
        self._answered(visit_id)
        word, client_id = RemoveVisit(id=new_id()), self._client_of(visit_id)
        kept = None
        try:
            kept = await self._reach.tell("remove-visit", client_id, word, visit_id)
        finally:
            if kept is None:
                await self.anew()

    async def _send(self, visit_id: UUID, to: MoveVisit) -> None:
        self._answered(visit_id)
        client_id = self._client_of(visit_id)
        made = None
        try:
            made = await self._reach.say("move-visit", client_id, to, Visit, visit_id)
        finally:
            if made is None or isinstance(made, Visit):
                await self.anew()

    def _client_of(self, visit_id: UUID) -> UUID:
        """Raises LookupError of a visit that is not on the list."""
        for stop in self.value.visits if self.value else ():
            if stop.visit.id == visit_id:
                return stop.visit.client.id
        raise LookupError(visit_id)

    async def _read_day(self, _: Known[Today] | None) -> Known[Today]:
        return await self._last.now(await api.today(self._reach.wire))

    def show(self, day: Today) -> None:
        """What it will be, until the server says what it is."""
        if self.known is not None:
            self.known = Known(day, self.known.read_at, self.known.etag)
