"""A dispute before it is signalled: of which invoice, why, how much, and who should answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from mobile.store.promise_draft import amount_of
from shared.contract.disputes import OpenDispute
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mobile.store.origin import Origin
    from shared.contract.clients import ClientFile
    from shared.contract.disputes import Dispute
    from shared.contract.receivables import Document
    from shared.rules.dispute import Department, Reason

Part = Literal["invoice", "reason", "amount", "note", "who"]
Trouble = Literal[
    "invoice-gone", "no-reason", "amount-malformed", "amount-over", "too-long", "failed-file"
]
NOTE_MOST: Final = 10_000
ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class DisputeDraft:
    """`id` is the dispute's own from the first tap on: sent twice, it is signalled once.

    None is what the person did not touch: the first invoice, all that is left of it, the reason's
    own department.
    """

    id: UUID = field(default_factory=new_id)
    document_id: UUID | None = None
    reason: Reason | None = None
    amount: str | None = None
    note: str = ""
    owner_id: UUID | None = None
    department: Department | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Disputable:
    """The invoices of which something is left to dispute, overdue ones first; one is chosen.

    None is, where there are none, or where nothing is left of the one that was.
    """

    documents: tuple[Document, ...]
    free: Mapping[UUID, Decimal]
    chosen: Document | None

    @property
    def most(self) -> Decimal:
        return ZERO if self.chosen is None else self.free[self.chosen.id]


def held_by(disputes: Iterable[Dispute]) -> dict[UUID, Decimal]:
    """What disputes keep from being dunned, by invoice."""
    held: dict[UUID, Decimal] = {}
    for one in disputes:
        if one.effective > 0:
            held[one.document_id] = held.get(one.document_id, ZERO) + one.effective
    return held


def held_by_currency(disputes: Iterable[Dispute]) -> dict[str, Decimal]:
    held: dict[str, Decimal] = {}
    for one in disputes:
        held[one.currency] = held.get(one.currency, ZERO) + one.effective
    return held


def disputable(file: ClientFile, disputes: Iterable[Dispute], draft: DisputeDraft) -> Disputable:
    """Untouched, the invoice that is overdue the longest is chosen; never another one instead."""
    # Its own may have been taken in before the answer was lost.
    held = held_by(one for one in disputes if one.id != draft.id)
    free = {one.id: one.residual - held.get(one.id, ZERO) for one in file.open_documents}
    documents = tuple(one for one in file.open_documents if free[one.id] > 0)
    if draft.document_id is None:
        return Disputable(documents, free, documents[0] if documents else None)
    own = (one for one in documents if one.id == draft.document_id)
    return Disputable(documents, free, next(own, None))


def chosen_amount(draft: DisputeDraft, found: Disputable) -> Decimal | None:
    if draft.amount is None or found.chosen is None:
        return found.most
    return amount_of(draft.amount, found.chosen.currency)


def troubles(draft: DisputeDraft, found: Disputable) -> dict[Part, Trouble]:
    """What is still to be said or corrected before it can be sent, by where."""
    shown: dict[Part, Trouble] = {}
    if found.chosen is None:
        shown["invoice"] = "invoice-gone"
    if draft.reason is None:
        shown["reason"] = "no-reason"
    amount = chosen_amount(draft, found)
    if found.chosen is None:
        pass  # how much is asked of another one
    elif amount is None:
        shown["amount"] = "amount-malformed"
    elif amount > found.most:
        shown["amount"] = "amount-over"
    if len(draft.note.strip()) > NOTE_MOST:
        shown["note"] = "too-long"
    return shown


def word_of(draft: DisputeDraft, found: Disputable, file_ids: list[UUID]) -> OpenDispute:
    """What is sent, once nothing troubles."""
    return OpenDispute.model_validate(
        {
            "id": draft.id,
            "document_id": found.chosen.id if found.chosen else None,
            "reason": draft.reason,
            "amount": chosen_amount(draft, found),
            "note": draft.note.strip() or None,
            "file_ids": file_ids,
            "owner_id": draft.owner_id,
            "department": draft.department,
            "origin_comment_id": draft.origin.comment_id if draft.origin else None,
        }
    )
