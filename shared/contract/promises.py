"""Promises of payment and payment plans."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from shared.contract.base import Amount, Answer, Currency, Instant, LongText, Message, Text
from shared.contract.clients import Person
from shared.contract.files import StoredFile

PromiseState = Literal[
    "open", "kept", "partly_kept", "broken", "kept_late", "superseded", "withdrawn"
]
Verdict = Literal["kept", "partly_kept", "broken", "kept_late", "reopened"]
PromiseChannel = Literal["phone", "visit", "email", "letter", "message", "other"]
PlanState = Literal["proposed", "accepted", "active", "completed", "broken", "cancelled"]
DOCUMENTS_MOST = 500
INSTALMENTS_MOST = 60
PROOFS_MOST = 20


class SaidBy(Message):
    """Who at the client's said so: one of its contacts, or a name."""

    said_by_contact_id: UUID | None = None
    said_by: Text | None = None


class NewPromise(SaidBy):
    """The client's word. Without an amount: all that is owed of what it is about."""

    id: UUID | None = None
    said_at: Instant | None = Field(
        default=None, description="When it was said, where that is not now; 60 days at most."
    )
    about: Literal["documents", "overdue", "account"] = Field(
        default="documents",
        description="`documents`: those named; `overdue`: all that is overdue; `account`: the"
        " client as a whole, money on account included.",
    )
    document_ids: list[UUID] = Field(default_factory=list, max_length=DOCUMENTS_MOST)
    currency: Currency | None = Field(
        default=None, description="Of `overdue` and `account`: the client's, unless said."
    )
    amount: Amount | None = None
    promised_on: date
    channel: PromiseChannel = "other"
    note: LongText | None = None
    origin_comment_id: UUID | None = Field(
        default=None, description="The comment of the client's thread that it comes from."
    )


class ReschedulePromise(SaidBy):
    """Another day. Without an amount: what of the promise has not come in."""

    id: UUID | None = None
    said_at: Instant | None = None
    promised_on: date
    amount: Amount | None = None
    channel: PromiseChannel = "other"
    note: LongText | None = None


class EndPromise(Message):
    """Why it is withdrawn, or a plan cancelled. `id` is the command's own."""

    id: UUID | None = None
    said_at: Instant | None = None
    why: LongText


class PromisedDocument(Answer):
    id: UUID
    number: str
    due_on: date


class Judgement(Answer):
    """One closing's word; the last one is the state."""

    verdict: Verdict
    closed_on: date
    expected: Amount
    counted: Amount
    disputed: Amount
    cash_through: date | None = Field(description="How far the company's cash was known then.")


class CountedPart(Answer):
    """Money that serves the promise: so much of a settlement."""

    amount: Amount
    value_on: date
    value_after: date | None = Field(
        default=None, description="It left an open-item file after this day, up to `value_on`."
    )
    by: Literal["payment", "unknown"]
    document_id: UUID | None = Field(default=None, description="None: money on account.")


class Promise(Answer):
    id: UUID
    state: PromiseState
    is_unknown: bool = Field(
        description="Open, its day over, and no cash data from which to judge it."
    )
    is_suspended: bool = Field(
        description="Open, and all that is left of it is disputed: not judged until that ends."
    )
    cash_through: date | None = Field(
        description="The last day of which all the company's cash is known."
    )
    currency: str
    amount: Amount
    promised_on: date
    deadline_on: date = Field(
        description="Judged at the end of this day; after a dispute, with its grace anew."
    )
    about: Literal["documents", "account"]
    documents: list[PromisedDocument]
    said_by_contact_id: UUID | None
    said_by: str | None
    channel: PromiseChannel
    note: str | None
    taken_by: Person | None
    said_at: datetime
    recorded_at: datetime
    origin_comment_id: UUID | None = Field(
        default=None, description="The comment it comes from, while that is one of the client's."
    )
    replaces_id: UUID | None
    replaced_by_id: UUID | None
    reschedules: int
    plan_id: UUID | None
    place: int = Field(description="Of the plan's instalments; 0 of another promise.")
    counted: Amount = Field(description="What has come in for it so far.")
    left: Amount = Field(description="What its invoices still owe.")
    disputed: Amount
    parts: list[CountedPart]
    judgements: list[Judgement]
    ended_at: datetime | None
    ended_by: Person | None
    ended_why: str | None


class KeptRate(Answer):
    """How often, and for how much, the word held; instalments of plans are left out."""

    currency: str
    said_by_contact_id: UUID | None = None
    said_by: str | None = None
    judged: int
    kept: int
    kept_late: int
    expected: Amount
    counted: Amount = Field(description="Of what was expected, what came in time.")
    share_of_promises: float = Field(ge=0, le=1)
    share_of_amount: float = Field(ge=0, le=1)


class PromiseList(Answer):
    items: list[Promise] = Field(description="Newest first; the last 200.")
    rates: list[KeptRate] = Field(description="Of the client as a whole, by currency.")
    rates_by_contact: list[KeptRate]


class PlannedInstalment(Message):
    due_on: date
    amount: Amount


class NewPlan(SaidBy):
    """Instalments that add up to what is owed of the invoices."""

    id: UUID | None = None
    said_at: Instant | None = None
    document_ids: list[UUID] = Field(min_length=1, max_length=DOCUMENTS_MOST)
    instalments: list[PlannedInstalment] = Field(min_length=2, max_length=INSTALMENTS_MOST)
    note: LongText | None = None


class AcceptPlan(Message):
    """The client agreed; how that can be shown: in words, by papers of its file, or both."""

    id: UUID | None = None
    said_at: Instant | None = None
    proof: LongText | None = None
    file_ids: list[UUID] = Field(default_factory=list, max_length=PROOFS_MOST)


class Instalment(Answer):
    place: int
    due_on: date
    amount: Amount
    promise_id: UUID | None
    state: PromiseState | None = Field(description="None before the plan is accepted.")


class Plan(Answer):
    id: UUID
    state: PlanState
    currency: str
    amount: Amount
    documents: list[PromisedDocument]
    instalments: list[Instalment]
    said_by_contact_id: UUID | None
    said_by: str | None
    note: str | None
    proposed_by: Person | None
    said_at: datetime
    recorded_at: datetime
    accepted_by: Person | None
    accepted_at: datetime | None
    proof: str | None
    files: list[StoredFile] = Field(description="Papers that show the client's acceptance.")
    ended_by: Person | None
    ended_at: datetime | None
    ended_why: str | None


class PlanList(Answer):
    items: list[Plan] = Field(description="Newest first; the last 100.")
