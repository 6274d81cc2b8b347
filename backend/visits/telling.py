"""Visits and their reports as the contract tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.clients import Person
from shared.contract.visits import Visit, VisitReport

if TYPE_CHECKING:
    from asyncpg import Record


def visit_told(row: Record) -> Visit:
    return Visit(
        id=row["id"],
        client=Person(id=row["client"], name=row["client_name"]),
        town=row["town"],
        planned_on=row["planned_on"],
        place=row["place"],
        report_id=row["report"],
    )


def report_told(row: Record) -> VisitReport:
    return VisitReport(
        id=row["id"],
        visit_id=row["visit"],
        client=Person(id=row["client"], name=row["client_name"]),
        author=Person(id=row["author"], name=row["author_name"]),
        visited_on=row["visited_on"],
        said_at=row["said_at"],
        recorded_at=row["recorded_at"],
        met_contact_id=row["met_contact"],
        met=row["met"],
        mood=row["mood"],
        evidence=row["evidence"],
        unpaid_reason=row["unpaid_reason"],
        next_step=row["next_step"],
        next_step_on=row["next_step_on"],
        note=row["note"],
    )
