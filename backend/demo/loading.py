"""Turns the generated company into rows, ids included: pure, one list a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from backend.demo.ledger import DemoDocument, DemoLedger, DemoPayment
from backend.demo.people import BRANCHES, COMPANIES, PEOPLE, DemoPerson
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from backend.demo.clients import DemoClient

Row = tuple[Any, ...]
SOURCE = "demo"
DAY_COLUMN = {"document": "issued_on", "payment": "value_on", "allocation": "value_on"}
"""When a row of the ledger becomes known."""
NOTHING = Decimal(0)


@dataclass(slots=True)
class Rows:
    """The rows of every table, built in the order in which they refer to each other."""

    at: datetime
    loaded_at: datetime
    hashes: Mapping[str, str]
    of_table: dict[str, list[Row]] = field(default_factory=dict)
    companies: dict[str, UUID] = field(default_factory=dict)
    branches: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    clients: dict[str, UUID] = field(default_factory=dict)
    contacts: dict[str, list[UUID]] = field(default_factory=dict)
    items: dict[int, UUID] = field(default_factory=dict)

    def add(self, table: str, *values: Any) -> UUID:
        made = new_id()
        self.of_table.setdefault(table, []).append((made, *values))
        return made


def rows_of(
    ledger: DemoLedger, *, at: datetime, loaded_at: datetime, hashes: Mapping[str, str]
) -> Rows:
    """`hashes` holds each person's password hash by e-mail.

    The people and clients are there from `at` on; the ledger was last loaded at `loaded_at`.
    """
    rows = Rows(at, loaded_at, hashes)
    _organisation(rows)
    for client in ledger.clients:
        _client(rows, client)
    for document in ledger.documents:
        _document(rows, document)
    for payment in ledger.payments:
        _payment(rows, payment)
    for allocation in ledger.allocations:
        credit = rows.items[id(allocation.credit)]
        by_payment = isinstance(allocation.credit, DemoPayment)
        rows.add(
            "allocation",
            rows.items[id(allocation.debit)],
            None if by_payment else credit,
            credit if by_payment else None,
            allocation.amount,
            allocation.value_on,
            SOURCE,
        )
    return rows


def _organisation(rows: Rows) -> None:
    for code, name, siren in COMPANIES:
        rows.companies[code] = rows.add("company", code, name, siren, "EUR", rows.loaded_at)
    for branch in BRANCHES:
        company = rows.companies[branch.company]
        rows.branches[branch.code] = rows.add("branch", company, branch.code, branch.name)
    for person in PEOPLE:
        rows.people[person.email] = _person(rows, person)


def _person(rows: Rows, person: DemoPerson) -> UUID:
    made = rows.add(
        "account",
        person.email,
        person.name,
        person.role,
        person.language,
        "system",
        rows.hashes[person.email],
        person.everything,
        person.own_portfolio,
        rows.at,
    )
    for code in person.branches:
        rows.add("account_branch", made, rows.branches[code])
    return made


def _client(rows: Rows, client: DemoClient) -> None:
    made = rows.add(
        "client",
        rows.companies[client.branch.company],
        client.code,
        client.name,
        client.siren,
        client.siret,
        client.vat_number,
        client.address,
        client.postcode,
        client.town,
        "FR",
        client.language,
        client.currency,
        client.terms.basis,
        client.terms.days,
        client.profile,
        rows.branches[client.branch.code] if client.is_assigned else None,
        rows.people[client.rep] if client.is_assigned and client.rep else None,
        rows.people[client.collector] if client.is_assigned and client.collector else None,
        rows.add("debtor", client.siren, client.name),
        rows.at,
    )
    rows.clients[client.code] = made
    rows.contacts[client.code] = [
        rows.add(
            "contact",
            made,
            contact.name,
            contact.role,
            contact.email,
            contact.phone,
            contact.mobile,
        )
        for contact in client.contacts
    ]


def _document(rows: Rows, document: DemoDocument) -> None:
    client = rows.clients[document.client.code]
    rows.items[id(document)] = rows.add(
        "document",
        client,
        client,
        document.kind,
        document.number,
        document.label,
        document.issued_on,
        document.due_on,
        False,
        document.currency,
        document.amount,
        NOTHING,
        SOURCE,
        document.number,
    )


def _payment(rows: Rows, payment: DemoPayment) -> None:
    client = rows.clients[payment.client.code]
    rows.items[id(payment)] = rows.add(
        "payment",
        client,
        client,
        payment.value_on,
        payment.currency,
        payment.amount,
        NOTHING,
        payment.number,
        payment.method,
        SOURCE,
        payment.number,
    )
