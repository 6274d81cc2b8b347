"""One client: what is owed, what was paid, whom to call."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Literal

from mobile.api import client_changes, clients, today
from mobile.api.failures import Refused
from mobile.store import held
from mobile.store.attachments import Attachments
from mobile.store.clients import ClientList
from mobile.store.concerned import Part, parts_of
from mobile.store.contact_draft import ContactDrafts
from mobile.store.dispute_draft import disputable
from mobile.store.dispute_entry import Signalling
from mobile.store.disputes import ClientDisputes, owners_of
from mobile.store.documents import Paid
from mobile.store.pages import Page, Pages
from mobile.store.plan_entry import PlanEntry
from mobile.store.promise_entry import PromiseEntry
from mobile.store.promises import Plans, Promises
from mobile.store.reading import Known, Reading
from mobile.store.thread import Thread
from mobile.store.visit_entry import VisitEntry
from shared.contract.clients import Contact
from shared.contract.visits import VisitReport

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.failures import Failure
    from mobile.store.dispute_draft import DisputeDraft
    from mobile.store.reach import Reach
    from mobile.sync.entries import Entry as Kept
    from shared.contract.clients import (
        Change,
        ChangeClient,
        ChangeContact,
        ClientFile,
        ContactList,
        MergedClientList,
        NewContact,
    )
    from shared.contract.disputes import Dispute, OpenDispute
    from shared.contract.promises import NewPromise
    from shared.contract.today import Brief
    from shared.contract.visits import ReportVisit


class History(Pages["Change"]):
    """What was changed about a client, newest first."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        async def read(cursor: str | None) -> Page[Change]:
            page = await client_changes.activity(reach.wire, client_id, cursor)
            return Page(page.items, page.next_cursor)

        super().__init__(read)


