"""Calls about promises of payment and payment plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.promises import Plan, PlanList, Promise, PromiseList

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire
    from shared.contract.promises import (
        AcceptPlan,
        EndPromise,
        NewPlan,
        NewPromise,
        ReschedulePromise,
    )


async def promises(wire: Wire, client_id: UUID) -> PromiseList:
    return await wire.get(f"/api/clients/{client_id}/promises", PromiseList)


async def take(wire: Wire, client_id: UUID, word: NewPromise) -> Promise:
    """The promise as it was kept: under its own id, which may be another than the one sent."""
    return await wire.send("POST", f"/api/clients/{client_id}/promises", Promise, word)


async def reschedule(
    wire: Wire, client_id: UUID, promise_id: UUID, word: ReschedulePromise
) -> Promise:
    """The promise that takes the place of the other."""
    path = f"/api/clients/{client_id}/promises/{promise_id}/reschedule"
    return await wire.send("POST", path, Promise, word)


async def withdraw(wire: Wire, client_id: UUID, promise_id: UUID, end: EndPromise) -> Promise:
    path = f"/api/clients/{client_id}/promises/{promise_id}/withdraw"
    return await wire.send("POST", path, Promise, end)


async def propose_plan(wire: Wire, client_id: UUID, plan: NewPlan) -> Plan:
    return await wire.send("POST", f"/api/clients/{client_id}/plans", Plan, plan)


async def accept_plan(wire: Wire, client_id: UUID, plan_id: UUID, agreed: AcceptPlan) -> Plan:
    path = f"/api/clients/{client_id}/plans/{plan_id}/accept"
    return await wire.send("POST", path, Plan, agreed)


async def cancel_plan(wire: Wire, client_id: UUID, plan_id: UUID, end: EndPromise) -> Plan:
    path = f"/api/clients/{client_id}/plans/{plan_id}/cancel"
    return await wire.send("POST", path, Plan, end)


async def plans(wire: Wire, client_id: UUID) -> PlanList:
    return await wire.get(f"/api/clients/{client_id}/plans", PlanList)
