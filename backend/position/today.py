"""Aujourd'hui: what one person should do now, the most valuable first."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

from backend.disputes.service import reading as disputes
from backend.disputes.telling import dispute_told
from backend.position.queries import today as queries
from backend.promises.service.coming import still_to_come
from backend.promises.service.shares import promised_shares
from backend.threads.service import reading as threads
from backend.visits.service.planning import visits_of_day
from backend.visits.telling import visit_told
from shared.calendar import add_business_days
from shared.contract.clients import Person
from shared.contract.today import (
    BranchFigures,
    DuePromise,
    Mentioned,
    Stop,
    Suggestion,
    ToCall,
    Today,
    WorkItem,
)
from shared.money import round_amount
from shared.rules.dispute import UNSETTLED
from shared.rules.in_turn import in_turn
from shared.rules.worklist import Claim, worth_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from shared.contract.disputes import Dispute
    from shared.rules.promise import PromisePolicy

GRACE: Final = timedelta(days=14)
"""How long ago an open promise may have been due and still be looked for."""
BROKEN_FOR: Final = timedelta(days=90)
PROMISES_MOST: Final = 20
DISPUTES_MOST: Final = 10
MENTIONS_MOST: Final = 10
WORKLIST_MOST: Final = 20
BEGINNING: Final = 140
LEADERS: Final = frozenset({"branch_manager", "credit_manager", "finance_director", "admin"})


async def today_of(viewer: Viewer, today: date, policy: PromisePolicy) -> Today:
    """The parts that are this person's by their role; the others are empty.

    A collector of no client collects from all that are in sight.
    """
    role = viewer.role
    is_field = role in {"sales", "collector"}
    whole = role == "collector" and not await queries.has_clients(viewer)
    stops = await stops_of(viewer, today)
    return Today(
        today=today,
        role=role,
        data_as_of=await queries.data_as_of(viewer),
        keeps_visits=role == "sales" or bool(stops),
        visits=stops,
        suggestions=await suggestions_of(viewer, today) if role == "sales" else [],
        promises_due=await due(viewer, today, whole=whole) if is_field else [],
        promises_broken=await broken(viewer, today, whole=whole) if is_field else [],
        disputes=await disputes_of(viewer, today),
        mentions=await mentions_of(viewer),
        worklist=(
            await worklist_of(viewer, today, policy, whole=whole) if role == "collector" else []
        ),
        branches=await branches_of(viewer, today) if role in LEADERS else [],
    )


async def stops_of(viewer: Viewer, today: date) -> list[Stop]:
    rows = await visits_of_day(viewer, today)
    if not rows:
        return []
    found = await queries.figures(viewer, [row["client"] for row in rows], today)
    figures = {row["id"]: row for row in found}
    return [stop_told(row, figures[row["client"]]) for row in rows if row["client"] in figures]


def stop_told(visit: Record, owed: Record) -> Stop:
    currency = owed["currency"]
    return Stop(
        visit=visit_told(visit),
        currency=currency,
        outstanding=round_amount(owed["outstanding"], currency),
        overdue=round_amount(owed["overdue"], currency),
        oldest_days_overdue=owed["oldest_days_overdue"],
    )


async def suggestions_of(viewer: Viewer, today: date) -> list[Suggestion]:
    return [
        Suggestion(
            client=Person(id=row["id"], name=row["name"]),
            town=row["town"],
            why=row["why"],
            is_near=row["is_near"],
            currency=row["currency"],
            amount=round_amount(row["amount"], row["currency"]),
            days=row["days"],
        )
        for row in await queries.suggestions(viewer, today)
    ]


async def due(viewer: Viewer, today: date, *, whole: bool) -> list[DuePromise]:
    """By the next business day, and what is in its days of grace; the earliest first."""
    through = add_business_days(today, 1)
    rows = await queries.promises_due(viewer, today - GRACE, through, whole=whole)
    found = await promises_told(rows)
    return sorted(largest_first(found), key=lambda one: one.promised_on)[:PROMISES_MOST]


async def broken(viewer: Viewer, today: date, *, whole: bool) -> list[DuePromise]:
    """The largest first."""
    rows = await queries.promises_broken(viewer, today - BROKEN_FOR, today, whole=whole)
    return largest_first(await promises_told(rows))[:PROMISES_MOST]


def largest_first(promises: Iterable[DuePromise]) -> list[DuePromise]:
    return in_turn(
        promises,
        currency=lambda one: one.currency,
        amount=lambda one: one.amount,
        then=lambda one: (one.promised_on, one.id),
    )


async def promises_told(rows: Sequence[Record]) -> list[DuePromise]:
    """Those of which something is still to come."""
    to_come = await still_to_come(list({row["client"] for row in rows}))
    return [promise_told(row, to_come[row["id"]]) for row in rows if row["id"] in to_come]


def promise_told(row: Record, to_come: Decimal) -> DuePromise:
    return DuePromise(
        id=row["id"],
        client=Person(id=row["client"], name=row["client_name"]),
        currency=row["currency"],
        amount=round_amount(to_come, row["currency"]),
        promised_on=row["promised_on"],
        is_instalment=row["is_instalment"],
        call=call_told(row),
    )


def call_told(row: Record) -> ToCall | None:
    return ToCall(name=row["call_name"], phone=row["phone"]) if row["phone"] else None


async def disputes_of(viewer: Viewer, today: date) -> list[Dispute]:
    """Undecided, they wait for the viewer; of those who lead, the oldest in sight."""
    rows = await disputes.disputes_to_answer(
        viewer,
        is_mine=viewer.role not in LEADERS,
        states=UNSETTLED,
        after=None,
        limit=DISPUTES_MOST,
    )
    return [dispute_told(row, today) for row in rows]


async def mentions_of(viewer: Viewer) -> list[Mentioned]:
    rows = await threads.mentions(viewer, None, unread_only=True, limit=MENTIONS_MOST)
    return [
        Mentioned(
            comment_id=row["id"],
            client=Person(id=row["client"], name=row["client_name"]),
            author=Person(id=row["author"], name=row["author_name"]),
            at=row["recorded_at"],
            beginning=row["text"][:BEGINNING],
        )
        for row in rows[:MENTIONS_MOST]
    ]


async def worklist_of(
    viewer: Viewer, today: date, policy: PromisePolicy, *, whole: bool
) -> list[WorkItem]:
    """By what a call may bring (shared.rules.worklist), currencies in turn.

    Who has nothing to be asked is left out.
    """
    rows = await queries.worklist(viewer, today, whole=whole)
    promised = await promised_shares(list({row["id"] for row in rows}), today, policy)
    asked = [item for item in (work_told(row, promised) for row in rows) if item.amount > 0]
    ordered = in_turn(
        asked,
        currency=lambda one: one.currency,
        amount=lambda one: one.expected,
        then=lambda one: (one.client.name, one.client.id),
    )
    return ordered[:WORKLIST_MOST]


def work_told(row: Record, promised: Mapping[UUID, Decimal]) -> WorkItem:
    currency = row["currency"]
    worth = worth_of(claim_of(claim, promised) for claim in row["claims"])
    return WorkItem(
        client=Person(id=row["id"], name=row["name"]),
        currency=currency,
        amount=round_amount(worth.amount, currency),
        expected=round_amount(worth.expected, currency),
        chance=float(worth.chance),
        oldest_days=worth.oldest_days,
        set_aside=round_amount(row["overdue"] - worth.amount, currency),
        call=call_told(row),
    )


def claim_of(told: tuple[str, str, int], promised: Mapping[UUID, Decimal]) -> Claim:
    """`told`: the invoice, what it owes undisputed, and its days past due."""
    invoice, undisputed, days = told
    left = Decimal(undisputed) - promised.get(UUID(invoice), Decimal(0))
    return Claim(max(Decimal(0), left), days)


async def branches_of(viewer: Viewer, today: date) -> list[BranchFigures]:
    return [
        BranchFigures(
            branch_id=row["branch_id"],
            branch=row["branch"],
            currency=row["currency"],
            outstanding=round_amount(row["outstanding"], row["currency"]),
            overdue=round_amount(row["overdue"], row["currency"]),
            clients_overdue=row["clients_overdue"],
        )
        for row in await queries.branches(viewer, today)
    ]
