"""A dispute being signalled, and moves being made: kept while typed, sent, and sent again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from flet import Observable

from mobile.api.failures import Failure, Refused
from mobile.store.dispute_draft import DisputeDraft
from mobile.store.sent_draft import draft_after, draft_refused, is_typed
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.store.attachments import Attachments
    from mobile.sync.entries import Entry as Kept
    from shared.contract.disputes import Dispute, OpenDispute
    from shared.rules.dispute import Department, Resolution

M = TypeVar("M")


class Signalling(Observable):
    """Nothing typed is lost by a failure, by closing the sheet, or by leaving the client's file."""

    def __init__(
        self,
        send: Callable[[OpenDispute], Awaitable[Dispute | Kept]],
        attachments: Attachments,
        proposed: Callable[[DisputeDraft], UUID | None],
    ) -> None:
        self._send = send
        self._proposed = proposed
        self.attachments = attachments
        self.draft = DisputeDraft()
        self.asked = False
        self.sending = False
        self.failure: Failure | None = None

    @property
    def is_typed(self) -> bool:
        words = is_typed(self.draft, DisputeDraft())
        return self.sending or words or bool(self.attachments.items)

    def change(self, **fields: Any) -> None:
        """What is first said is said of the invoice on the screen, and of no other from then on."""
        if self.draft.document_id is None and fields.keys() - {"origin"}:
            fields.setdefault("document_id", self._proposed(self.draft))
        self.draft = replace(self.draft, **fields)
        if isinstance(self.failure, Refused):
            self.failure = None

    def ask(self) -> None:
        """It was to be sent as it is: what is missing is told from then on."""
        self.asked = True

    async def files_arrived(self) -> bool:
        """Waits for the photos on their way; whether it can be sent with all of them."""
        if self.sending:
            return False
        self.sending = True
        try:
            return await self.attachments.arrived()
        finally:
            self.sending = False
            self.ask()

    async def send(self, word: OpenDispute) -> Dispute | Kept | None:
        """The dispute as it was taken in, or kept until it can be sent.

        None where it is neither, and then `failure` says why.
        """
        if self.sending:
            return None
        self.sending, self.failure = True, None
        sent = self.draft
        try:
            made = await self._send(word)
        except Failure as failure:
            self.failure = failure
            self.draft = draft_refused(failure, self.draft)
            return None
        finally:
            self.sending = False
        self.draft, self.asked = draft_after(sent, self.draft, DisputeDraft()), False
        self.attachments.taken(word.file_ids)
        return made


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """`id` is the move's own: sent twice, it is made once. `amount` None is all of it."""

    id: UUID = field(default_factory=new_id)
    text: str = ""
    amount: str | None = None
    resolution: Resolution = "credit_note"
    waiting_on: Literal["client", "internal"] | None = None
    owner_id: UUID | None = None
    department: Department | None = None


class MoveEntry(Observable):
    """One kind of move of one dispute, as it is being typed."""

    def __init__(self, attachments: Attachments | None = None) -> None:
        self.attachments = attachments
        self.draft = MoveDraft()
        self.asked = False
        self.sending = False
        self.failure: Failure | None = None

    @property
    def is_typed(self) -> bool:
        words = is_typed(self.draft, MoveDraft())
        return self.sending or words or bool(self.attachments and self.attachments.items)

    def change(self, **fields: Any) -> None:
        self.draft = replace(self.draft, **fields)
        if isinstance(self.failure, Refused):
            self.failure = None

    def ask(self) -> None:
        self.asked = True

    async def files_arrived(self) -> bool:
        """Waits for the photos on their way; whether it can be sent with all of them."""
        if self.sending:
            return False
        self.sending = True
        try:
            return self.attachments is None or await self.attachments.arrived()
        finally:
            self.sending = False
            self.ask()

    async def send(self, made: Callable[[], Awaitable[M]]) -> M | None:
        """What was made, or what is kept until it can be sent; else `failure` says why."""
        if self.sending:
            return None
        self.sending, self.failure = True, None
        sent, files = self.draft, self.attachments.file_ids if self.attachments else []
        try:
            done = await made()
        except Failure as failure:
            self.failure = failure
            self.draft = draft_refused(failure, self.draft)
            return None
        finally:
            self.sending = False
        self.draft, self.asked = draft_after(sent, self.draft, MoveDraft()), False
        if self.attachments is not None:
            self.attachments.taken(files)
        return done
