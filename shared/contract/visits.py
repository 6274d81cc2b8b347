"""Visits: the list a person keeps for a day, and what they report of one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contract.base import Answer, Instant, LongText, Message, Text
from shared.contract.clients import Person
from shared.rules.visit import Mood, UnpaidReason

Place = Annotated[int, Field(ge=1, le=1000, description="From 1; beyond the last is the last.")]


class PlanVisit(Message):
    """Adds a client to a day's list; last, where no place is given."""

    id: UUID | None = Field(default=None, description="Made by the sender: a UUID version 7.")
    planned_on: date
    place: Place | None = None
    said_at: Instant | None = None


class MoveVisit(Message):
    """To another place of its day, or to another day."""

    id: UUID | None = Field(default=None, description="The command's own.")
    planned_on: date | None = None
    place: Place | None = None
    said_at: Instant | None = None


class RemoveVisit(Message):
    id: UUID | None = Field(default=None, description="The command's own.")
    said_at: Instant | None = None


class Visit(Answer):
    """A stop of the day. `client` is the one it became, where it was merged since."""

    id: UUID
    client: Person = Field(description="Id and name of the client.")
    town: str | None
    planned_on: date
    place: int
    report_id: UUID | None = Field(description="Where the visit was made and reported.")


class VisitList(Answer):
    on: date
    items: list[Visit] = Field(description="In the person's own order.")


class ReportVisit(Message):
    """What came of a visit, planned or not. Texts keep to facts (the thread's wording guard)."""

    id: UUID | None = None
    visit_id: UUID | None = Field(
        default=None,
        description="One of the person's own list; else that client's of the day, where there is.",
    )
    said_at: Instant | None = None
    met_contact_id: UUID | None = None
    met: Text | None = Field(default=None, description="Whom, where it is no contact.")
    mood: Mood
    evidence: LongText | None = Field(
        default=None, description="What shows it; needed unless the client is satisfied."
    )
    unpaid_reason: UnpaidReason | None = None
    next_step: LongText | None = None
    next_step_on: date | None = None
    note: LongText | None = None
    override_reason: Text | None = Field(
        default=None, description="Why wording that the guard advises against must stand."
    )


class VisitReport(Answer):
    id: UUID
    visit_id: UUID | None
    client: Person = Field(description="Id and name of the client.")
    author: Person
    visited_on: date
    said_at: datetime
    recorded_at: datetime
    met_contact_id: UUID | None
    met: str | None
    mood: Mood
    evidence: str | None
    unpaid_reason: UnpaidReason | None
    next_step: str | None
    next_step_on: date | None
    note: str | None


class VisitReportList(Answer):
    items: list[VisitReport] = Field(description="The newest first; the last 100.")
