"""What is contested, by whom, and who should answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import Fact, record
from backend.clients.refusals import NOT_FOUND
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.disputes.queries import causes as causes_queries
from backend.disputes.queries import people, policies, reading
from backend.disputes.queries.reading import Wanted
from backend.files.service import files_by_id
from shared.refusal import Refusal, Refused
from shared.rules.dispute import MOVES, POLICIES, may_move, policy_of
from shared.rules.dispute_people import departments_of, mover_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Role, Viewer
    from shared.contract.disputes import SetDisputePolicy
    from shared.rules.dispute import Department, Move, Policy, Reason, State

PERIOD_DAYS_MOST = 1_100
BACKWARDS = Refusal("period-backwards", 422, "The period ends before it begins.")
TOO_LONG = Refusal(
    "period-too-long", 422, "A period has up to {days} days.", {"days": PERIOD_DAYS_MOST}
)


async def dispute_of(viewer: Viewer, dispute_id: UUID) -> Record:
    """Refused (404) where the viewer sees no such dispute."""
    row = await reading.one(viewer, dispute_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


async def conversation(dispute_id: UUID) -> tuple[Sequence[Record], dict[UUID, Record]]:
    """The entries of a dispute found in sight, oldest first, and the files they brought."""
    entries = await reading.entries(dispute_id)
    named = [file_id for entry in entries for file_id in entry["files"]]
    return entries, await files_by_id(named)


def departments_answered(role: Role) -> tuple[Department, ...]:
    """Whose disputes without an owner are waiting for people of this role."""
    return departments_of(role)


def moves_of(viewer: Viewer, row: Record) -> list[Move]:
    mover = mover_of(
        viewer.account_id,
        viewer.role,
        owner=row["owner"],
        department=row["department"],
        opened_by=row["opened_by"],
    )
    return [move for move in MOVES if may_move(move, row["state"], mover) is None]


async def disputes_of_client(
    viewer: Viewer, client_id: UUID, before: tuple[datetime, UUID] | None, limit: int
) -> list[Record]:
    """The last moved first. Refused (404) where the viewer sees no such client."""
    client = await standing_client(viewer, client_id)
    return await reading.of_client(viewer, client["id"], before, limit)


async def recent_disputes(client_ids: Sequence[UUID], most: int) -> list[Record]:
    """Of each of these clients, found in sight, those not closed and the last; last moved first.

    Name with a client all that became it: a dispute is of the one its invoice was booked on.
    """
    return await reading.recent(client_ids, most)


async def owners_of_client(viewer: Viewer, client_id: UUID) -> list[Record]:
    """Who may be given its disputes. Refused (404) where the viewer sees no such client."""
    client = await standing_client(viewer, client_id)
    return await people.owners(client["id"])


async def disputes_of_document(viewer: Viewer, document_id: UUID) -> list[Record]:
    """The oldest first. Refused (404) where the viewer sees no such document."""
    rows = await reading.of_document(viewer, document_id)
    if not rows and not await reading.sees_document(viewer, document_id):
        raise Refused(NOT_FOUND)
    return rows


async def disputes_to_answer(
    viewer: Viewer,
    *,
    is_mine: bool,
    states: tuple[State, ...],
    after: tuple[date, UUID] | None,
    limit: int,
) -> list[Record]:
    """Those due first, first."""
    wanted = Wanted(is_mine, states, departments_of(viewer.role), after, limit)
    return await reading.wanted(viewer, wanted)


async def causes(
    viewer: Viewer, from_on: date, to_on: date, *, today: date, branch_id: UUID | None
) -> list[Record]:
    """Refused: 422 `period-backwards`, `period-too-long`."""
    if to_on < from_on:
        raise Refused(BACKWARDS)
    if (to_on - from_on).days >= PERIOD_DAYS_MOST:
        raise Refused(TOO_LONG)
    return await causes_queries.causes(viewer, from_on, to_on, today, branch_id)


async def policies_on(day: date) -> dict[Reason, Policy]:
    """Who answers for each reason, for what is said that day."""
    own = await policies.overrides()
    return {reason: policy_of(reason, day, own) for reason in POLICIES}


async def set_policy(
    viewer: Viewer, reason: Reason, asked: SetDisputePolicy, *, now: datetime
) -> None:
    """From a day on; disputes said before keep the day they were given."""
    async with transaction():
        await policies.set_policy(reason, asked.from_on, asked.department, asked.sla_days)
        fact = Fact(kind="dispute-policy-set", after={"reason": reason, **asked.model_dump()})
        await record(fact, by=viewer.by, at=now)


async def disputes_from(comment_ids: Sequence[UUID]) -> list[tuple[UUID, UUID, UUID]]:
    """Of these comments, each with the dispute that comes from it and the client whose that is."""
    rows = await reading.from_comments(comment_ids)
    return [(row["origin_comment"], row["id"], row["client"]) for row in rows]


async def told_in_threads(dispute_ids: Sequence[UUID]) -> list[Record]:
    """Of disputes whose client was found in sight: their invoice's number, currency and reason."""
    return await reading.told_in_threads(dispute_ids)
