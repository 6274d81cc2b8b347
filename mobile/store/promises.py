"""What a client promised, what it was worth, and the payment plans agreed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mobile.api import promises as api
from mobile.store.attachments import Attachments
from mobile.store.dispute_entry import MoveEntry
from mobile.store.promise_entry import PromiseEntry
from mobile.store.reading import Known, Reading
from mobile.sync import telling
from shared.contract.promises import Plan, Promise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from mobile.store.reach import Reach
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry as Kept
    from mobile.sync.entries import NewFile
    from shared.contract.base import Message
    from shared.contract.changes import ClientCopy
    from shared.contract.promises import (
        AcceptPlan,
        EndPromise,
        NewPlan,
        NewPromise,
        PlanList,
        PromiseList,
        ReschedulePromise,
    )


PlanMove = Literal["accept", "cancel"]


class Plans(Reading["PlanList"]):
    """The client's payment plans, newest first. Every verb may raise a `Failure`."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        super().__init__(self._listed, self._held_plans)
        self._reach = reach
        self._client_id = client_id
        self._entries: dict[tuple[UUID, PlanMove], MoveEntry] = {}

    def entry(self, plan_id: UUID, move: PlanMove) -> MoveEntry:
        """What is typed of that move of the plan: kept until it is made."""
        if (plan_id, move) not in self._entries:
            papers = Attachments(self._reach, self._client_id) if move == "accept" else None
            self._entries[plan_id, move] = MoveEntry(papers)
        return self._entries[plan_id, move]

    @property
    def is_typed(self) -> bool:
        return any(one.is_typed for one in self._entries.values())

    async def propose(self, plan: NewPlan) -> Plan | Kept:
        return await self._after(await self._say("propose-plan", plan))

    async def accept(self, plan_id: UUID, agreed: AcceptPlan) -> Plan | Kept:
        papers = self.entry(plan_id, "accept").attachments
        files = papers.held(agreed.file_ids) if papers else []
        return await self._after(await self._say("accept-plan", agreed, plan_id, files))

    async def cancel(self, plan_id: UUID, end: EndPromise) -> Plan | Kept:
        return await self._after(await self._say("cancel-plan", end, plan_id))

    async def _say(
        self, kind: Kind, body: Message, about: UUID | None = None, files: Sequence[NewFile] = ()
    ) -> Plan | Kept:
        return await self._reach.say(kind, self._client_id, body, Plan, about, files)

    async def _after(self, made: Plan | Kept) -> Plan | Kept:
        """What was sent is read again."""
        if isinstance(made, Plan):
            await self.anew()
        return made

    def _held_plans(self) -> Known[PlanList] | None:
        return self._reach.local.of_client(self._client_id, telling.plans)

    async def _listed(self, _: Known[PlanList] | None) -> Known[PlanList]:
        return Known.now(await api.plans(self._reach.wire, self._client_id))


class Promises(Reading["PromiseList"]):
    """The client's promises, newest first. Every verb may raise a `Failure`."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        super().__init__(self._listed, self._held_promises)
        self._reach = reach
        self._client_id = client_id
        self._put_off: dict[UUID, PromiseEntry[ReschedulePromise]] = {}
        self._withdrawn: dict[UUID, MoveEntry] = {}

    def putting_off(self, promise_id: UUID) -> PromiseEntry[ReschedulePromise]:
        """What is typed of another day for the promise: kept until it is given."""

        async def send(word: ReschedulePromise) -> Promise | Kept:
            return await self.reschedule(promise_id, word)

        return self._put_off.setdefault(promise_id, PromiseEntry(send))

    def withdrawing(self, promise_id: UUID) -> MoveEntry:
        """Why the promise is withdrawn: kept until it is."""
        return self._withdrawn.setdefault(promise_id, MoveEntry())

    @property
    def is_typed(self) -> bool:
        put_off = any(one.is_typed for one in self._put_off.values())
        return put_off or any(one.is_typed for one in self._withdrawn.values())

    @property
    def items(self) -> list[Promise]:
        return self.value.items if self.value else []

    async def take(self, word: NewPromise) -> Promise | Kept:
        return await self._say("take-promise", word)

    async def reschedule(self, promise_id: UUID, word: ReschedulePromise) -> Promise | Kept:
        return await self._say("reschedule-promise", word, promise_id)

    async def withdraw(self, promise_id: UUID, end: EndPromise) -> Promise | Kept:
        return await self._say("withdraw-promise", end, promise_id)

    async def _say(self, kind: Kind, body: Message, about: UUID | None = None) -> Promise | Kept:
        made = await self._reach.say(kind, self._client_id, body, Promise, about)
        if isinstance(made, Promise):
            await self.anew()
        return made

    def _held_promises(self) -> Known[PromiseList] | None:
        """As they stand today; how the word held is the server's to say."""
        local = self._reach.local

        def told(copy: ClientCopy) -> PromiseList:
            company = local.held(lambda portfolio: portfolio.company(copy.identity.company_id))
            return telling.promises(copy, local.today(), company)

        return local.of_client(self._client_id, told)

    async def _listed(self, _: Known[PromiseList] | None) -> Known[PromiseList]:
        return Known.now(await api.promises(self._reach.wire, self._client_id))


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
