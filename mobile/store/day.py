"""A person's day: what waits for them, and the visits they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import today as api
from mobile.api.failures import Refused
from mobile.store.clients import ClientList
from mobile.store.reading import Known, Reading
from shared.contract.visits import MoveVisit, PlanVisit, RemoveVisit
from shared.ids import new_id
from shared.rules.visit import put_at

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.store.reach import Reach
    from shared.contract.today import Stop, Today


class Day(Reading["Today"]):
    """Aujourd'hui. Every verb may raise a `Failure`; what the server has is then read again."""

    def __init__(self, reach: Reach) -> None:
        super().__init__(self._read_day)
        self._reach = reach
        self._planned: dict[tuple[UUID, date], UUID] = {}
        """The visits that were planned and not answered for: asked again, they are the same."""
        self.search = ClientList(reach)
        """Where a client to visit is looked for."""

    async def plan(self, client_id: UUID, on: date) -> None:
        """At the end of that day's list; once, however often it is asked until it is answered."""
        visit_id = self._planned.setdefault((client_id, on), new_id())
        try:
            await api.plan(self._reach.wire, client_id, PlanVisit(id=visit_id, planned_on=on))
            self._answered(visit_id)
        except Refused:
            self._answered(visit_id)
            raise
        finally:
            await self.anew()

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
        try:
            await api.remove(self._reach.wire, visit_id, RemoveVisit(id=new_id()))
        finally:
            await self.anew()

    async def _send(self, visit_id: UUID, to: MoveVisit) -> None:
        self._answered(visit_id)
        try:
            await api.move(self._reach.wire, visit_id, to)
        finally:
            await self.anew()

    async def _read_day(self, _: Known[Today] | None) -> Known[Today]:
        return Known.now(await api.today(self._reach.wire))

    def show(self, day: Today) -> None:
        """What it will be, until the server says what it is."""
        if self.known is not None:
            self.known = Known(day, self.known.read_at, self.known.etag)
