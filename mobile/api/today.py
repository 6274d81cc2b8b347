"""Calls about a person's day: what to do, their visits, what to bring up with a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.today import Brief, Today
from shared.contract.visits import Visit, VisitReport

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire
    from shared.contract.visits import MoveVisit, PlanVisit, RemoveVisit, ReportVisit


async def today(wire: Wire) -> Today:
    return await wire.get("/api/today", Today)


async def brief(wire: Wire, client_id: UUID) -> Brief:
    return await wire.get(f"/api/clients/{client_id}/brief", Brief)


async def plan(wire: Wire, client_id: UUID, visit: PlanVisit) -> Visit:
    return await wire.send("POST", f"/api/clients/{client_id}/visits", Visit, visit)


async def move(wire: Wire, visit_id: UUID, to: MoveVisit) -> Visit:
    return await wire.send("POST", f"/api/visits/{visit_id}/move", Visit, to)


async def remove(wire: Wire, visit_id: UUID, command: RemoveVisit) -> None:
    await wire.tell("POST", f"/api/visits/{visit_id}/remove", command)


async def report(wire: Wire, client_id: UUID, told: ReportVisit) -> VisitReport:
    return await wire.send("POST", f"/api/clients/{client_id}/visit-reports", VisitReport, told)


async def visit_report(wire: Wire, report_id: UUID) -> VisitReport:
    return await wire.get(f"/api/visit-reports/{report_id}", VisitReport)
