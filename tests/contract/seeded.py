"""A small company to be asked about: two branches with one of everything, and somebody of a role.

The person has many devices, and every request comes from the next one: signing a device out is
asked of the API like everything else, and does not end the walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from backend.database.transaction import execute, transaction
from backend.edge.keys import Keys, fingerprint
from backend.identity.passwords import hashed
from backend.identity.service.sessions import keep
from backend.identity.tokens import access_token, new_secret
from backend.identity.viewer import Bearer
from shared.ids import new_id
from tests.access.dispute_cases import decided, undecided
from tests.access.world import Place, make_place, make_viewer
from tests.edge_fixtures import PASSWORD, TEST_SECRET
from tests.makers.comments import make_comment
from tests.makers.ledger import (
    MadeClient,
    MadePerson,
    insert,
    make_client,
    make_company,
    make_document,
    make_person,
)
from tests.makers.promises import make_plan, make_promise
from tests.makers.visits import make_report, make_visit

DEVICES = 200
SECRETS = 25
CLIENTS_BESIDE = 12
SPARE = 8
CONTACTS = 20
COLLEAGUES = 5
PROMISES = 20
SEES_ALL = {"collector", "credit_manager", "finance_director", "admin"}


@dataclass(frozen=True)
class Seeded:
    """`real` names what exists, by what an address, a form or a body calls it."""

    person: MadePerson
    place: Place
    company: str
    """The code of a company that owns nothing yet: a file of it closes nothing."""
    tokens: Iterator[str]
    real: dict[str, list[str]]


async def seed(role: str) -> Seeded:
    here, there = await make_place("ICI"), await make_place("AILLEURS")
    person = await make_viewer(role, here.branch.id, everything=role in SEES_ALL)
    real = {
        "client_id": ids(here.client, *await more_clients(here), here.sibling, there.client),
        "merged_id": ids(*await spare_clients(here, merged_into=here.client.id), here.merged),
        "spare_id": ids(*await spare_clients(here)),
        "promise_id": await more_promises(here, person),
        "plan_id": texts(
            [await make_plan(here.client, here.document, amount="120.00") for _ in range(PROMISES)]
        ),
        "owed_id": ids(here.document),
        "promised_on": ["2026-11-27", "2026-12-24"],
        "document_id": ids(here.document, here.settled, there.document),
        "contacted_id": ids(here.client),
        "contact_id": [*await more_contacts(here), str(here.contact), str(there.contact)],
        "user_id": ids(here.colleague, *await more_people(here), there.colleague),
        "comment_id": texts([await fresh_comment(here.client, person) for _ in range(SPARE)]),
        "visit_id": texts([await make_visit(person.id, here.client.id) for _ in range(SPARE)]),
        "report_id": texts([await make_report(person.id, here.client.id)]),
        "company_id": ids(here.company, there.company),
        "branch_id": ids(here.branch, there.branch),
        "device_id": texts(await more_devices(person, SECRETS)),
        "token": await unopened_links(),
        "new_password": ["une tout autre phrase"],
        "kind": ["open-items", "clients", "history", "payments"],
        "options": ["{}", '{"currency": "EUR"}', "[]"],
        **await somebody_to_sign_in(here),
        **await more_disputes(here, person),
    }
    company = await make_company("NEUVE")
    return Seeded(person, here, company.code, cycle(await tokens_of(person)), real)


def ids(*things: Any) -> list[str]:
    return texts([thing.id for thing in things])


def texts(of: list[UUID]) -> list[str]:
    return [str(id_) for id_ in of]


async def tokens_of(person: MadePerson) -> list[str]:
    keys, now = Keys(TEST_SECRET), datetime.now(UTC)
    devices = await more_devices(person, DEVICES)
    return [access_token(Bearer(person.id, device), keys, now) for device in devices]


async def more_devices(person: MadePerson, number: int) -> list[UUID]:
    made = [new_id() for _ in range(number)]
    await execute(
        "INSERT INTO device (id, account, name, created_at, last_seen_at)"
        " SELECT id, $2, 'tablet', now(), now() FROM unnest($1::uuid[]) AS made (id)",
        made,
        person.id,
    )
    return made


async def more_clients(place: Place) -> list[Any]:
    """Enough of them that merging some leaves others; each owes something."""
    made = []
    for number in range(CLIENTS_BESIDE):
        client = await make_client(
            f"0{number}",
            name=f"Client {number}",
            company=place.company.id,
            branch=place.branch.id,
            currency="USD" if number % 4 == 0 else "EUR",
        )
        await make_document(client, "10.10", due_on=date(2026, 11, 1) + timedelta(number))
        made.append(client)
    return made


async def spare_clients(place: Place, **values: Any) -> list[Any]:
    """To be merged, or to be unmerged."""
    of_place: dict[str, Any] = {"company": place.company.id, "branch": place.branch.id}
    return [await make_client(**of_place, **values) for _ in range(SPARE)]


async def more_contacts(place: Place) -> list[str]:
    made = [new_id() for _ in range(CONTACTS)]
    for id_ in made:
        await insert("contact", id=id_, client=place.client.id, name="Sacha", role="owner")
    return texts(made)


async def more_promises(place: Place, person: MadePerson) -> list[str]:
    return texts(
        [
            await make_promise(place.client, place.document, amount="1.00", taken_by=person.id)
            for _ in range(PROMISES)
        ]
    )


async def fresh_comment(client: MadeClient, author: MadePerson) -> UUID:
    """That its author can still change."""
    return await make_comment(client.id, author=author.id, at=datetime.now(UTC))


async def more_people(place: Place) -> list[Any]:
    return [await make_person("sales", branches=(place.branch.id,)) for _ in range(COLLEAGUES)]


async def more_disputes(place: Place, person: MadePerson) -> dict[str, list[str]]:
    """Of invoices of their own, in the person's hands: some to be decided, some that are."""
    free = [await make_document(place.client, "90.00") for _ in range(2 * SPARE)]
    made: dict[str, list[str]] = {"dispute_id": [], "decided_id": []}
    for name, prepare in (("dispute_id", undecided), ("decided_id", decided)):
        for _ in range(SPARE):
            invoice = await make_document(place.client, "120.00")
            of_invoice = replace(place, document=invoice)
            made[name].append(str((await prepare(of_invoice, person))["dispute_id"]))
    return made | {
        "disputable_id": ids(*free),
        "resolution": ["gesture", "credit_note"],
        "granted": ["10.00", "120.00"],
    }


async def somebody_to_sign_in(place: Place) -> dict[str, list[str]]:
    """A colleague with a password, and devices that may refresh."""
    email = "colleague@example.test"
    colleague = await make_person("sales", branches=(place.branch.id,))
    await execute(
        "UPDATE account SET email = $2, password_hash = $3 WHERE id = $1",
        colleague.id,
        email,
        await hashed(PASSWORD),
    )
    refresh_tokens = [new_secret() for _ in range(SECRETS)]
    devices = await more_devices(colleague, SECRETS)
    async with transaction():
        for device, token in zip(devices, refresh_tokens, strict=True):
            await keep(token, device, datetime.now(UTC))
    return {"email": [email], "password": [PASSWORD], "refresh_token": refresh_tokens}


async def unopened_links() -> list[str]:
    links, now = [new_secret() for _ in range(SECRETS)], datetime.now(UTC)
    for link in links:
        await insert(
            "one_time_link",
            id=new_id(),
            account=(await make_person("sales")).id,
            token_hash=fingerprint(link),
            purpose="reset",
            asked_publicly=False,
            issued_at=now,
            expires_at=now + timedelta(hours=1),
        )
    return links
