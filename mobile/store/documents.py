"""The documents of a client that its file does not hold: settled ones, and one with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import clients
from mobile.store.pages import Page, Pages
from mobile.store.reading import Known, Reading
from mobile.store.shelf import Shelf

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.store.reach import Reach
    from shared.contract.receivables import Document, DocumentFile


class Paid(Pages["Document"]):
    """The settled documents of a client, newest first."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        async def read(cursor: str | None) -> Page[Document]:
            page = await clients.settled_documents(reach.wire, client_id, cursor)
            return Page(page.items, page.next_cursor)

        super().__init__(read)


def documents_shelf(reach: Reach) -> Shelf[UUID, Reading[DocumentFile]]:
    """Documents with their history, by id."""

    def reading(document_id: UUID) -> Reading[DocumentFile]:
        async def read(_: Known[DocumentFile] | None) -> Known[DocumentFile]:
            return Known.now(await clients.document(reach.wire, document_id))

        return Reading(read)

    return Shelf(reading)
