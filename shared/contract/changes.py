"""The change feed: what a device holds of the clients its person sees, kept up.

Nothing here changes by the date alone: a device reckons ages, buckets, habits and what is overdue
from the days that stand here, on whatever day it is asked.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from shared.contract.base import Amount, Answer, Cursor
from shared.contract.clients import Contact, Identity
from shared.contract.disputes import Dispute
from shared.contract.promises import Plan, Promise
from shared.contract.receivables import Document, LastPayment
from shared.contract.threads import Comment, ThreadEntry


class DueOnDay(Answer):
    """Open documents of one day beyond those told one by one; credits apart from debits."""

    currency: str
    due_on: date
    documents: int
    amount: Amount = Field(description="What is left of them, with its sign.")


class FreeMoney(Answer):
    """Payments that settle nothing yet, one currency; negative, since they lower what is owed."""

    currency: str
    amount: Amount


class SettledOnDay(Answer):
    """Invoices whose last share was settled that day: what payment habits are reckoned from."""

    currency: str
    on: date
    documents: int
    amount: Amount
    amount_days_late: Amount = Field(description="Σ amount × days late; an early payment counts 0.")


class ClientCopy(Answer):
    """One client whole, as a device keeps it.

    In `promises`, `is_unknown` holds from the day after `deadline_on`, and `cash_through` is that
    of the client's company, in `companies`. In `disputes`, `is_overdue` is left to the device: of
    one that nobody has decided, from the day after `due_on`. `editable_until` of a comment is its
    author's alone.
    """

    identity: Identity
    contacts: list[Contact]
    open_documents: list[Document] = Field(description="By due date; the first 1,000.")
    further_open: list[DueOnDay] = Field(description="What is open beyond those.")
    free_payments: list[FreeMoney]
    last_payment: LastPayment | None
    settled: list[SettledOnDay] = Field(description="From the first day of last year on.")
    promises: list[Promise] = Field(description="Those still open, and the last 20; newest first.")
    plans: list[Plan] = Field(description="The last 10, newest first.")
    disputes: list[Dispute] = Field(
        description="Those not closed, and the last 20; the last moved first."
    )
    thread: list[ThreadEntry] = Field(description="The last 20 entries, the newest first.")
    pinned: list[Comment] = Field(description="Decisions, the last pinned first.")
    is_promise_broken: bool = Field(
        description="Of a promise that was not kept something is still owed, and nothing was agreed"
        " on it since."
    )
    last_visit_on: date | None = Field(description="As in the client list.")


class GoneClient(Answer):
    """A client that the device must forget: out of scope, merged into another, or no more."""

    id: UUID
    became_id: UUID | None = Field(
        default=None, description="What it was merged into, where the person sees that."
    )


class CompanyState(Answer):
    """How old is what is known of a company's clients."""

    id: UUID
    currency: str
    data_as_of: datetime | None = Field(description="When its ledger was last loaded.")
    cash_through: date | None = Field(description="The last day of which all its cash is known.")


class Changes(Answer):
    """A page of what the device has to change, to be applied whole or not at all."""

    restart: bool = Field(
        description="Forget every client first: this page begins anew, whatever was held."
    )
    gone: list[GoneClient] = Field(description="To be forgotten, before `clients` are put in.")
    clients: list[ClientCopy] = Field(description="In place of what was held of them.")
    companies: list[CompanyState]
    more: bool = Field(description="Whether more waits: ask again at once with `cursor`.")
    cursor: Cursor = Field(
        description="To be kept with the page, in the same step, and given as `after` next time:"
        " that tells the server what the device holds."
    )
