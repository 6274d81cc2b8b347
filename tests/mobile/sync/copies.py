"""Clients as the feed brings them, with what a test is about and plain values elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from shared.contract.changes import Changes, ClientCopy, CompanyState, GoneClient
from shared.contract.clients import ClientFile, Identity, Person
from shared.contract.receivables import Document
from shared.ids import new_id

TODAY = date(2026, 11, 20)
NOUS = new_id()
LISTS = (
    *("contacts", "further_open", "free_payments", "settled"),
    *("promises", "plans", "disputes", "thread", "pinned"),
)
LOADED_AT = datetime(2026, 11, 20, 7, 12, tzinfo=UTC)
STATE = CompanyState(id=NOUS, currency="EUR", data_as_of=LOADED_AT, cash_through=TODAY)


def person(id_: UUID, name: str = "Ana") -> Person:
    return Person(id=id_, name=name)


def identity(code: str, name: str, **more: Any) -> Identity:
    plain: dict[str, Any] = {
        "id": new_id(),
        "company_id": NOUS,
        "company": "Nous",
        "branch_id": None,
        "branch": None,
        "siren": None,
        "siret": None,
        "vat_number": None,
        "address": None,
        "postcode": None,
        "town": None,
        "country": "FR",
        "language": "fr",
        "currency": "EUR",
        "terms": None,
        "profile": None,
        "rep": None,
        "collector": None,
        "debtor_id": None,
    }
    return Identity(code=code, name=name, **(plain | more))


def invoice(amount: str, due_on: date, number: str = "", currency: str = "EUR") -> Document:
    owed = Decimal(amount)
    return Document(
        id=new_id(),
        kind="invoice" if owed > 0 else "credit_note",
        number=number or f"F-{new_id().hex[-8:]}",
        issued_on=due_on,
        due_on=due_on,
        due_estimated=False,
        currency=currency,
        amount=owed,
        residual=owed,
    )


def copy_of(whose: Identity, *documents: Document, **more: Any) -> ClientCopy:
    plain: dict[str, Any] = {
        **{part: [] for part in LISTS},
        "last_payment": None,
        "is_promise_broken": False,
        "last_visit_on": None,
    }
    return ClientCopy(identity=whose, open_documents=list(documents), **(plain | more))


def client(code: str, name: str, *documents: Document, **more: Any) -> ClientCopy:
    return copy_of(identity(code, name, **more), *documents)


def page(
    clients: Iterable[ClientCopy] = (),
    gone: Iterable[UUID] = (),
    cursor: str = "c1",
    *,
    restart: bool = False,
    more: bool = False,
) -> Changes:
    return Changes(
        restart=restart,
        gone=[GoneClient(id=id_) for id_ in gone],
        clients=list(clients),
        companies=[STATE],
        more=more,
        cursor=cursor,
    )


def copied(file: ClientFile) -> ClientCopy:
    """What the feed says of a client with that file."""
    positions = [(file.currency, file.unapplied)]
    positions += [(one.currency, one.unapplied) for one in file.other_currencies]
    free = []
    for currency, unapplied in positions:
        credits_ = [d.residual for d in file.open_documents if d.currency == currency]
        amount = unapplied - sum((one for one in credits_ if one < 0), Decimal(0))
        free += [{"currency": currency, "amount": str(amount)}] if amount else []
    return copy_of(
        file.identity, *file.open_documents, free_payments=free, last_payment=file.last_payment
    )
