"""Clients, their contacts, and the client file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from shared.contract.base import Amount, Answer, Cursor, LongText, Message, Text
from shared.contract.identity import Email
from shared.contract.receivables import (
    Document,
    LastPayment,
    PaymentHabits,
    Position,
)

ClientFilter = Literal["all", "mine", "overdue", "disputed", "promise_broken", "unassigned"]
ClientSort = Literal["name", "outstanding", "overdue", "oldest", "last_visit"]
TermsBasis = Literal["net", "eom_a", "eom_b", "cash"]
Phone = Annotated[
    str, StringConstraints(min_length=3, max_length=40, pattern=r"^[0-9+().\-/ \u00a0\u202f]+$")
]
ContactRole = Literal[
    "accounts_payable", "finance", "owner", "purchasing", "site", "sales", "other"
]


class Person(Answer):
    """One of ours, as far as a client file names them."""

    id: UUID
    name: str


class ClientFigures(Answer):
    """The few figures of a list row, one currency."""

    currency: str
    outstanding: Amount
    overdue: Amount
    oldest_days_overdue: int


class ClientRow(Answer):
    """A line of the client list. Figures are in the client's own currency; others stand beside."""

    id: UUID
    code: str
    name: str
    town: str | None
    company: str
    branch: str | None
    currency: str
    outstanding: Amount
    overdue: Amount
    oldest_days_overdue: int
    other_currencies: list[ClientFigures] = Field(default_factory=list)
    last_visit_on: date | None = Field(
        default=None, description="When somebody of ours was last there, as they reported it."
    )
    found_by: str | None = Field(
        default=None, description="What the search matched beside the name: an invoice number…"
    )


class ClientPage(Answer):
    items: list[ClientRow]
    next_cursor: Cursor | None = None


class ClientTotals(Answer):
    """Head of the client list: how many are in view, what they owe, how many behind each chip."""

    clients: int
    mine: int
    overdue: int
    disputed: int
    promise_broken: int
    unassigned: int
    currencies: list[ClientFigures]
    data_as_of: datetime | None = None


class Terms(Answer):
    """Payment terms (Code de commerce L441-10): days from issue, and how a month ends."""

    basis: TermsBasis
    days: int = Field(ge=0, le=365)


class SetTerms(Message):
    basis: TermsBasis
    days: int = Field(ge=0, le=365)


class Identity(Answer):
    id: UUID
    code: str
    name: str
    company_id: UUID
    company: str
    branch_id: UUID | None
    branch: str | None
    siren: str | None
    siret: str | None
    vat_number: str | None
    address: str | None
    postcode: str | None
    town: str | None
    country: str | None
    language: Literal["fr", "en"]
    currency: str
    terms: Terms | None
    profile: str | None
    rep: Person | None
    collector: Person | None
    debtor_id: UUID | None
    merged_codes: list[str] = Field(
        default_factory=list, description="Codes of clients merged into this one."
    )


class ClientFile(Position):
    """Everything a rep needs before the visit. Its own figures are in the client's `currency`."""

    identity: Identity
    other_currencies: list[Position] = Field(
        default_factory=list, description="Side by side, never added."
    )
    open_documents: list[Document] = Field(description="By due date; the first 1,000.")
    open_documents_total: int
    unapplied_payments: Amount = Field(description="The free payments in `unapplied`; negative.")
    last_payment: LastPayment | None
    statistics: list[PaymentHabits]
    data_as_of: datetime | None = Field(description="When the ledger was last loaded.")
    today: date = Field(description="The business date the ages were computed for.")


class Contact(Answer):
    id: UUID
    name: str
    role: ContactRole
    email: str | None
    phone: str | None
    mobile: str | None
    note: str | None


class ContactList(Answer):
    items: list[Contact]


class NewContact(Message):
    id: UUID | None = None
    name: Text
    role: ContactRole = "other"
    email: Email | None = None
    phone: Phone | None = None
    mobile: Phone | None = None
    note: LongText | None = None


class ChangeContact(Message):
    """Absent fields stay; null empties."""

    name: Text | None = None
    role: ContactRole | None = None
    email: Email | None = None
    phone: Phone | None = None
    mobile: Phone | None = None
    note: LongText | None = None


class ChangeClient(Message):
    """Absent fields stay; null empties."""

    branch_id: UUID | None = None
    rep_id: UUID | None = None
    collector_id: UUID | None = None
    terms: SetTerms | None = None
    profile: Text | None = None
    language: Literal["fr", "en"] | None = None


class MergeInto(Message):
    """This client becomes part of the other one."""

    into_client_id: UUID


class MergedClient(Answer):
    """A client that became part of another one; its code still stands in the ledger."""

    id: UUID
    code: str
    name: str
    town: str | None


class MergedClientList(Answer):
    items: list[MergedClient] = Field(description="By code; the first 200.")


class Change(Answer):
    """One recorded fact about a client.

    A `branch`, `rep` or `collector` in `before` and `after` has its name beside it, under
    `branch_name`, `rep_name` and `collector_name`.
    """

    id: UUID
    recorded_at: datetime
    actor: Person | None
    device: str | None
    kind: str
    subject: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    why: str | None


class ChangePage(Answer):
    items: list[Change]
    next_cursor: Cursor | None = None
