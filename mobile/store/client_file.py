"""One client: what is owed, what was paid, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from flet import Observable

from mobile.api import clients
from mobile.api.failures import Failure
from mobile.store.reading import Known, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.api.wire import Wire
    from shared.contract.clients import ChangeContact, ClientFile, ContactList, NewContact
    from shared.contract.receivables import Document, DocumentFile

KEPT = 20
"""Client files and documents a session holds; the least recently opened goes first."""

T = TypeVar("T")


class Paid(Observable):
    """The settled documents of a client, read on demand, page after page, newest first."""

    def __init__(self, wire: Wire, client_id: UUID) -> None:
        self._wire = wire
        self._client_id = client_id
        self._cursor: str | None = None
        self.asked = False
        self.rows: tuple[Document, ...] = ()
        self.more_to_come = False
        self.loading = False
        self.failure: Failure | None = None

    async def more(self) -> None:
        """The next page; the first one when nothing was asked yet."""
        if self.loading or (self.asked and not self.more_to_come and self.failure is None):
            return
        self.asked, self.loading = True, True
        try:
            page = await clients.settled_documents(self._wire, self._client_id, self._cursor)
            self.rows, self._cursor = (*self.rows, *page.items), page.next_cursor
            self.more_to_come, self.failure = page.next_cursor is not None, None
        except Failure as failure:
            self.failure = failure
        finally:
            self.loading = False


class Contacts(Reading["ContactList"]):
    """Whom to call at a client's. Every verb may raise a `Failure`, and then changed nothing."""

    def __init__(self, wire: Wire, client_id: UUID) -> None:
        super().__init__(self._listed)
        self._wire = wire
        self._client_id = client_id

    async def add(self, contact: NewContact) -> None:
        await clients.add_contact(self._wire, self._client_id, contact)
        await self.refresh()

    async def change(self, contact_id: UUID, change: ChangeContact) -> None:
        await clients.change_contact(self._wire, self._client_id, contact_id, change)
        await self.refresh()

    async def remove(self, contact_id: UUID) -> None:
        await clients.remove_contact(self._wire, self._client_id, contact_id)
        await self.refresh()

    async def _listed(self, _: Known[ContactList] | None) -> Known[ContactList]:
        return Known.now(await clients.contacts(self._wire, self._client_id))


class OneClient:
    """Everything the app knows of one client; each part is observed by itself."""

    def __init__(self, wire: Wire, client_id: UUID) -> None:
        self._wire = wire
        self.client_id = client_id
        self.file: Reading[ClientFile] = Reading(self._read)
        self.paid = Paid(wire, client_id)
        self.contacts = Contacts(wire, client_id)

    async def statement(self, kind: Literal["pdf", "xlsx"]) -> bytes:
        """The statement of account, as a file."""
        return await clients.statement(self._wire, self.client_id, kind)

    async def _read(self, known: Known[ClientFile] | None) -> Known[ClientFile]:
        """Asks only whether it changed, where it is known."""
        newer, etag = await clients.file(self._wire, self.client_id, known.etag if known else None)
        if newer is None and known is not None:
            return Known.now(known.value, etag)
        if newer is None:
            raise RuntimeError("the server said “not modified” of a file it was never asked about")
        return Known.now(newer, etag)


class Shelf(Generic[T]):
    """The last few things opened, made when first asked for."""

    def __init__(self, make: Callable[[UUID], T], most: int = KEPT) -> None:
        self._make = make
        self._most = most
        self._held: dict[UUID, T] = {}

    def __getitem__(self, key: UUID) -> T:
        held = self._held.pop(key, None) or self._make(key)
        self._held[key] = held
        while len(self._held) > self._most:
            del self._held[next(iter(self._held))]
        return held

    def clear(self) -> None:
        self._held.clear()


def documents_shelf(wire: Wire) -> Shelf[Reading[DocumentFile]]:
    """Documents with their history, by id."""

    def reading(document_id: UUID) -> Reading[DocumentFile]:
        async def read(_: Known[DocumentFile] | None) -> Known[DocumentFile]:
            return Known.now(await clients.document(wire, document_id))

        return Reading(read)

    return Shelf(reading)
