"""Disputes: signalled in the field, answered anywhere in the company."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from shared.contract.base import Amount, Answer, Cursor, Instant, LongText, Message, Text
from shared.contract.clients import Person
from shared.contract.files import StoredFile
from shared.contract.identity import Role
from shared.rules.dispute import Department, Reason, Resolution, State

DisputeFilter = Literal["mine", "open", "all"]
FILES_MOST = 20


class OpenDispute(Message):
    """Contests a share of an invoice: all that is left of it where no amount is given."""

    id: UUID | None = Field(default=None, description="Made by the sender: a UUID version 7.")
    document_id: UUID
    reason: Reason
    amount: Amount | None = Field(default=None, gt=0)
    note: LongText | None = None
    file_ids: list[UUID] = Field(default_factory=list, max_length=FILES_MOST)
    owner_id: UUID | None = Field(
        default=None, description="Who should answer; else anybody of the department."
    )
    department: Department | None = Field(
        default=None, description="Which answers; else the reason's own."
    )
    said_at: Instant | None = None
    origin_comment_id: UUID | None = Field(
        default=None, description="The comment of the client's thread that it comes from."
    )


class AddDisputeEntry(Message):
    """Words, evidence or an answer; `waiting_on` also says whose turn it is now."""

    id: UUID | None = None
    text: LongText | None = None
    file_ids: list[UUID] = Field(default_factory=list, max_length=FILES_MOST)
    waiting_on: Literal["client", "internal"] | None = None
    said_at: Instant | None = None


class AssignDispute(Message):
    """To a person; or to a department, where whoever comes first takes it."""

    id: UUID | None = None
    owner_id: UUID | None = None
    department: Department | None = None
    note: LongText | None = None
    said_at: Instant | None = None


class ResolveDispute(Message):
    id: UUID | None = None
    resolution: Resolution
    granted: Amount = Field(ge=0, description="Zero exactly where all of it is confirmed due.")
    why: LongText
    said_at: Instant | None = None


class CloseDispute(Message):
    id: UUID | None = None
    why: LongText | None = None
    said_at: Instant | None = None


class ReopenDispute(Message):
    """Contests again: as much as before, or what is left of it, where no amount is given."""

    id: UUID | None = None
    why: LongText
    amount: Amount | None = Field(default=None, gt=0)
    said_at: Instant | None = None


class Dispute(Answer):
    id: UUID
    client_id: UUID
    client_name: str
    document_id: UUID
    document_number: str
    document_due_on: date
    document_residual: Amount
    currency: str
    reason: Reason
    department: Department
    claimed: Amount
    effective: Amount = Field(
        description="What is not dunned now: of what is claimed or granted, what is still due."
    )
    state: State
    owner: Person | None
    opened_by: Person | None
    opened_at: datetime
    due_on: date
    is_overdue: bool = Field(description="Nobody has decided, and the answer was due before today.")
    resolution: Resolution | None
    granted: Amount | None
    closed_on: date | None
    closed_because: Literal["settled", "resolved"] | None
    last_moved_at: datetime
    origin_comment_id: UUID | None = Field(
        default=None, description="The comment it comes from, while that is one of the client's."
    )


class DisputePage(Answer):
    items: list[Dispute]
    next_cursor: Cursor | None = None


class DisputeEntry(Answer):
    id: UUID
    author: Person | None = Field(description="None for what happened by itself.")
    said_at: datetime
    recorded_at: datetime
    move: Literal["open", "assign", "answer", "resolve", "close", "reopen"] | None
    state: State = Field(description="Of the dispute from then on.")
    amount: Amount | None
    owner: Person | None
    text: str | None
    files: list[StoredFile]


class DisputeFile(Answer):
    """One dispute with all that was said about it, oldest first."""

    dispute: Dispute
    entries: list[DisputeEntry]
    may: list[Literal["assign", "answer", "resolve", "close", "reopen"]] = Field(
        description="What the person who asks may do with it now."
    )


class DisputeCause(Answer):
    """How much one reason blocks, one currency."""

    reason: Reason
    department: Department
    currency: str
    disputes: int = Field(description="Opened in the period.")
    claimed: Amount = Field(description="By the disputes opened in the period.")
    blocking: int = Field(description="Disputes that blocked something in the period.")
    amount_days: Amount = Field(
        description="Σ amount blocked × days it was, within the period, up to today."
    )


class DisputeCauses(Answer):
    from_on: date
    to_on: date
    causes: list[DisputeCause]


class DisputeReason(Answer):
    """Who answers for a reason, and by when, for what is said today."""

    reason: Reason
    department: Department
    sla_days: int = Field(description="Business days.")
    e_invoicing: Text | None = Field(description="Its code in the e-invoicing lifecycle.")


class DisputeReasonList(Answer):
    items: list[DisputeReason]


class DisputeOwner(Person):
    """Somebody who sees the client, and may so be given its disputes."""

    role: Role
    departments: list[Department] = Field(description="Those it answers for.")


class DisputeOwners(Answer):
    items: list[DisputeOwner] = Field(description="By name; the first 200.")


class SetDisputePolicy(Message):
    from_on: date
    department: Department
    sla_days: int = Field(ge=0, le=365)
