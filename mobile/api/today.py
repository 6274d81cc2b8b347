"""Calls about a person's day: what to do, their visits, what to bring up with a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.today import Brief, Today
from shared.contract.visits import VisitReport

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire


async def today(wire: Wire) -> Today:
    return await wire.get("/api/today", Today)


async def brief(wire: Wire, client_id: UUID) -> Brief:
    return await wire.get(f"/api/clients/{client_id}/brief", Brief)


async def visit_report(wire: Wire, report_id: UUID) -> VisitReport:
    return await wire.get(f"/api/visit-reports/{report_id}", VisitReport)
