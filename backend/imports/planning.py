"""What a file would do to the ledger: the plan of an import, made by sets and not yet written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backend.imports import rules
from backend.imports.accounting_export import NUMBERS_TOLD_MOST, plan_export
from backend.imports.payment_terms import terms_known
from backend.imports.placing import Asked, Plan, place_lines
from backend.imports.queries import (
    changing,
    client_lines,
    fec,
    history,
    items,
    parties,
    paying,
    recording,
    settling,
    staging,
)
from backend.imports.reading.findings import REFUSALS_KEPT, Finding, RefusedLine
from backend.imports.reading.rows import Kind

if TYPE_CHECKING:
    from backend.imports.reading.diagnosis import Diagnosis, Outcome


async def make_plan(asked: Asked, diagnosis: Diagnosis, outcome: Outcome) -> Plan:
    """The plan for the staged rows. The caller holds the ledger's lock if it means to apply it."""
    plan = dated_plan(asked)
    if not plan.is_stopped:
        await place_lines(asked, diagnosis, plan)
    if plan.is_stopped:
        return plan
    await parties.keep_terms(terms_known(await parties.stated_terms(asked.kind)))
    await staging.refuse_long_keys(asked.kind)
    await collect_refused(plan)
    if plan.refused_count:
        await staging.leave_out(asked.kind)
    await parties.find_payers(asked.kind)
    await plan_kind(asked, diagnosis, outcome, plan)
    if not plan.is_stopped:
        await warn_of_zeros(plan)
    return plan


async def plan_kind(asked: Asked, diagnosis: Diagnosis, outcome: Outcome, plan: Plan) -> None:
    match asked.kind:
        case Kind.OPEN_ITEMS:
            await plan_open_items(
                plan,
                whole_stated="residual" in diagnosis.columns,
                unread=outcome.refused_count + plan.refused_count,
            )
        case Kind.HISTORY:
            await plan_history(plan)
        case Kind.PAYMENTS:
            await plan_payments(plan)
        case Kind.CLIENTS:
            await plan_clients(plan)
        case Kind.FEC:
            await plan_export(asked, outcome.control_totals, plan)
            if not plan.is_stopped:
                await count_documents(plan)
                plan.added += await fec.count_new_payments()


def dated_plan(asked: Asked) -> Plan:
    """The plan to begin with, of the day that the file is of."""
    if asked.kind is Kind.CLIENTS:
        plan = Plan(as_of=asked.today, today=asked.today)
        if asked.as_of is not None:
            plan.warnings.append(Finding("as-of-ignored", {"as_of": asked.as_of.isoformat()}))
        return plan
    plan = Plan(
        as_of=asked.as_of or asked.today,
        today=asked.today,
        source=asked.source,
        as_of_stated=asked.as_of_stated,
    )
    if asked.as_of is not None and asked.as_of > asked.today + timedelta(days=1):
        plan.refusal = Finding("as-of-in-future", {"as_of": asked.as_of.isoformat()})
    return plan


async def plan_open_items(plan: Plan, *, whole_stated: bool, unread: int) -> None:
    """Closes nothing where a line could not be read: nobody knows whose item it is."""
    latest = await settling.find_latest_as_of(Kind.OPEN_ITEMS.value)
    plan.refusal = rules.too_old(plan.as_of, latest)
    if plan.refusal:
        return
    await items.make_items()
    await items.find_documents()
    await settling.settle_new(plan.as_of)
    await settling.compare(plan.as_of, whole_stated=whole_stated)
    await settling.settle_found(plan.as_of)
    await changing.find_changes("coalesce(s.target_amount, d.amount)")
    if unread:
        plan.warnings.append(Finding("closing-held", {"count": unread}))
    else:
        await settling.close_missing(plan.as_of)
    back = await settling.reappeared(NUMBERS_TOLD_MOST)
    if back:
        plan.warnings.append(rules.told_reappeared(back))
    better = await settling.settled_better_here()
    if better:
        plan.warnings.append(
            Finding("settled-better-here", {"count": better["count"]}, tuple(better["lines"]))
        )
    closings = [
        rules.Closing(row["code"], row["closed"], row["open_before"])
        for row in await settling.closings()
    ]
    plan.confirm = rules.closing_question(closings)
    await count_documents(plan)


async def plan_history(plan: Plan) -> None:
    await settling.find_latest_as_of(Kind.HISTORY.value)
    await items.make_items()
    await items.find_documents()
    await history.compare()
    await history.settle()
    await changing.find_changes("s.target_amount")
    await count_documents(plan)


async def count_documents(plan: Plan) -> None:
    plan.added = await items.count_new()
    plan.changed = await recording.changed_count()
    plan.closed = await recording.closed_count()
    estimated = await items.count_estimated()
    if estimated:
        plan.warnings.append(Finding("due-dates-estimated", {"count": estimated}))


async def plan_payments(plan: Plan) -> None:
    await paying.make_parts()
    await paying.refuse_unknown_numbers()
    await paying.refuse_impossible_totals()
    await collect_refused(plan)
    if plan.refused_count:
        await leave_out_refused(Kind.PAYMENTS)
    await paying.find_payments()
    await paying.lay_out()
    await paying.settle()
    plan.added, plan.changed = await paying.counts()


async def plan_clients(plan: Plan) -> None:
    await client_lines.find_people()
    await client_lines.refuse_unknown_people()
    await client_lines.refuse_unknown_branches()
    await client_lines.refuse_impossible_fields()
    await collect_refused(plan)
    if plan.refused_count:
        await leave_out_refused(Kind.CLIENTS)
    await client_lines.make_lines()
    await client_lines.find_client_changes()
    plan.added, plan.changed = await client_lines.counts()


async def collect_refused(plan: Plan) -> None:
    plan.refused_count, rows = await recording.refusals(REFUSALS_KEPT)
    plan.refused = [RefusedLine(row["line"], Finding(row["code"], row["facts"])) for row in rows]


async def leave_out_refused(kind: Kind) -> None:
    """So that no client is made for a line that is not taken."""
    await staging.leave_out(kind)
    await parties.forget_payers()
    await parties.find_payers(kind)
    if kind is Kind.PAYMENTS:
        await paying.forget_parts()
        await paying.make_parts()


async def warn_of_zeros(plan: Plan) -> None:
    """A new code that is one of our clients' but for its leading zeros."""
    rows = await parties.zeros_apart()
    if rows:
        facts = {"count": rows[0]["groups"], "codes": ", ".join(rows[0]["codes"][:3])}
        plan.warnings.append(Finding("codes-differ-from-ours-by-zeros", facts))
