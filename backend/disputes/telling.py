"""Disputes as they are told: rows into what the contract says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.files.telling import file_told
from shared.contract.clients import Person
from shared.contract.disputes import Dispute, DisputeEntry, DisputeOwner
from shared.rules.dispute import UNSETTLED
from shared.rules.dispute_people import departments_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from asyncpg import Record


def dispute_told(row: Record, today: date) -> Dispute:
    told: dict[str, Any] = {name: row[name] for name in SAME}
    return Dispute(
        **told,
        client_id=row["client_now"],
        document_id=row["document"],
        origin_comment_id=row["origin_now"],
        owner=person(row, "owner"),
        opened_by=person(row, "opened_by"),
        is_overdue=row["state"] in UNSETTLED and row["due_on"] < today,
        last_moved_at=row["moved_at"],
    )


SAME = (
    "id",
    "client_name",
    "document_number",
    "document_due_on",
    "document_residual",
    "currency",
    "reason",
    "department",
    "claimed",
    "effective",
    "state",
    "opened_at",
    "due_on",
    "resolution",
    "granted",
    "closed_on",
    "closed_because",
)


def entry_told(row: Record, files: Mapping[UUID, Record]) -> DisputeEntry:
    said = ("id", "said_at", "recorded_at", "move", "state", "amount", "text")
    told: dict[str, Any] = {name: row[name] for name in said}
    return DisputeEntry(
        **told,
        author=person(row, "author"),
        owner=person(row, "owner"),
        files=[file_told(files[file_id]) for file_id in row["files"]],
    )


def owner_told(row: Record) -> DisputeOwner:
    departments = list(departments_of(row["role"]))
    return DisputeOwner(id=row["id"], name=row["name"], role=row["role"], departments=departments)


def person(row: Record, column: str) -> Person | None:
    id_ = row[column]
    return None if id_ is None else Person(id=id_, name=row[f"{column}_name"])
