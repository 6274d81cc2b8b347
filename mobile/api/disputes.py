"""Calls about disputes: what clients contest, who answers, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.disputes import (
    DisputeCauses,
    DisputeFile,
    DisputeOwners,
    DisputePage,
    DisputeReasonList,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.api.wire import Params, Wire
    from shared.contract.disputes import (
        DisputeFilter,
    )


async def of_client(wire: Wire, client_id: UUID, cursor: str | None) -> DisputePage:
    """The last moved first, fifty at a time."""
    params: Params = {} if cursor is None else {"cursor": cursor}
    return await wire.get(f"/api/clients/{client_id}/disputes", DisputePage, params)


async def of_document(wire: Wire, document_id: UUID) -> DisputePage:
    return await wire.get(f"/api/documents/{document_id}/disputes", DisputePage)


async def wanted(wire: Wire, filter_: DisputeFilter, cursor: str | None) -> DisputePage:
    """Those due first, first."""
    params: Params = {"filter": filter_}
    if cursor is not None:
        params["cursor"] = cursor
    return await wire.get("/api/disputes", DisputePage, params)


async def owners(wire: Wire, client_id: UUID) -> DisputeOwners:
    return await wire.get(f"/api/clients/{client_id}/dispute-owners", DisputeOwners)


async def reasons(wire: Wire) -> DisputeReasonList:
    return await wire.get("/api/disputes/reasons", DisputeReasonList)


async def causes(
    wire: Wire, from_on: date, to_on: date, branch_id: UUID | None = None
) -> DisputeCauses:
    params: Params = {"from_on": from_on.isoformat(), "to_on": to_on.isoformat()}
    if branch_id is not None:
        params["branch_id"] = str(branch_id)
    return await wire.get("/api/disputes/causes", DisputeCauses, params)


async def read(wire: Wire, dispute_id: UUID) -> DisputeFile:
    return await wire.get(f"/api/disputes/{dispute_id}", DisputeFile)
