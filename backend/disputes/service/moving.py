"""Moving a dispute on: words, an answer, another owner, a decision, its end, its return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import Fact, record
from backend.disputes.service.opening import append, claimable, require_owner
from backend.disputes.service.stepping import Step, moved, put, require_move
from backend.files.service import require_files_of
from shared.money import Money
from shared.refusal import Refusal, Refused, unless_refused
from shared.rules.dispute import outcome_of

if TYPE_CHECKING:
    from uuid import UUID

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

SAYS_NOTHING = Refusal("entry-empty", 422, "An entry has words or a file.")
NO_OWNER = Refusal("owner-needed", 422, "A person or a department is needed.")


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
