"""Writes a plan: all of it, in the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.imports.queries import applying, client_lines, fec, parties, recording, runs, settling
from backend.imports.reach import tell_reach
from backend.imports.reading.rows import Kind

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from backend.activity.service import By
    from backend.imports.placing import Plan


async def write_plan(
    plan: Plan, kind: Kind, run_id: UUID, *, language: str, by: By, at: datetime
) -> None:
    """Writes what the plan says, tells each client's file, and gives the run its place."""
    await make_places(plan, run_id)
    if kind is Kind.CLIENTS:
        await client_lines.apply_lines(run_id, language, plan.currency, at)
        await client_lines.tell_clients(run_id, by.account_id, by.device_id, at)
    else:
        await write_ledger(kind, run_id, language, at)
        await recording.tell_clients(
            run_id,
            file_kind=kind.value,
            with_items=kind is not Kind.PAYMENTS,
            actor=by.account_id,
            device=by.device_id,
            at=at,
        )
        await recording.tell_names(run_id, by.account_id, by.device_id, at)
        await settling.keep_coverage(run_id, plan.as_of)
        await tell_reach(plan, kind, run_id)
        await recording.date_companies(run_id, plan.company_ids, at)
    await runs.mark_applied(run_id, at)


async def make_places(plan: Plan, run_id: UUID) -> None:
    await parties.make_companies(plan.new_companies)
    await parties.make_branches(plan.new_branches)
    await parties.remember_added(run_id, "company", [row[0] for row in plan.new_companies])
    await parties.remember_added(run_id, "branch", [row[0] for row in plan.new_branches])
    if plan.siren is not None:
        for company_id in plan.company_ids:
            await parties.keep_siren(company_id, plan.siren)


async def write_ledger(kind: Kind, run_id: UUID, language: str, at: datetime) -> None:
    await parties.make_clients(run_id, language, at)
    await parties.name_clients(run_id)
    await applying.drop(run_id)
    if kind is Kind.FEC:
        await fec.change_payments(run_id)
    if kind is not Kind.PAYMENTS:
        await applying.change_documents(run_id)
        await applying.add_items(run_id, kind.value)
    await applying.add_payments(run_id, kind.value)
    await applying.add_allocations(run_id, kind.value)
