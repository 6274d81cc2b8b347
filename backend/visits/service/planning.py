"""The list of visits a person keeps for a day: added to, put in order, moved, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.refusals import NOT_FOUND
from backend.clients.service import family_of, standing_client
from backend.database.transaction import transaction
from backend.visits import queries
from shared.refusal import Refusal, Refused
from shared.rules.visit import VISITS_A_DAY_MOST, may_plan, put_at

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.saying import Said
    from backend.identity.viewer import Viewer
    from shared.contract.visits import MoveVisit, PlanVisit, RemoveVisit

ALREADY_PLANNED = Refusal("visit-planned-already", 409, "This client is on the day's list already.")
DAY_FULL = Refusal(
    "visit-day-full", 409, "A day holds {most} visits at most.", {"most": VISITS_A_DAY_MOST}
)
REPORTED = Refusal("visit-reported-already", 409, "This visit was made and reported.")


async def plan_visit(viewer: Viewer, client_id: UUID, data: PlanVisit, when: Said) -> Record:
    """Adds a client to the viewer's own list of a day.

    Raises:
        Refused: 404; 409 `visit-planned-already`, `visit-day-full`, `id-taken`; 422
            `visit-in-the-past`, `visit-too-far`.
    """
    async with transaction():
        client = await standing_client(viewer, client_id)
        await queries.hold_list(viewer.account_id)

        async def add(visit_id: UUID) -> bool:
            await require_room(viewer, client["id"], data.planned_on, when.on)
            if not await queries.add(
                visit_id, viewer.account_id, client["id"], data.planned_on, when.at
            ):
                return False
            await put(viewer, visit_id, data.planned_on, data.place)
            after = {"planned_on": data.planned_on}
            await tell("visit-planned", visit_id, client["id"], viewer, when, after=after)
            return True

        body = {"client": client_id, **data.model_dump(exclude={"id"})}
        visit_id, _ = await once(
            Command("plan-visit", data.id, body), add, by=viewer.by, at=when.now
        )
        return await visit_of(viewer, visit_id)


async def require_room(viewer: Viewer, client_id: UUID, day: date, said_on: date) -> None:
    refusal = may_plan(day, said_on)
    if refusal is not None:
        raise Refused(refusal)
    family = await family_of(viewer, client_id)
    if await queries.waiting(viewer.account_id, family, day):
        raise Refused(ALREADY_PLANNED)
    if len(await queries.order_of(viewer.account_id, day)) >= VISITS_A_DAY_MOST:
        raise Refused(DAY_FULL)


async def put(viewer: Viewer, visit_id: UUID, day: date, place: int | None) -> None:
    order = await queries.order_of(viewer.account_id, day)
    await queries.arrange(put_at(order, visit_id, place))


async def move_visit(viewer: Viewer, visit_id: UUID, data: MoveVisit, when: Said) -> Record:
    """To another place or day; one that stays on its day may stand there though it is past.

    Raises:
        Refused: 404; 409 `visit-reported-already` for another day, and as for planning.
    """
    async with transaction():
        await queries.hold_list(viewer.account_id)
        row = await visit_of(viewer, visit_id)

        async def move(_command_id: UUID) -> bool:
            day = data.planned_on or row["planned_on"]
            if day != row["planned_on"]:
                await leave_for(viewer, row, day, when)
            await put(viewer, visit_id, day, data.place)
            return True

        body = {"visit": visit_id, **data.model_dump(exclude={"id"})}
        await once(Command("move-visit", data.id, body), move, by=viewer.by, at=when.now)
        return await visit_of(viewer, visit_id)


async def leave_for(viewer: Viewer, row: Record, day: date, when: Said) -> None:
    """The order of a day is a note to oneself; another day is told."""
    if row["report"] is not None:
        raise Refused(REPORTED)
    await require_room(viewer, row["client"], day, when.on)
    await queries.move_to(row["id"], day)
    sides: dict[str, Any] = {
        "before": {"planned_on": row["planned_on"]},
        "after": {"planned_on": day},
    }
    await tell("visit-moved", row["id"], row["client"], viewer, when, **sides)


async def remove_visit(viewer: Viewer, visit_id: UUID, data: RemoveVisit, when: Said) -> None:
    """Off the list; sent again it is off already.

    Raises:
        Refused: 404; 409 `visit-reported-already`, `id-taken`.
    """
    async with transaction():
        await queries.hold_list(viewer.account_id)

        async def remove(_command_id: UUID) -> bool:
            row = await visit_of(viewer, visit_id)
            if row["report"] is not None:
                raise Refused(REPORTED)
            await queries.remove(visit_id, when.at)
            before = {"planned_on": row["planned_on"]}
            await tell("visit-removed", visit_id, row["client"], viewer, when, before=before)
            return True

        body = {"visit": visit_id, **data.model_dump(exclude={"id"})}
        await once(Command("remove-visit", data.id, body), remove, by=viewer.by, at=when.now)


async def visits_of_day(viewer: Viewer, day: date) -> list[Record]:
    """The viewer's own list, in their order."""
    return await queries.of_day(viewer, day)


async def visit_of(viewer: Viewer, visit_id: UUID) -> Record:
    """Refused (404) where it is not on the viewer's list, or its client out of sight."""
    row = await queries.visit(viewer, visit_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


async def tell(
    kind: str, visit_id: UUID, client_id: UUID, viewer: Viewer, when: Said, **sides: Any
) -> None:
    fact = Fact(kind=kind, subject=visit_id, client=client_id, said_at=when.at, **sides)
    await record(fact, by=viewer.by, at=when.now)
