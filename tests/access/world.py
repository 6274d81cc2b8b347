"""Two branches of two companies, with one of everything each, and people who see one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import transaction
from backend.edge.keys import Keys
from backend.identity.tokens import access_token
from backend.identity.viewer import Bearer
from shared.ids import new_id
from tests.edge_fixtures import TEST_SECRET
from tests.makers.ledger import (
    MadeBranch,
    MadeClient,
    MadeCompany,
    MadeDocument,
    MadePayment,
    MadePerson,
    insert,
    make_allocation,
    make_branch,
    make_client,
    make_company,
    make_document,
    make_payment,
    make_person,
    short,
)

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ROLES = (
    "sales",
    "after_sales",
    "collector",
    "branch_manager",
    "credit_manager",
    "finance_director",
    "admin",
)


@dataclass(frozen=True)
class Place:
    """One branch and what belongs to it."""

    company: MadeCompany
    branch: MadeBranch
    client: MadeClient
    merged: MadeClient
    sibling: MadeClient
    document: MadeDocument
    settled: MadeDocument
    payment: MadePayment
    contact: UUID
    colleague: MadePerson
    mark: str
    """A word that every text of this place holds, and no text of another place."""


async def make_place(mark: str) -> Place:
    company = await make_company(f"CO{mark}")
    branch = await make_branch(company.id, f"AG{mark}")
    colleague = await make_person("sales", name=f"Alix {mark}", branches=(branch.id,))
    of_branch: dict[str, Any] = {
        "company": company.id,
        "branch": branch.id,
        "town": f"Ville-{mark}",
    }
    client = await make_client(f"K{mark}1", name=f"Scierie {mark}", rep=colleague.id, **of_branch)
    sibling = await make_client(f"K{mark}2", name=f"Garage {mark}", **of_branch)
    merged = await make_client(
        f"K{mark}3", name=f"Ancien {mark}", merged_into=client.id, **of_branch
    )
    document = await make_document(client, "120.00", number=f"F{mark}1", due_on=date(2026, 9, 30))
    settled = await make_document(client, "80.00", number=f"F{mark}2", due_on=date(2026, 6, 30))
    payment = await make_payment(client, "80.00", reference=f"R{mark}")
    await make_allocation("80.00", debit=settled, credit=payment)
    contact = new_id()
    await insert("contact", id=contact, client=client.id, name=f"Camille {mark}", role="owner")
    async with transaction():
        await record(
            Fact(kind="client-changed", client=client.id, subject=client.id, after={"note": mark}),
            by=NOBODY,
            at=NOW,
        )
    return Place(
        company,
        branch,
        client,
        merged,
        sibling,
        document,
        settled,
        payment,
        contact,
        colleague,
        mark,
    )


async def make_viewer(role: str, *branches: UUID, everything: bool = False) -> MadePerson:
    return await make_person(
        role, name=f"Dominique {short(new_id())}", branches=branches, everything=everything
    )


def as_person(person: MadePerson) -> dict[str, str]:
    """Headers of a request this person makes, from their one device."""
    token = access_token(Bearer(person.id, person.device), Keys(TEST_SECRET), NOW)
    return {"Authorization": f"Bearer {token}", "Accept-Language": "fr"}
