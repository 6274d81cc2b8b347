"""What a client promised, what it was worth, and the payment plans agreed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import promises as api
from mobile.store.reading import Known, Reading

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.api.wire import Wire
    from shared.contract.promises import (
        EndPromise,
        NewPromise,
        PlanList,
        Promise,
        PromiseList,
        ReschedulePromise,
    )


class Plans(Reading["PlanList"]):
    """The client's payment plans, newest first."""

    def __init__(self, wire: Wire, client_id: UUID) -> None:
        async def read(_: Known[PlanList] | None) -> Known[PlanList]:
            return Known.now(await api.plans(wire, client_id))

        super().__init__(read)


class Promises(Reading["PromiseList"]):
    """The client's promises, newest first. Every verb may raise a `Failure`."""

    def __init__(self, wire: Wire, client_id: UUID) -> None:
        super().__init__(self._listed)
        self._wire = wire
        self._client_id = client_id

    @property
    def items(self) -> list[Promise]:
        return self.value.items if self.value else []

    async def take(self, word: NewPromise) -> Promise:
        made = await api.take(self._wire, self._client_id, word)
        await self.anew()
        return made

    async def reschedule(self, promise_id: UUID, word: ReschedulePromise) -> Promise:
        made = await api.reschedule(self._wire, self._client_id, promise_id, word)
        await self.anew()
        return made

    async def withdraw(self, promise_id: UUID, end: EndPromise) -> None:
        await api.withdraw(self._wire, self._client_id, promise_id, end)
        await self.anew()

    async def _listed(self, _: Known[PromiseList] | None) -> Known[PromiseList]:
        return Known.now(await api.promises(self._wire, self._client_id))


def listed_alone(items: list[Promise]) -> list[Promise]:
    """Those that are no instalment: a plan tells of its own."""
    return [one for one in items if one.plan_id is None]


def open_ones(items: list[Promise]) -> list[Promise]:
    return [one for one in items if one.state == "open"]


def promised_days(items: list[Promise]) -> dict[UUID, date]:
    """The invoices an open promise is about, and the first day that one was given for each."""
    days: dict[UUID, date] = {}
    for one in open_ones(items):
        for document in one.documents:
            day = days.get(document.id, one.promised_on)
            days[document.id] = min(day, one.promised_on)
    return days
