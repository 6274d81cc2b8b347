"""A payment plan: instalments agreed on what is owed of some invoices.

proposed → accepted (with proof) → active → completed | broken | cancelled. The invoices' due dates
do not move, nor does the base of penalties; only missed instalments are dunned. With its acceptance
each instalment becomes a promise on the plan's invoices, the first the oldest: money serves them in
their order, and each is judged as a promise is (shared/rules/promise.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from shared.refusal import Refusal
from shared.rules.promise import DEFAULT_POLICY, PromisePolicy, State, may_be_dated
from shared.rules.promised_cash import ZERO

PlanState = Literal["proposed", "accepted", "active", "completed", "broken", "cancelled"]
INSTALMENTS_LEAST: Final = 2
INSTALMENTS_MOST: Final = 60
MET: Final = ("kept", "kept_late")
MISSED: Final = ("partly_kept", "broken")


@dataclass(frozen=True, slots=True)
class Instalment:
    due_on: date
    amount: Decimal


def may_propose(
    instalments: Sequence[Instalment],
    *,
    covered: Decimal,
    currency: str,
    said_on: date,
    policy: PromisePolicy = DEFAULT_POLICY,
) -> Refusal | None:
    """Why these instalments make no plan of the residual they are to cover; None where they do."""
    if not INSTALMENTS_LEAST <= len(instalments) <= INSTALMENTS_MOST:
        return Refusal(
            "plan-instalments",
            422,
            "A payment plan has {least} to {most} instalments.",
            {"least": INSTALMENTS_LEAST, "most": INSTALMENTS_MOST},
        )
    if any(one.amount <= 0 for one in instalments):
        return Refusal("promise-of-nothing", 422, "A promise is of an amount above zero.")
    if any(later.due_on <= earlier.due_on for earlier, later in pairwise(instalments)):
        return Refusal("plan-order", 422, "Each instalment is due after the one before it.")
    total = sum((one.amount for one in instalments), ZERO)
    if total != covered:
        return Refusal(
            "plan-not-whole",
            409,
            "The instalments add up to {total:money}, but {covered:money} is owed.",
            {"total": total, "covered": max(covered, ZERO), "currency": currency},
        )
    for one in (instalments[0], instalments[-1]):
        refusal = may_be_dated(one.due_on, said_on, policy)
        if refusal is not None:
            return refusal
    return None


def may_accept(state: PlanState) -> Refusal | None:
    return None if state == "proposed" else _not_so(state)


def may_cancel(state: PlanState) -> Refusal | None:
    return None if state in {"proposed", "accepted", "active"} else _not_so(state)


def _not_so(state: PlanState) -> Refusal:
    return Refusal(
        "plan-state", 409, "The payment plan is {state}: it stands as it is.", {"state": state}
    )


def plan_state(
    state: PlanState,
    instalments: Sequence[State],
    *,
    is_settled: bool,
    policy: PromisePolicy = DEFAULT_POLICY,
) -> PlanState:
    """Where a closing leaves the plan, by the states of its instalments.

    `is_settled`: all of it is paid, be it early. A broken plan stays broken: what comes after is
    another plan. A completed one goes on where its money is taken back.
    """
    if state in {"proposed", "broken", "cancelled"}:
        return state
    if is_settled or all(one in MET for one in instalments):
        return "completed"
    missed = sum(one in MISSED for one in instalments)
    return "broken" if missed > policy.instalments_missed_most else "active"
