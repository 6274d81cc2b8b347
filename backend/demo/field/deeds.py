"""What a person of the demo company does, each at an instant: the script that is played back.

A deed refers to another by holding it; what the deed made in the database is known by the deed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from backend.demo.clients import DemoClient
    from backend.demo.ledger import DemoDocument
    from backend.demo.plans import DemoPlan
    from backend.identity.viewer import Role
    from shared.rules.dispute import Reason, Resolution
    from shared.rules.promise import Channel
    from shared.rules.visit import Mood, UnpaidReason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Deed:
    """`by` is the person's e-mail, who sees `client`."""

    at: datetime
    by: str
    client: DemoClient


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Promised(Deed):
    """Of `invoices`, or of the account where there are none. `contact` counts the client's own."""

    invoices: tuple[DemoDocument, ...]
    promised_on: date
    amount: Decimal | None = None
    contact: int
    channel: Channel
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PutOff(Deed):
    promise: Promised
    promised_on: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TookBack(Deed):
    promise: Promised
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProposedPlan(Deed):
    plan: DemoPlan
    note: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AcceptedPlan(Deed):
    proposal: ProposedPlan
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CancelledPlan(Deed):
    proposal: ProposedPlan
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Disputed(Deed):
    """`photo` is one of `backend.demo.field.photos`."""

    invoice: DemoDocument
    reason: Reason
    amount: Decimal | None
    note: str
    owner: str | None = None
    photo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said(Deed):
    """Words on a dispute; with `waiting_on`, an answer."""

    dispute: Disputed
    text: str
    waiting_on: Literal["client", "internal"] | None = None
    photo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Assigned(Deed):
    dispute: Disputed
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Resolved(Deed):
    dispute: Disputed
    resolution: Resolution
    granted: Decimal
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Closed(Deed):
    dispute: Disputed
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reopened(Deed):
    dispute: Disputed
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Commented(Deed):
    text: str
    people: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pinned(Deed):
    comment: Commented


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlannedVisit(Deed):
    planned_on: date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReportedVisit(Deed):
    """`contact` counts the client's own; None where nobody was met."""

    contact: int | None
    mood: Mood
    evidence: str | None = None
    unpaid_reason: UnpaidReason | None = None
    next_step: str | None = None
    next_step_on: date | None = None
    note: str | None = None
