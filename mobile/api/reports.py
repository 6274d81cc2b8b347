"""The aged balance, and lists as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.receivables import Aging

if TYPE_CHECKING:
    from datetime import date

    from mobile.api.wire import Params, Wire
    from shared.contract.clients import ClientFilter, ClientSort


async def aging(wire: Wire, as_of: date | None) -> Aging:
    """Of the server's today without a day."""
    return await wire.get("/api/reports/aging", Aging, _of(as_of))


async def aged_balance(wire: Wire, as_of: date | None) -> bytes:
    """The same as XLSX, client by client."""
    return await wire.fetch("/api/reports/aging.xlsx", _of(as_of))


async def client_list(
    wire: Wire, query: str, chosen: ClientFilter, sort: ClientSort | None
) -> bytes:
    """All the pages of a list as XLSX."""
    params: Params = {"filter": chosen}
    if query:
        params["q"] = query
    if sort:
        params["sort"] = sort
    return await wire.fetch("/api/clients.xlsx", params)


def _of(as_of: date | None) -> Params:
    return {"as_of": as_of.isoformat()} if as_of else {}
