"""The open documents of a client in their groups; each group adds up to a figure of the file."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from shared.rules.aging import bucket_of, days_past_due

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from shared.contract.clients import ClientFile
    from shared.contract.receivables import BucketName, Buckets, Document, Position

GroupName = Literal["overdue", "coming", "credits"]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Marked:
    """By invoice: the day an open promise was given for, and the share that is disputed."""

    promised: Mapping[UUID, date]
    disputed: Mapping[UUID, Decimal]


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one currency that stand together. The total is the server's own figure."""

    name: GroupName
    currency: str
    total: Decimal
    documents: tuple[Document, ...]
    free_payments: Decimal = ZERO


def grouped(file: ClientFile, bucket: BucketName | None = None) -> list[Group]:
    """By currency, the client's own first; with a bucket, only its documents of that currency."""
    if bucket is not None:
        return _in_bucket(file, bucket)
    groups: list[Group] = []
    for position in (file, *file.other_currencies):
        own = [d for d in file.open_documents if d.currency == position.currency]
        free = file.unapplied_payments if position is file else _free(position, own)
        groups += _groups(position, own, file.today, free)
    return groups


def _free(position: Position, documents: list[Document]) -> Decimal:
    """What of `unapplied` no credit document explains: payments that settle nothing yet."""
    return position.unapplied - sum((d.residual for d in documents if d.residual < 0), ZERO)


def _groups(
    position: Position, documents: list[Document], today: date, free: Decimal
) -> list[Group]:
    owed = [d for d in documents if d.residual > 0]
    late = tuple(d for d in owed if days_past_due(d.due_on, today) > 0)
    coming = tuple(d for d in owed if days_past_due(d.due_on, today) <= 0)
    credit = tuple(d for d in documents if d.residual < 0)
    currency = position.currency
    groups = [
        Group("overdue", currency, position.overdue, late),
        Group("coming", currency, position.buckets.not_due.amount, coming),
        Group("credits", currency, position.unapplied, credit, free),
    ]
    return [group for group in groups if group.documents or group.free_payments]


def _in_bucket(file: ClientFile, bucket: BucketName) -> list[Group]:
    held = tuple(
        d
        for d in file.open_documents
        if d.currency == file.currency
        and d.residual > 0
        and bucket_of(days_past_due(d.due_on, file.today)) == bucket
    )
    if not held:
        return []
    name: GroupName = "coming" if bucket == "not_due" else "overdue"
    return [Group(name, file.currency, amount_in(file.buckets, bucket), held)]


def amount_in(buckets: Buckets, bucket: BucketName) -> Decimal:
    return {
        "not_due": buckets.not_due,
        "1-30": buckets.d1_30,
        "31-60": buckets.d31_60,
        "61-90": buckets.d61_90,
        "91-120": buckets.d91_120,
        ">120": buckets.over_120,
    }[bucket].amount
