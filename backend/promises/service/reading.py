"""A client's promises and plans as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.clients.refusals import NOT_FOUND
from backend.clients.service import standing_client
from backend.promises.queries import plans as plan_queries
from backend.promises.queries import promises as queries
from backend.promises.service.accounts import accounts_of
from backend.promises.service.closing import is_unknown
from backend.receivables.cash_sources import cash_through
from shared.refusal import Refused
from shared.rules.promise_closing import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from backend.promises.service.accounts import Asked
    from shared.rules.promise import PromisePolicy
    from shared.rules.promised_cash import Counted


@dataclass(frozen=True, slots=True)
class Told:
    """A promise, and how it stands now."""

    row: Record
    deadline_on: date
    is_unknown: bool
    is_suspended: bool
    cash_through: date | None
    counted: Decimal
    left: Decimal
    disputed: Decimal
    parts: Sequence[Counted]


async def promises(
    viewer: Viewer,
    client_id: UUID,
    *,
    promise_id: UUID | None = None,
    today: date,
    policy: PromisePolicy,
) -> list[Told]:
    """The client's promises, newest first. Refused (404) where the viewer sees no such client."""
    client = await standing_client(viewer, client_id)
    rows = await queries.told(client["id"], promise_id)
    standing = await accounts_of(await queries.standing_promises([client["id"]]))
    by_id = {asked.row["id"]: asked for asked in standing}
    through = (await cash_through()).get(client["company"])
    return [told(row, by_id.get(row["id"]), through, today, policy) for row in rows]


def told(
    row: Record, asked: Asked | None, through: date | None, today: date, policy: PromisePolicy
) -> Told:
    """Of a promise that ended nothing counts any more."""
    if asked is None:
        nothing = Decimal(0)
        return Told(row, row["deadline_on"], False, False, through, nothing, nothing, nothing, ())
    due, now = asked.due_on(policy), asked.standing(NEVER)
    return Told(
        row,
        due or row["deadline_on"],
        is_unknown(asked, through, today, policy),
        row["state"] == "open" and due is None,
        through,
        asked.counted_ever,
        now.left,
        now.disputed,
        asked.account.served[row["id"]],
    )


async def promise(
    viewer: Viewer, client_id: UUID, promise_id: UUID, *, today: date, policy: PromisePolicy
) -> Told:
    """Refused: 404."""
    found = await promises(viewer, client_id, promise_id=promise_id, today=today, policy=policy)
    if not found:
        raise Refused(NOT_FOUND)
    return found[0]


async def rates(viewer: Viewer, client_id: UUID) -> list[Record]:
    """How the client's word held: as a whole, then by who gave it. Refused: 404."""
    client = await standing_client(viewer, client_id)
    return await queries.rates(client["id"])


async def plans(viewer: Viewer, client_id: UUID) -> list[Record]:
    """The client's payment plans, newest first. Refused: 404."""
    client = await standing_client(viewer, client_id)
    return await plan_queries.told(client["id"])


async def plan(viewer: Viewer, client_id: UUID, plan_id: UUID) -> Record:
    """Refused: 404."""
    client = await standing_client(viewer, client_id)
    found = await plan_queries.told(client["id"], plan_id)
    if not found:
        raise Refused(NOT_FOUND)
    return found[0]


async def recent_promises(
    client_ids: Sequence[UUID], most: int, *, policy: PromisePolicy
) -> list[Told]:
    """Of each of these clients, found in sight, the open promises and the last, newest first.

    As they stand whatever the day: `is_unknown` tells that what has come in does not keep it,
    `cash_through` is left to whoever knows it. Name with a client all that became it.
    """
    rows = await queries.recent(client_ids, most)
    standing = await accounts_of(await queries.standing_promises(client_ids)) if rows else []
    by_id = {asked.row["id"]: asked for asked in standing}
    return [told(row, by_id.get(row["id"]), None, NEVER, policy) for row in rows]


async def recent_plans(client_ids: Sequence[UUID], most: int) -> list[Record]:
    """The last plans of each of these clients, found in sight; the newest first."""
    return await plan_queries.recent(client_ids, most)


async def promises_from(comment_ids: Sequence[UUID]) -> list[tuple[UUID, UUID, UUID]]:
    """Of these comments, each with the promise that comes from it and the client whose that is."""
    rows = await queries.from_comments(comment_ids)
    return [(row["origin_comment"], row["id"], row["client"]) for row in rows]
