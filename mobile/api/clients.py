"""Calls about clients and what they owe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from shared.contract.clients import (
    ChangeContact,
    ClientFile,
    ClientFilter,
    ClientPage,
    ClientSort,
    ClientTotals,
    Contact,
    ContactList,
)
from shared.contract.receivables import DocumentFile, DocumentPage

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Params, Wire

PAGE = 50
"""Rows asked at once: more than a screen, few enough to draw at once."""


async def page(
    wire: Wire,
    query: str = "",
    chosen: ClientFilter = "all",
    sort: ClientSort | None = None,
    cursor: str | None = None,
) -> ClientPage:
    """What is looked for comes by how well it fits, unless an order is asked for."""
    params: Params = {"filter": chosen, "limit": PAGE}
    if query:
        params["q"] = query
    if sort:
        params["sort"] = sort
    if cursor:
        params["cursor"] = cursor
    return await wire.get("/api/clients", ClientPage, params)


async def totals(wire: Wire) -> ClientTotals:
    return await wire.get("/api/clients/totals", ClientTotals)


async def file(
    wire: Wire, client_id: UUID, etag: str | None = None
) -> tuple[ClientFile | None, str | None]:
    """The client file and its ETag; None where the one of `etag` is still true."""
    return await wire.get_newer(f"/api/clients/{client_id}", ClientFile, etag)


async def settled_documents(wire: Wire, client_id: UUID, cursor: str | None) -> DocumentPage:
    params: Params = {"state": "settled", "limit": PAGE}
    if cursor:
        params["cursor"] = cursor
    return await wire.get(f"/api/clients/{client_id}/documents", DocumentPage, params)


async def document(wire: Wire, document_id: UUID) -> DocumentFile:
    return await wire.get(f"/api/documents/{document_id}", DocumentFile)


async def contacts(wire: Wire, client_id: UUID) -> ContactList:
    return await wire.get(f"/api/clients/{client_id}/contacts", ContactList)


async def change_contact(
    wire: Wire, client_id: UUID, contact_id: UUID, change: ChangeContact
) -> Contact:
    path = f"/api/clients/{client_id}/contacts/{contact_id}"
    return await wire.send("PATCH", path, Contact, change)


async def remove_contact(wire: Wire, client_id: UUID, contact_id: UUID) -> None:
    await wire.tell("DELETE", f"/api/clients/{client_id}/contacts/{contact_id}")


async def statement(wire: Wire, client_id: UUID, kind: Literal["pdf", "xlsx"]) -> bytes:
    return await wire.fetch(f"/api/clients/{client_id}/statement.{kind}")
