"""Companies, clients, documents, payments and what settles what, as a test needs them.

Only what the test is about is named; everything else has a plain value. Call inside a test that
uses the `database` fixture:

    client = await make_client(branch=branch.id, rep=rep.id)
    invoice = await make_document(client, "120.00", due_on=date(2026, 10, 31))
    payment = await make_payment(client, "50.00")
    await make_allocation("50.00", debit=invoice, credit=payment)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from backend.database.transaction import execute, fetch_value
from shared.ids import new_id

TODAY = date(2026, 11, 20)
"""The day the tests' clock starts on."""
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@dataclass(frozen=True)
class MadeCompany:
    id: UUID
    code: str
    currency: str


@dataclass(frozen=True)
class MadeBranch:
    id: UUID
    company: UUID
    code: str


@dataclass(frozen=True)
class MadePerson:
    id: UUID
    device: UUID
    name: str


@dataclass(frozen=True)
class MadeClient:
    id: UUID
    company: UUID
    code: str
    name: str
    currency: str


@dataclass(frozen=True)
class MadeDocument:
    id: UUID
    client: UUID
    number: str
    amount: Decimal
    currency: str
    issued_on: date
    due_on: date


@dataclass(frozen=True)
class MadePayment:
    id: UUID
    client: UUID
    amount: Decimal
    currency: str
    value_on: date


async def insert(table: str, **values: Any) -> None:
    names = ", ".join(values)
    places = ", ".join(f"${place}" for place in range(1, len(values) + 1))
    await execute(f"INSERT INTO {table} ({names}) VALUES ({places})", *values.values())


def short(id_: UUID) -> str:
    """A few letters that no other id of the test shares."""
    return id_.hex[12:15] + id_.hex[-6:]


async def make_company(code: str | None = None, currency: str = "EUR") -> MadeCompany:
    id_ = new_id()
    code = code or f"S{short(id_)}"
    await insert("company", id=id_, code=code, name=f"Société {code}", currency=currency)
    return MadeCompany(id_, code, currency)


async def make_branch(company: UUID | None = None, code: str | None = None) -> MadeBranch:
    id_ = new_id()
    company = company or await any_company()
    code = code or f"A{short(id_)}"
    await insert("branch", id=id_, company=company, code=code, name=f"Agence {code}")
    return MadeBranch(id_, company, code)


async def any_company() -> UUID:
    """The first company of the test, made where there is none."""
    found: UUID | None = await fetch_value("SELECT id FROM company ORDER BY id LIMIT 1")
    return found or (await make_company()).id


async def make_person(
    role: str = "sales",
    *,
    name: str | None = None,
    everything: bool = False,
    own_portfolio: bool = True,
    branches: tuple[UUID, ...] = (),
) -> MadePerson:
    """Somebody with a device, who cannot sign in with a password: `add_person` makes those."""
    id_, device = new_id(), new_id()
    name = name or f"Alix {short(id_)}"
    await insert(
        "account",
        id=id_,
        email=f"{short(id_)}@example.test",
        name=name,
        role=role,
        language="fr",
        theme="system",
        sees_everything=everything,
        sees_own_portfolio=own_portfolio,
        created_at=LONG_AGO,
    )
    for branch in branches:
        await insert("account_branch", id=new_id(), account=id_, branch=branch)
    await insert(
        "device", id=device, account=id_, name="phone", created_at=LONG_AGO, last_seen_at=LONG_AGO
    )
    return MadePerson(id_, device, name)


async def make_client(
    code: str | None = None,
    *,
    name: str = "Menuiserie Vauclair",
    company: UUID | None = None,
    currency: str = "EUR",
    **values: Any,
) -> MadeClient:
    """`values` are columns of the table: `branch`, `rep`, `town`, `siren`, `terms_days` …"""
    id_ = values.pop("id", None) or new_id()
    company = company or await any_company()
    code = code or f"C{short(id_)}"
    values = {"language": "fr", "created_at": LONG_AGO} | values
    await insert(
        "client", id=id_, company=company, code=code, name=name, currency=currency, **values
    )
    return MadeClient(id_, company, code, name, currency)


async def make_document(
    client: MadeClient,
    amount: str | Decimal = "100.00",
    *,
    due_on: date | None = None,
    issued_on: date | None = None,
    currency: str | None = None,
    number: str | None = None,
    kind: str | None = None,
    **values: Any,
) -> MadeDocument:
    """An invoice due today, or a credit note where the amount is negative."""
    id_, amount = values.pop("id", None) or new_id(), Decimal(amount)
    number = number or f"FA-{short(id_)}"
    due_on = due_on or TODAY
    issued_on = issued_on or due_on - timedelta(days=30)
    currency = currency or client.currency
    await insert(
        "document",
        id=id_,
        client=client.id,
        original_client=client.id,
        kind=kind or ("invoice" if amount >= 0 else "credit_note"),
        number=number,
        issued_on=issued_on,
        due_on=due_on,
        currency=currency,
        amount=amount,
        **({"due_estimated": False, "source": "test", "source_key": str(id_)} | values),
    )
    return MadeDocument(id_, client.id, number, amount, currency, issued_on, due_on)


async def make_payment(
    client: MadeClient,
    amount: str | Decimal = "100.00",
    *,
    value_on: date = TODAY,
    currency: str | None = None,
    **values: Any,
) -> MadePayment:
    """Money received, or paid back where the amount is negative."""
    id_, amount = values.pop("id", None) or new_id(), Decimal(amount)
    currency = currency or client.currency
    await insert(
        "payment",
        id=id_,
        client=client.id,
        original_client=client.id,
        value_on=value_on,
        currency=currency,
        amount=amount,
        **({"source": "test", "source_key": str(id_)} | values),
    )
    return MadePayment(id_, client.id, amount, currency, value_on)


async def make_allocation(
    amount: str | Decimal,
    *,
    debit: MadeDocument | MadePayment | None = None,
    credit: MadeDocument | MadePayment | None = None,
    value_on: date = TODAY,
    **values: Any,
) -> UUID:
    """A share of `debit` settled by `credit`; one of them may be unknown."""
    id_ = new_id()
    ends = {
        f"{side}_{'document' if isinstance(end, MadeDocument) else 'payment'}": end.id
        for side, end in (("debit", debit), ("credit", credit))
        if end is not None
    }
    await insert(
        "allocation",
        id=id_,
        amount=Decimal(amount),
        value_on=value_on,
        **ends,
        **({"source": "test"} | values),
    )
    return id_
