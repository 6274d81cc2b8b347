"""Calls that change whose a client is or which client it is, and what was changed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.clients import ChangeClient, ChangePage, MergedClientList, MergeInto

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Params, Wire

PAGE = 30
"""Changes asked at once: each is several lines."""


async def activity(wire: Wire, client_id: UUID, cursor: str | None = None) -> ChangePage:
    """Newest first."""
    params: Params = {"limit": PAGE}
    if cursor:
        params["cursor"] = cursor
    return await wire.get(f"/api/clients/{client_id}/activity", ChangePage, params)


async def change(wire: Wire, client_id: UUID, changed: ChangeClient) -> None:
    await wire.tell("PATCH", f"/api/clients/{client_id}", changed)


async def merge(wire: Wire, client_id: UUID, into: UUID) -> None:
    """Refused 409 where the two cannot be one."""
    await wire.tell("POST", f"/api/clients/{client_id}/merge", MergeInto(into_client_id=into))


async def unmerge(wire: Wire, client_id: UUID) -> None:
    """Refused 409 while a settlement ties the two together."""
    await wire.tell("POST", f"/api/clients/{client_id}/unmerge")


async def merged(wire: Wire, client_id: UUID) -> MergedClientList:
    return await wire.get(f"/api/clients/{client_id}/merged", MergedClientList)
