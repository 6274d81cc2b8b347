"""Documents, payments, and what they add up to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from shared.contract.base import Amount, Answer, Cursor

DocumentKind = Literal["invoice", "credit_note", "deposit", "opening_item", "adjustment"]
BucketName = Literal["not_due", "1-30", "31-60", "61-90", "91-120", ">120"]


class Bucket(Answer):
    documents: int
    amount: Amount


class Buckets(Answer):
    """Debit residuals by days past due; due today is not due."""

    not_due: Bucket
    d1_30: Bucket = Field(alias="1-30")
    d31_60: Bucket = Field(alias="31-60")
    d61_90: Bucket = Field(alias="61-90")
    d91_120: Bucket = Field(alias="91-120")
    over_120: Bucket = Field(alias=">120")

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)


class Position(Answer):
    """What is owed in one currency. Σ buckets + unapplied = outstanding, to the cent."""

    currency: str
    outstanding: Amount
    unapplied: Amount = Field(description="Negative: credit notes, deposits, free payments.")
    overdue: Amount
    oldest_days_overdue: int = Field(description="0 when nothing is overdue.")
    next_due_on: date | None = Field(description="Earliest due date from today on.")
    next_due_amount: Amount | None = None
    buckets: Buckets


class Document(Answer):
    """A ledger document. Amounts carry their sign: a credit note is negative."""

    id: UUID
    kind: DocumentKind
    number: str
    label: str | None = None
    issued_on: date
    due_on: date
    due_estimated: bool = Field(description="The source gave no due date; it came from terms.")
    currency: str
    amount: Amount
    residual: Amount
    settled_on: date | None = Field(
        default=None, description="Value date of what settled the last of it."
    )
    branch: str | None = None


class DocumentPage(Answer):
    items: list[Document]
    next_cursor: Cursor | None = None


class Settlement(Answer):
    """What settled a share of a document."""

    amount: Amount
    value_on: date
    value_after: date | None = Field(
        default=None,
        description="The source says only that it was settled after this date, up to `value_on`.",
    )
    by: Literal["payment", "credit_note", "deposit", "document", "unknown"]
    reference: str | None = None


class DocumentFile(Answer):
    """One document and its history."""

    document: Document
    client_id: UUID
    client_name: str
    settlements: list[Settlement]
    days_past_due: int = Field(description="Negative before the due date; as of today.")
    age_from_issue: int
    source: str
    source_file: str | None = None


class Payment(Answer):
    id: UUID
    value_on: date
    currency: str
    amount: Amount
    unapplied: Amount
    reference: str | None = None
    label: str | None = None


class PaymentPage(Answer):
    items: list[Payment]
    next_cursor: Cursor | None = None


class LastPayment(Answer):
    value_on: date
    amount: Amount
    currency: str


class PaymentHabits(Answer):
    """How the client paid in the last 12 months, one currency."""

    currency: str
    average_days_late: float | None = Field(
        description="Weighted by amount, early payments count 0; null without a settled invoice."
    )
    documents: int
    amount: Amount


class AgingLine(Answer):
    """Aging of all the clients in view, one currency."""

    currency: str
    clients: int
    documents: int
    outstanding: Amount
    unapplied: Amount
    buckets: Buckets


class Aging(Answer):
    as_of: date
    currencies: list[AgingLine]
    data_as_of: datetime | None = None
