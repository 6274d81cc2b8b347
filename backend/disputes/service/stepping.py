"""One move of a dispute: under its lock, by who may, applied once, with its entry and its fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.saying import Said, said
from backend.activity.service import Fact, changed, record
from backend.clients.refusals import NOT_FOUND
from backend.database.transaction import transaction
from backend.disputes.queries import reading, writing
from backend.disputes.service.opening import append, words_of
from backend.receivables.service import hold_document
from shared.refusal import Refused
from shared.rules.dispute import blocked_by, may_move
from shared.rules.dispute_people import mover_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from asyncpg import Record

    from backend.clock import Clock
    from backend.identity.viewer import Viewer
    from backend.settings import Settings
    from shared.contract.disputes import (
        AddDisputeEntry,
        AssignDispute,
        CloseDispute,
        ReopenDispute,
        ResolveDispute,
    )
    from shared.rules.dispute import Move

    Asked = AddDisputeEntry | AssignDispute | CloseDispute | ReopenDispute | ResolveDispute

FACTS = {
    "assign": "dispute-assigned",
    "answer": "dispute-answered",
    "resolve": "dispute-resolved",
    "close": "dispute-closed",
    "reopen": "dispute-reopened",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One move of one dispute, under its lock."""

    viewer: Viewer
    row: Record
    document: Record
    entry_id: UUID
    when: Said


async def moved(
    viewer: Viewer,
    dispute_id: UUID,
    asked: Asked,
    kind: str,
    apply: Callable[[Step], Awaitable[bool]],
    *,
    clock: Clock,
    settings: Settings,
) -> None:
    """Applies a move once. The invoice is held before the dispute, as whoever opens one does."""
    when = said(asked.said_at, clock, settings)

    async def move(entry_id: UUID) -> bool:
        locked = await held(viewer, dispute_id)
        return await apply(Step(viewer, locked, document, entry_id, when))

    async with transaction():
        row = await reading.one(viewer, dispute_id)
        if row is None:
            raise Refused(NOT_FOUND)
        document = await hold_document(viewer, row["document"])
        command = Command(kind, asked.id, {"dispute": dispute_id, **words_of(asked)})
        await once(command, move, by=viewer.by, at=when.now)


async def held(viewer: Viewer, dispute_id: UUID) -> Record:
    row = await writing.lock(viewer, dispute_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


def require_move(move: Move, step: Step) -> None:
    row, viewer = step.row, step.viewer
    mover = mover_of(
        viewer.account_id,
        viewer.role,
        owner=row["owner"],
        department=row["department"],
        opened_by=row["opened_by"],
    )
    refusal = may_move(move, row["state"], mover)
    if refusal is not None:
        raise Refused(refusal)


async def put(
    step: Step,
    move: Move,
    fields: dict[str, Any],
    *,
    text: str | None = None,
    file_ids: list[UUID] | None = None,
    why: str | None = None,
) -> bool:
    """Writes the new state, what it blocks, the entry and the fact. False where the id is used."""
    row, when = step.row, step.when
    after = dict(row) | fields
    after["blocked"] = blocked_by(after["state"], after["claimed"], after["granted"])
    entry = {
        "move": move,
        "state": after["state"],
        "amount": after["granted"] if move == "resolve" else after["claimed"],
        "owner": after["owner"],
        "text": text,
    }
    if not await append(step.viewer, row["id"], step.entry_id, when, entry, file_ids or []):
        return False
    told_before, told = changed(dict(row), after)
    await writing.change(row["id"], told | {"moved_at": when.now})
    if "blocked" in told:
        await writing.block(row["id"], after["blocked"], when.on)
    fact = Fact(
        kind=FACTS[move],
        subject=row["id"],
        client=row["client_now"],
        before=told_before,
        after=told,
        why=why,
        said_at=when.at,
    )
    await record(fact, by=step.viewer.by, at=when.now)
    return True
