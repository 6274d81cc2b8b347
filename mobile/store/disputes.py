"""Disputes: a client's, those that wait for me, one with its conversation, and their causes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from mobile.api import disputes as api
from mobile.store.attachments import Attachments
from mobile.store.dispute_entry import MoveEntry
from mobile.store.pages import Page, Pages
from mobile.store.reading import Known, Reading
from mobile.store.remembered import Remembered
from mobile.sync import telling
from shared.contract.disputes import Dispute, DisputeReasonList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from mobile.store.reach import Reach
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry as Kept
    from mobile.sync.entries import NewFile
    from mobile.sync.portfolio import Portfolio
    from shared.contract.base import Message
    from shared.contract.disputes import (
        AddDisputeEntry,
        AssignDispute,
        CloseDispute,
        DisputeFile,
        DisputeOwners,
        OpenDispute,
        ReopenDispute,
        ResolveDispute,
    )
    from shared.rules.dispute import Move

PAGES_MOST: Final = 10
"""Of fifty: a client with more disputes than that shows the last moved of them."""
Told = Literal["say"]
"""Words and evidence, which move nothing."""


class ClientDisputes(Reading["tuple[Dispute, ...]"]):
    """The client's disputes, the last moved first."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        super().__init__(self._listed, self._held_ones)
        self._reach = reach
        self._client_id = client_id

    @property
    def items(self) -> tuple[Dispute, ...]:
        return self.value or ()

    async def signal(self, said: OpenDispute, files: Sequence[NewFile] = ()) -> Dispute | Kept:
        """May raise a `Failure`."""
        say = self._reach.say
        made = await say("open-dispute", self._client_id, said, Dispute, files=files)
        if isinstance(made, Dispute):
            await self.anew()
        return made

    def _held_ones(self) -> Known[tuple[Dispute, ...]] | None:
        local = self._reach.local
        return local.of_client(self._client_id, lambda copy: telling.disputes(copy, local.today()))

    async def _listed(self, _: Known[tuple[Dispute, ...]] | None) -> Known[tuple[Dispute, ...]]:
        rows: list[Dispute] = []
        cursor: str | None = None
        for _page in range(PAGES_MOST):
            page = await api.of_client(self._reach.wire, self._client_id, cursor)
            rows += page.items
            cursor = page.next_cursor
            if cursor is None:
                break
        return Known.now(tuple(rows))


def standing(disputes: tuple[Dispute, ...]) -> list[Dispute]:
    """Those that are not closed."""
    return [one for one in disputes if one.state != "closed"]


def owners_of(reach: Reach, client_id: UUID) -> Reading[DisputeOwners]:
    """Who may be given the client's disputes."""

    async def read(_: Known[DisputeOwners] | None) -> Known[DisputeOwners]:
        return Known.now(await api.owners(reach.wire, client_id))

    return Reading(read)


def reasons_of(reach: Reach) -> Reading[DisputeReasonList]:
    """Who answers for each reason, and by when."""
    last = Remembered(reach.local, "dispute-reasons", DisputeReasonList)

    async def read(_: Known[DisputeReasonList] | None) -> Known[DisputeReasonList]:
        return await last.now(await api.reasons(reach.wire))

    return Reading(read, last.held)


class ToAnswer(Pages["Dispute"]):
    """The disputes that wait for me, those due first."""

    def __init__(self, reach: Reach) -> None:
        async def read(cursor: str | None) -> Page[Dispute]:
            page = await api.wanted(reach.wire, "mine", cursor)
            return Page(page.items, page.next_cursor)

        super().__init__(read, lambda: reach.local.held(self._held_ones))
        self._reach = reach

    def _held_ones(self, portfolio: Portfolio) -> tuple[Dispute, ...] | None:
        """Where the device holds everything in sight."""
        local, person = self._reach.local, self._reach.local.person
        if person is None or not portfolio.is_complete:
            return None
        copies = [local.copy(client_id) for client_id in portfolio.disputing()]
        every = [one for copy in copies if copy for one in telling.disputes(copy, local.today())]
        mine = [one for one in every if telling.waits_for(one, person)]
        return tuple(sorted(mine, key=lambda one: (one.due_on, one.id)))


class OneDispute(Reading["DisputeFile"]):
    """With its conversation and what is being typed for it. Every verb may raise a `Failure`."""

    def __init__(self, reach: Reach, dispute_id: UUID, on_moved: Callable[[Dispute], None]) -> None:
        super().__init__(self._read_it, self._held_one)
        self._reach = reach
        self._on_moved = on_moved
        self._typed: dict[Move | Told, MoveEntry] = {}
        self.dispute_id = dispute_id

    def typed(self, move: Move | Told) -> MoveEntry:
        """What is being typed for that move. An answer and mere words bring files."""
        if move not in self._typed:
            brings = move in ("answer", "say") and self.value is not None
            client_id = self.value.dispute.client_id if self.value else None
            files = Attachments(self._reach, client_id) if brings and client_id else None
            self._typed[move] = MoveEntry(files)
        return self._typed[move]

    @property
    def is_typed(self) -> bool:
        return any(one.is_typed for one in self._typed.values())

    async def add_entry(self, said: AddDisputeEntry) -> Dispute | Kept:
        typed = (self._typed[name].attachments for name in ("say", "answer") if name in self._typed)
        files = [file for one in typed if one for file in one.held(said.file_ids)]
        return await self._move("add-dispute-entry", said, files)

    async def assign(self, said: AssignDispute) -> Dispute | Kept:
        return await self._move("assign-dispute", said)

    async def resolve(self, said: ResolveDispute) -> Dispute | Kept:
        return await self._move("resolve-dispute", said)

    async def close(self, said: CloseDispute) -> Dispute | Kept:
        return await self._move("close-dispute", said)

    async def reopen(self, said: ReopenDispute) -> Dispute | Kept:
        return await self._move("reopen-dispute", said)

    async def _move(
        self, kind: Kind, said: Message, files: Sequence[NewFile] = ()
    ) -> Dispute | Kept:
        if self.value is None:
            raise AssertionError("what was never read is not moved")
        client_id = self.value.dispute.client_id
        moved = await self._reach.say(kind, client_id, said, Dispute, self.dispute_id, files)
        if isinstance(moved, Dispute):
            self._on_moved(moved)
            await self.anew()
        return moved

    def _held_one(self) -> Known[DisputeFile] | None:
        """Without its conversation."""
        local, person = self._reach.local, self._reach.local.person
        client_id = local.held(lambda held: held.client_of_dispute(self.dispute_id))
        if person is None or client_id is None:
            return None
        return local.of_client(
            client_id,
            lambda copy: telling.dispute_file(copy, self.dispute_id, person, local.today()),
        )

    async def _read_it(self, _: Known[DisputeFile] | None) -> Known[DisputeFile]:
        return Known.now(await api.read(self._reach.wire, self.dispute_id))
