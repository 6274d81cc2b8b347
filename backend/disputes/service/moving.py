"""Moving a dispute on: words, an answer, another owner, a decision, its end, its return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.service import Fact, changed, record
from backend.clients.refusals import NOT_FOUND
from backend.database.transaction import transaction
from backend.disputes.queries import reading, writing
from backend.disputes.rules import mover_of
from backend.disputes.service.opening import append, claimable, require_owner, words_of
from backend.disputes.service.when import Said, said
from backend.files.service import require_files_of
from backend.receivables.service import hold_document
from shared.money import Money
from shared.refusal import Refusal, Refused, unless_refused
from shared.rules.dispute import blocked_by, may_move, outcome_of

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

SAYS_NOTHING = Refusal("entry-empty", 422, "An entry has words or a file.")
NO_OWNER = Refusal("owner-needed", 422, "A person or a department is needed.")
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


async def add_entry(
    viewer: Viewer,
    dispute_id: UUID,
    asked: AddDisputeEntry,
    *,
    clock: Clock,
    settings: Settings,
) -> None:
    """Words and evidence from anybody in scope; an answer from whoever answers for the dispute.

    Whoever says whose turn it is takes a dispute that nobody had taken.

    Raises:
        Refused: 404; 403 `dispute-not-yours`; 409 `dispute-not-so`; 422 `entry-empty`,
            `no-such-file`.
    """
    if asked.text is None and not asked.file_ids and asked.waiting_on is None:
        raise Refused(SAYS_NOTHING)

    async def apply(step: Step) -> bool:
        await require_files_of(step.row["client_now"], asked.file_ids)
        if asked.waiting_on is not None:
            require_move("answer", step)
            fields = {
                "state": f"waiting_{asked.waiting_on}",
                "owner": step.row["owner"] or viewer.account_id,
            }
            return await put(step, "answer", fields, text=asked.text, file_ids=asked.file_ids)
        words = {"state": step.row["state"], "text": asked.text}
        if not await append(viewer, dispute_id, step.entry_id, step.when, words, asked.file_ids):
            return False
        fact = Fact(
            kind="dispute-commented",
            subject=dispute_id,
            client=step.row["client_now"],
            after={"files": len(asked.file_ids)},
            said_at=step.when.at,
        )
        await record(fact, by=viewer.by, at=step.when.now)
        return True

    await moved(
        viewer, dispute_id, asked, "add-dispute-entry", apply, clock=clock, settings=settings
    )


async def assign(
    viewer: Viewer, dispute_id: UUID, asked: AssignDispute, *, clock: Clock, settings: Settings
) -> None:
    """Refused: 404; 403 `dispute-not-yours`; 409 `dispute-not-so`; 422 `owner-…`."""
    if asked.owner_id is None and asked.department is None:
        raise Refused(NO_OWNER)

    async def apply(step: Step) -> bool:
        require_move("assign", step)
        if asked.owner_id is not None:
            await require_owner(asked.owner_id, step.row["client_now"])
        fields = {
            "owner": asked.owner_id,
            "department": asked.department or step.row["department"],
            "state": "opened" if asked.owner_id is None else "assigned",
        }
        return await put(step, "assign", fields, text=asked.note)

    await moved(viewer, dispute_id, asked, "assign-dispute", apply, clock=clock, settings=settings)


async def resolve(
    viewer: Viewer, dispute_id: UUID, asked: ResolveDispute, *, clock: Clock, settings: Settings
) -> None:
    """Refused: 404; 403 `dispute-not-yours`; 409 `dispute-not-so`; 422 for what makes no sense."""

    async def apply(step: Step) -> bool:
        require_move("resolve", step)
        row = step.row
        granted = Money(asked.granted, step.document["currency"]).amount
        state = unless_refused(outcome_of(row["claimed"], granted, asked.resolution))
        fields = {"state": state, "resolution": asked.resolution, "granted": granted}
        return await put(step, "resolve", fields, text=asked.why, why=asked.why)

    await moved(viewer, dispute_id, asked, "resolve-dispute", apply, clock=clock, settings=settings)


async def close(
    viewer: Viewer, dispute_id: UUID, asked: CloseDispute, *, clock: Clock, settings: Settings
) -> None:
    """Refused: 404; 403 `dispute-not-yours`; 409 `dispute-not-so` before a decision."""

    async def apply(step: Step) -> bool:
        require_move("close", step)
        fields = {"state": "closed", "closed_on": step.when.on, "closed_because": "resolved"}
        return await put(step, "close", fields, text=asked.why, why=asked.why)

    await moved(viewer, dispute_id, asked, "close-dispute", apply, clock=clock, settings=settings)


async def reopen(
    viewer: Viewer, dispute_id: UUID, asked: ReopenDispute, *, clock: Clock, settings: Settings
) -> None:
    """Contests again, which is disputing: it holds at most what is left of the invoice now.

    Refused: 404; 403 `dispute-not-yours`; 409 `dispute-not-so`, `nothing-left-to-dispute`,
        `disputed-too-much`.
    """

    async def apply(step: Step) -> bool:
        require_move("reopen", step)
        row = step.row
        claimed = await claimable(step.document, asked.amount, but=row["id"])
        if asked.amount is None:
            claimed = min(row["claimed"], claimed)
        fields = {
            "state": "opened" if row["owner"] is None else "assigned",
            "claimed": claimed,
            "resolution": None,
            "granted": None,
            "closed_on": None,
            "closed_because": None,
        }
        return await put(step, "reopen", fields, text=asked.why, why=asked.why)

    await moved(viewer, dispute_id, asked, "reopen-dispute", apply, clock=clock, settings=settings)
