"""What a client's account is made of, by page, and one document."""

from datetime import date
from typing import Annotated
from uuid import UUID

from litestar import Controller, get
from litestar.params import FromPath, QueryParameter

from backend.edge.provided import CursorGiven, TheClock, TheCursors
from backend.identity.access import TheViewer, require
from backend.position import accounts
from backend.position.accounts import Dated
from backend.position.controllers.clients import PAGE, Limit
from backend.position.queries.accounts import DocumentState
from shared.contract.clients import ChangePage
from shared.contract.receivables import DocumentFile, DocumentPage, PaymentPage


class AccountController(Controller):
    tags = ("Clients",)

    @get("/clients/{client_id:uuid}/documents", summary="A client's documents, by page")
    async def list_documents(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        cursors: TheCursors,
        settled: Annotated[DocumentState, QueryParameter(name="state")] = "open",
        cursor: CursorGiven = None,
        limit: Limit = PAGE,
    ) -> DocumentPage:
        """Open ones by due date; settled ones by settlement and all by issue, newest first."""
        order = f"documents {client_id} {settled}"
        after = Dated(*cursors.read(order, cursor, tuple[date, UUID])) if cursor else None
        items, last = await accounts.documents(viewer, client_id, settled, after=after, limit=limit)
        return DocumentPage(items=items, next_cursor=cursors.write(order, last) if last else None)

    @get("/clients/{client_id:uuid}/payments", summary="A client's payments, newest first")
    async def list_payments(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        cursors: TheCursors,
        cursor: CursorGiven = None,
        limit: Limit = PAGE,
    ) -> PaymentPage:
        order = f"payments {client_id}"
        after = Dated(*cursors.read(order, cursor, tuple[date, UUID])) if cursor else None
        items, last = await accounts.payments(viewer, client_id, after=after, limit=limit)
        return PaymentPage(items=items, next_cursor=cursors.write(order, last) if last else None)

    @get(
        "/clients/{client_id:uuid}/activity",
        guards=[require("see-audit")],
        summary="What was changed about a client, by whom",
    )
    async def list_client_activity(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        cursors: TheCursors,
        cursor: CursorGiven = None,
        limit: Limit = PAGE,
    ) -> ChangePage:
        order = f"activity {client_id}"
        before = cursors.read(order, cursor, tuple[UUID])[0] if cursor else None
        items, last = await accounts.changes(viewer, client_id, before_id=before, limit=limit)
        return ChangePage(items=items, next_cursor=cursors.write(order, [last]) if last else None)

    @get("/documents/{document_id:uuid}", summary="A document and what settled it")
    async def document_file(
        self, document_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> DocumentFile:
        return await accounts.document_file(viewer, document_id, today=clock.today())
