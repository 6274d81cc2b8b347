"""What a client's copy tells of it, in the server's own words, on the day it is asked. Pure.

What the copy does not hold is left out: rates of kept promises, what was said in a dispute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.disputes import DisputeFile
from shared.contract.promises import PlanList, PromiseList
from shared.rules.dispute import MOVES, UNSETTLED, may_move
from shared.rules.dispute_people import departments_of, mover_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from shared.contract.changes import ClientCopy, CompanyState
    from shared.contract.disputes import Dispute
    from shared.contract.identity import User


def promises(copy: ClientCopy, today: date, company: CompanyState | None) -> PromiseList:
    through = company and company.cash_through
    items = [
        one.model_copy(
            update={
                "is_unknown": one.is_unknown and one.deadline_on < today,
                "cash_through": through,
            }
        )
        for one in copy.promises
    ]
    return PromiseList(items=items, rates=[], rates_by_contact=[])


def plans(copy: ClientCopy) -> PlanList:
    return PlanList(items=copy.plans)


def disputes(copy: ClientCopy, today: date) -> tuple[Dispute, ...]:
    """The last moved first."""
    return tuple(
        one.model_copy(update={"is_overdue": one.state in UNSETTLED and one.due_on < today})
        for one in copy.disputes
    )


def dispute_file(copy: ClientCopy, dispute_id: UUID, user: User, today: date) -> DisputeFile | None:
    """Without its conversation, which is not held."""
    for one in disputes(copy, today):
        if one.id == dispute_id:
            mover = mover_of(
                user.id,
                user.role,
                owner=one.owner.id if one.owner else None,
                department=one.department,
                opened_by=one.opened_by.id if one.opened_by else None,
            )
            may = [move for move in MOVES if may_move(move, one.state, mover) is None]
            return DisputeFile(dispute=one, entries=[], may=may)
    return None


def waits_for(one: Dispute, user: User) -> bool:
    """Whether it is theirs to answer, as on the server's list of what waits for somebody."""
    if one.state not in UNSETTLED:
        return False
    if one.owner is None:
        is_theirs = one.department in departments_of(user.role)
    else:
        is_theirs = one.owner.id == user.id
    is_asked = one.state == "waiting_client" and one.opened_by is not None
    return is_theirs or (is_asked and one.opened_by is not None and one.opened_by.id == user.id)
