"""The daily closing of payment plans: missed instalments, plans that are over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from backend.activity.service import NOBODY, Fact, record
from backend.promises.queries import plans as queries
from backend.promises.queries.promises import standing_promises
from backend.promises.service.accounts import accounts_of
from backend.promises.service.plans import withdraw_instalments
from shared.rules.payment_plan import plan_state

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from shared.rules.promise import PromisePolicy


async def close_plans(
    client_ids: Sequence[UUID], day: date, *, now: datetime, policy: PromisePolicy
) -> Counter[str]:
    """Moves the plans on by what their instalments were found to be; answers how many where to."""
    moved: Counter[str] = Counter()
    plans = await queries.running(client_ids)
    if not plans:
        return moved
    promises = await standing_promises(client_ids)
    counted = {asked.row["id"]: asked.counted_ever for asked in await accounts_of(promises)}
    for plan in plans:
        paid = sum(counted.get(promise_id, 0) for promise_id in plan["promises"])
        is_settled = plan["amount"] - paid <= policy.tolerance(plan["amount"])
        after = plan_state(plan["state"], plan["states"], is_settled=is_settled, policy=policy)
        if after == plan["state"] or day < plan["accepted_at"].date():
            continue
        if plan["state"] == "completed" and plan["is_replaced"]:
            continue  # its money was taken back, and something else agreed on what is owed again
        await queries.change(plan["id"], {"state": after})
        if after == "broken":  # all of it is asked for again
            await withdraw_instalments(plan["id"], None, now, None)
        moved[after] += 1
        fact = Fact(
            kind=f"plan-{after}",
            subject=plan["id"],
            client=plan["client"],
            before={"state": plan["state"]},
            after={"state": after, "closed_on": day, "instalments": plan["states"]},
        )
        await record(fact, by=NOBODY, at=now)
    return moved
