"""Calls about promises of payment and payment plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.promises import PlanList, PromiseList

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire


async def promises(wire: Wire, client_id: UUID) -> PromiseList:
    return await wire.get(f"/api/clients/{client_id}/promises", PromiseList)


async def plans(wire: Wire, client_id: UUID) -> PlanList:
    return await wire.get(f"/api/clients/{client_id}/plans", PlanList)
