"""What to bring up with a client, and what a person should do today."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from shared.contract.base import Amount, Answer
from shared.contract.clients import Person
from shared.contract.disputes import Dispute
from shared.contract.identity import Role
from shared.contract.visits import Visit
from shared.rules.brief import LineKind


class BriefLine(Answer):
    """One thing to say. `subject_id` is its promise, dispute, invoice or comment."""

    kind: LineKind
    subject_id: UUID | None
    count: int = Field(description="How many there are of that kind; the line is of the first.")
    number: str | None = Field(description="Of the invoice.")
    amount: Amount | None
    currency: str | None
    on: date | None = Field(description="Promised or due; of a dispute, the answer.")
    days_late: int | None = Field(description="Of payment habits: the average, rounded.")
    days_late_before: int | None


class Brief(Answer):
    lines: list[BriefLine] = Field(description="Five at most; none: nothing to say.")
    today: date


class Stop(Answer):
    """A visit of the day, and what the client owes in its own currency."""

    visit: Visit
    currency: str
    outstanding: Amount
    overdue: Amount
    oldest_days_overdue: int


class Suggestion(Answer):
    """A client one could visit today; `why` is the first that holds."""

    client: Person
    town: str | None
    why: Literal["missed", "overdue", "near_due"] = Field(
        description="Planned these last days and not made; overdue; due within a week."
    )
    is_near: bool = Field(description="In the postcode of a visit of today's.")
    currency: str
    amount: Amount = Field(description="Overdue, or due within the week.")
    days: int = Field(description="Past due of the oldest; negative: days until it is due.")


class ToCall(Answer):
    """Whom to reach at the client's, where there is a number."""

    name: str
    phone: str


class DuePromise(Answer):
    """A promise that is due, or was not kept."""

    id: UUID
    client: Person
    currency: str
    amount: Amount = Field(
        description="Still to come of it: less what has come in, and none that is disputed."
    )
    promised_on: date
    is_instalment: bool
    call: ToCall | None


class WorkItem(Answer):
    """A client to call; in each currency, the list is in the order of what a call may bring."""

    client: Person
    currency: str
    amount: Amount = Field(description="Overdue, neither disputed nor promised.")
    expected: Amount = Field(description="Of it, what a call may bring at that age.")
    chance: float = Field(ge=0, le=1, description="The one over the other.")
    oldest_days: int
    set_aside: Amount = Field(description="Overdue, but disputed or promised.")
    call: ToCall | None


class BranchFigures(Answer):
    branch_id: UUID | None = Field(description="None: clients without a branch.")
    branch: str | None
    currency: str
    outstanding: Amount
    overdue: Amount
    clients_overdue: int


class Mentioned(Answer):
    """An unread comment that names the person or their role."""

    comment_id: UUID
    client: Person
    author: Person
    at: datetime
    beginning: str = Field(description="Its first words.")


class Today(Answer):
    """What this person should do now. A part that is not theirs by their role is empty."""

    today: date
    role: Role
    data_as_of: datetime | None
    keeps_visits: bool = Field(description="Whether the list of visits is part of their day.")
    visits: list[Stop]
    suggestions: list[Suggestion] = Field(description="The most valuable first; 10 at most.")
    promises_due: list[DuePromise] = Field(description="Due by the next business day; 20 at most.")
    promises_broken: list[DuePromise] = Field(
        description="The largest of each currency first; 20 at most."
    )
    disputes: list[Dispute] = Field(
        description="Waiting for the person, late first; of those who lead, the oldest in sight."
    )
    mentions: list[Mentioned] = Field(description="The newest first; 10 at most.")
    worklist: list[WorkItem] = Field(description="20 at most; currencies take turns.")
    branches: list[BranchFigures] = Field(
        description="By branch, those owed most in their company's currency first; a line for each"
        " currency, the company's first; 20 lines at most."
    )
