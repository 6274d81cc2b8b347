"""A move of a dispute before it is made: what is missing, and what is sent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from mobile.store.dispute_draft import NOTE_MOST
from mobile.store.promise_draft import amount_of
from shared.contract.disputes import (
    AddDisputeEntry,
    AssignDispute,
    CloseDispute,
    ReopenDispute,
    ResolveDispute,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.store.dispute_entry import MoveDraft, MoveEntry
    from mobile.store.disputes import OneDispute
    from mobile.sync.entries import Entry as Kept
    from shared.contract.disputes import Dispute

Doing = Literal["say", "assign", "answer", "resolve", "close", "reopen"]
Part = Literal["text", "amount", "who", "files"]
Trouble = Literal[
    "no-text",
    "no-why",
    "no-owner",
    "amount-malformed",
    "amount-over",
    "too-long",
    "failed-file",
]
ZERO = Decimal(0)


def errors_of(doing: Doing, entry: MoveEntry, dispute: Dispute) -> dict[Part, Trouble]:
    """What is still to be said or corrected, by where."""
    draft, found = entry.draft, dict[Part, Trouble]()
    text = draft.text.strip()
    files = entry.attachments.file_ids if entry.attachments else []
    if doing in ("say", "answer") and not (text or files or waits_for_files(entry)):
        found["text"] = "no-text"
    if doing in ("resolve", "reopen") and not text:
        found["text"] = "no-why"
    if len(text) > NOTE_MOST:
        found["text"] = "too-long"
    if doing == "assign" and draft.owner_id is None and draft.department is None:
        found["who"] = "no-owner"
    if draft.amount is not None and (
        doing == "reopen" or (doing == "resolve" and draft.resolution != "confirmed_due")
    ):
        amount = amount_of(draft.amount, dispute.currency)
        if amount is None:
            found["amount"] = "amount-malformed"
        elif doing == "resolve" and amount > dispute.claimed:
            found["amount"] = "amount-over"
    if entry.attachments is not None and entry.attachments.has_failed:
        found["files"] = "failed-file"
    return found


def waits_for_files(entry: MoveEntry) -> bool:
    return entry.attachments is not None and entry.attachments.is_sending


def made(
    doing: Doing, reading: OneDispute, entry: MoveEntry, dispute: Dispute
) -> Callable[[], Awaitable[Dispute | Kept]]:
    """What makes the move, once nothing is missing."""
    draft = entry.draft
    text = draft.text.strip() or None
    files = entry.attachments.file_ids if entry.attachments else []
    said: dict[str, object] = {"id": draft.id}
    match doing:
        case "say":
            word = AddDisputeEntry.model_validate(said | {"text": text, "file_ids": files})
            return lambda: reading.add_entry(word)
        case "answer":
            turn = draft.waiting_on or "internal"
            said |= {"text": text, "file_ids": files, "waiting_on": turn}
            answer = AddDisputeEntry.model_validate(said)
            return lambda: reading.add_entry(answer)
        case "assign":
            said |= {"owner_id": draft.owner_id, "department": draft.department, "note": text}
            given = AssignDispute.model_validate(said)
            return lambda: reading.assign(given)
        case "resolve":
            said |= {"resolution": draft.resolution, "granted": granted(draft, dispute)}
            decided = ResolveDispute.model_validate(said | {"why": text})
            return lambda: reading.resolve(decided)
        case "close":
            ended = CloseDispute.model_validate(said | {"why": text})
            return lambda: reading.close(ended)
        case "reopen":
            amount = amount_of(draft.amount, dispute.currency) if draft.amount else None
            again = ReopenDispute.model_validate(said | {"why": text, "amount": amount})
            return lambda: reading.reopen(again)


def granted(draft: MoveDraft, dispute: Dispute) -> Decimal:
    """Nothing where all is due; untouched, all that is claimed."""
    if draft.resolution == "confirmed_due":
        return ZERO
    if draft.amount is None:
        return dispute.claimed
    return amount_of(draft.amount, dispute.currency) or ZERO
