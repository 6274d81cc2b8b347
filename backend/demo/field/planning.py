"""The payment plans of the demo company, as people propose, agree and end them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.demo.field import texts
from backend.demo.field.deeds import AcceptedPlan, CancelledPlan, Deed, ProposedPlan
from shared.calendar import add_business_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from backend.demo.field.office import Office
    from backend.demo.plans import DemoPlan


def of_plans(plans: list[DemoPlan], office: Office, today: date) -> list[Deed]:
    """What is still to come has not happened."""
    found = [deed for plan in plans for deed in of_plan(plan, office)]
    return [deed for deed in found if deed.at.date() < today]


def of_plan(plan: DemoPlan, office: Office) -> Iterator[Deed]:
    """The rep or the collector proposes; only the collector agrees and cancels."""
    client, collector = plan.client, plan.client.collector
    if collector is None:
        return
    proposal = ProposedPlan(
        at=office.hour(plan.proposed_on),
        by=client.rep if client.rep and office.draw.random() < 0.4 else collector,
        client=client,
        plan=plan,
        note=office.draw.choice(texts.PLAN_NOTES),
    )
    yield proposal
    ends = plan.scheme.ends
    if ends == "refused":
        at, why = office.hour(add_business_days(plan.proposed_on, 4)), texts.PLAN_REFUSED
        yield CancelledPlan(at=at, by=collector, client=client, proposal=proposal, why=why)
    if ends in {"accepted", "cancelled"}:
        proof = office.draw.choice(texts.PLAN_PROOFS)
        at = office.hour(plan.accepted_on)
        yield AcceptedPlan(at=at, by=collector, client=client, proposal=proposal, proof=proof)
    if ends == "cancelled":
        # Before the second instalment is missed: that would break it.
        at = office.hour(add_business_days(plan.instalments[0].due_on, 12))
        why = texts.PLAN_CANCELLED
        yield CancelledPlan(at=at, by=collector, client=client, proposal=proposal, why=why)
