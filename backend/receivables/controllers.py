"""Changing a client, merging it, taking that back."""

from typing import Any
from uuid import UUID

from litestar import Controller, get, patch, post
from litestar.params import FromPath, JSONBody

from backend.clients.service import merged_clients
from backend.edge.provided import TheClock
from backend.identity.access import TheViewer, require
from backend.receivables import merging, service
from shared.contract.clients import ChangeClient, MergedClient, MergedClientList, MergeInto


class ClientLedgerController(Controller):
    path = "/clients/{client_id:uuid}"
    tags = ("Clients",)

    @patch("", guards=[require("edit-clients")], status_code=204, summary="Change a client")
    async def change_client(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[ChangeClient],
        viewer: TheViewer,
        clock: TheClock,
    ) -> None:
        """Assigning (branch, rep, collector) asks for more than changing terms or profile does.

        Where terms change, the estimated due dates of open documents follow.
        """
        await service.change_client(viewer, client_id, columns_of(data), now=clock.now())

    @get("/merged", guards=[require("merge-clients")], summary="The clients merged into this one")
    async def list_merged_clients(
        self, client_id: FromPath[UUID], viewer: TheViewer
    ) -> MergedClientList:
        """Of a merged client, those merged into the one it became, itself among them."""
        found = await merged_clients(viewer, client_id)
        return MergedClientList(items=[MergedClient(**row) for row in found])

    @post("/merge", guards=[require("merge-clients")], status_code=204, summary="Merge a client")
    async def merge_client(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[MergeInto],
        viewer: TheViewer,
        clock: TheClock,
    ) -> None:
        await merging.merge_clients(viewer, client_id, data.into_client_id, now=clock.now())

    @post(
        "/unmerge", guards=[require("merge-clients")], status_code=204, summary="Unmerge a client"
    )
    async def unmerge_client(
        self, client_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> None:
        """Refused while a settlement ties the two together."""
        await merging.unmerge_client(viewer, client_id, now=clock.now())


COLUMNS = {"branch_id": "branch", "rep_id": "rep", "collector_id": "collector"}


def columns_of(data: ChangeClient) -> dict[str, Any]:
    """What was given, under the names it is kept by; null empties."""
    given = {name: getattr(data, name) for name in data.model_fields_set}
    fields = {COLUMNS.get(name, name): value for name, value in given.items() if name != "terms"}
    if "terms" in given:
        terms = data.terms
        fields["terms_basis"] = None if terms is None else terms.basis
        fields["terms_days"] = None if terms is None else terms.days
    return fields