class Contacts(Reading["ContactList"]):
    """Whom to call at a client's. Every verb may raise a `Failure`, and then changed nothing."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        super().__init__(self._listed, lambda: held.contacts(reach.local, client_id))
        self._reach = reach
        self.client_id = client_id
        self.drafts = ContactDrafts()

    async def add(self, contact: NewContact) -> Contact | Kept:
        made = await self._reach.say("add-contact", self.client_id, contact, Contact)
        if isinstance(made, Contact):
            await self.refresh()
        return made

    async def change(self, contact_id: UUID, change: ChangeContact) -> None:
        await clients.change_contact(self._reach.wire, self.client_id, contact_id, change)
        await self.refresh()

    async def remove(self, contact_id: UUID) -> None:
        await clients.remove_contact(self._reach.wire, self.client_id, contact_id)
        await self.refresh()

    async def _listed(self, _: Known[ContactList] | None) -> Known[ContactList]:
        return Known.now(await clients.contacts(self._reach.wire, self.client_id))


class OneClient:
    """Everything the app knows of one client; each part is observed by itself."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        self._reach = reach
        self.client_id = client_id
        self.file: Reading[ClientFile] = Reading(
            self._read, lambda: held.client_file(reach.local, client_id)
        )
        self.paid = Paid(reach, client_id)
        self.contacts = Contacts(reach, client_id)
        self.promises = Promises(reach, client_id)
        self.plans = Plans(reach, client_id)
        self.thread = Thread(reach, client_id)
        self.brief: Reading[Brief] = Reading(
            self._read_brief, lambda: held.brief(reach.local, client_id)
        )
        self.disputes = ClientDisputes(reach, client_id)
        self.dispute_owners = owners_of(reach, client_id)
        self.history = History(reach, client_id)
        self.merged: Reading[MergedClientList] = Reading(self._read_merged)
        self.others = ClientList(reach)
        """Where the client is looked for that this one is to become part of."""
        self.visit_entry = VisitEntry(self.report_visit)
        self.promise_entry: PromiseEntry[NewPromise] = PromiseEntry(self.promises.take)
        self.plan_entry = PlanEntry(self.plans.propose)
        self.signalling = self.signalling_anew()

    def signalling_anew(self) -> Signalling:
        """A dispute to be signalled, with photos of its own."""
        files = Attachments(self._reach, self.client_id)

        async def signal(said: OpenDispute) -> Dispute | Kept:
            return await self.disputes.signal(said, files.held(said.file_ids))

        return Signalling(signal, files, self._proposed_to_dispute)

    @property
    def is_typed(self) -> bool:
        """Whether something is being written that the server does not have yet."""
        entries = (self.visit_entry, self.promise_entry, self.plan_entry, self.signalling)
        parts = (self.promises, self.plans, self.thread, self.contacts.drafts)
        return any(one.is_typed for one in (*entries, *parts))

    def let_go(self, entry_id: UUID) -> None:
        """What was entered under that id is given up: so are its words where they were typed."""
        if self.promise_entry.draft.id == entry_id:
            self.promise_entry = PromiseEntry(self.promises.take)
        if self.plan_entry.draft.id == entry_id:
            self.plan_entry = PlanEntry(self.plans.propose)
        if self.signalling.draft.id == entry_id:
            self.signalling = self.signalling_anew()
        if self.visit_entry.draft.id == entry_id:
            self.visit_entry = VisitEntry(self.report_visit)
        self.thread.let_go(entry_id)

    def anew(self) -> None:
        """What is read beside the file is not known any more; what is being written stays."""
        read: tuple[Reading[Any] | Pages[Any], ...] = (
            *(self.paid, self.contacts, self.promises, self.plans, self.thread, self.brief),
            *(self.disputes, self.dispute_owners, self.history, self.merged),
        )
        for part in read:
            part.forget()

    def forget(self) -> None:
        """Nor the file."""
        self.file.forget()
        self.anew()

    async def ensure(self) -> None:
        """What a file shows before one asks for more."""
        parts = (self.file, self.promises, self.disputes, self.thread.head)
        await asyncio.gather(*(part.ensure() for part in parts))

    async def refresh(self) -> None:
        """The figures, what to bring up, what was promised, disputed and said."""
        parts: tuple[Reading[Any], ...] = (
            self.file,
            self.brief,
            self.promises,
            self.plans,
            self.disputes,
        )
        await asyncio.gather(self.thread.happened(), *(part.refresh() for part in parts))

    def is_called(self, client_id: UUID) -> bool:
        """By its own id, or by that of the client it was merged into."""
        file = self.file.value
        return client_id == self.client_id or (file is not None and file.identity.id == client_id)

    async def happened(self, kinds: frozenset[str]) -> None:
        """Read again what facts of these kinds concern, as far as it was read before."""
        parts = frozenset[Part]().union(*(parts_of(kind) for kind in kinds))
        known: dict[Part, Reading[Any]] = {
            "file": self.file,
            "promises": self.promises,
            "plans": self.plans,
            "disputes": self.disputes,
            "contacts": self.contacts,
            "brief": self.brief,
        }
        readings = [
            reading for part, reading in known.items() if part in parts and reading.is_asked
        ]
        await asyncio.gather(self.thread.happened(), *(reading.anew() for reading in readings))

    async def assign(self, change: ChangeClient) -> bool:
        """Whether the client can still be seen by who gave it away; may raise a `Failure`."""
        await client_changes.change(self._reach.wire, self.client_id, change)
        await self.file.refresh()
        return not is_absent(self.file.failure)

    async def statement(self, kind: Literal["pdf", "xlsx"]) -> bytes:
        """The statement of account, as a file."""
        return await clients.statement(self._reach.wire, self.client_id, kind)

    async def _read(self, known: Known[ClientFile] | None) -> Known[ClientFile]:
        """Asks only whether it changed, where it is known."""
        etag = known.etag if known else None
        newer, etag = await clients.file(self._reach.wire, self.client_id, etag)
        if newer is None and known is not None:
            return Known.now(known.value, etag)
        if newer is None:
            raise RuntimeError("the server said “not modified” of a file it was never asked about")
        return Known.now(newer, etag)

    def _proposed_to_dispute(self, draft: DisputeDraft) -> UUID | None:
        if self.file.value is None:
            return None
        chosen = disputable(self.file.value, self.disputes.items, draft).chosen
        return chosen.id if chosen else None

    async def report_visit(self, told: ReportVisit) -> VisitReport | Kept:
        return await self._reach.say("report-visit", self.client_id, told, VisitReport)

    async def _read_brief(self, _: Known[Brief] | None) -> Known[Brief]:
        return Known.now(await today.brief(self._reach.wire, self.client_id))

    async def _read_merged(self, _: Known[MergedClientList] | None) -> Known[MergedClientList]:
        return Known.now(await client_changes.merged(self._reach.wire, self.client_id))


def is_absent(failure: Failure | None) -> bool:
    """Whether the server said that there is nothing there, or nothing for this person."""
    not_found = 404
    return isinstance(failure, Refused) and failure.status == not_found
