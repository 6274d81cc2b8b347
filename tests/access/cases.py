"""For every route of the API: a real object of a branch, who may, and a request that succeeds.

The walk fails for a route that has no case here, so whoever adds a route says who may call it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal
from uuid import UUID

from backend.database.transaction import execute, fetch_value, transaction
from backend.edge.keys import fingerprint
from backend.identity.passwords import hashed
from backend.identity.rules import Capability, may
from backend.identity.service.sessions import keep
from backend.identity.tokens import new_secret
from shared.ids import new_id
from tests.access.world import NOW, ROLES, Place
from tests.edge_fixtures import PASSWORD
from tests.makers.ledger import MadePerson, insert, short

Ids = Mapping[str, UUID | str]

Reach = Literal[
    "open",  # anybody, signed in or not
    "own",  # what belongs to the person who asks
    "client",  # something of a client in one's scope
    "capability",  # something that a role may, whatever the branch
    "list",  # what one sees, counted, listed or exported
    "stream",  # an answer without end: tests/live asks who is told what
]


@dataclass(frozen=True)
class Case:
    """`ids` gives the path parameters of a place's object, `absent` those of nothing."""

    reach: Reach
    capability: Capability | None = None
    ids: Callable[[Place, MadePerson], Ids] = lambda _place, _person: {}
    query: Mapping[str, str] = field(default_factory=dict)
    body: Callable[[Place, MadePerson], Any] | None = None
    files: Callable[[], Any] | None = None
    prepare: Callable[[Place, MadePerson], Awaitable[Ids]] | None = None
    """What the object needs before it can be asked for; adds to `ids`."""
    sees_everything: bool = False
    """Only a scope over all clients will do, beside the capability."""

    def roles(self) -> list[str]:
        return [r for r in ROLES if self.capability is None or may(r, self.capability)]  # type: ignore[arg-type]


def client(place: Place, _person: MadePerson) -> Ids:
    return {"client_id": place.client.id}


def document(place: Place, _person: MadePerson) -> Ids:
    return {"document_id": place.document.id}


def contact(place: Place, _person: MadePerson) -> Ids:
    return {"client_id": place.client.id, "contact_id": place.contact}


def colleague(place: Place, _person: MadePerson) -> Ids:
    return {"user_id": place.colleague.id}


async def another_device(_place: Place, person: MadePerson) -> Ids:
    device = new_id()
    await insert(
        "device", id=device, account=person.id, name="tablet", created_at=NOW, last_seen_at=NOW
    )
    return {"device_id": device}


def a_person(place: Place, _person: MadePerson) -> Any:
    return {
        "email": f"{short(new_id())}@example.test",
        "name": "Maxime Neuf",
        "role": "sales",
        "branch_ids": [str(place.branch.id)],
    }


async def with_a_password(_place: Place, person: MadePerson) -> Any:
    await execute(
        "UPDATE account SET password_hash = $2 WHERE id = $1", person.id, await hashed(PASSWORD)
    )
    email = await fetch_value("SELECT email FROM account WHERE id = $1", person.id)
    return {"email": email, "password": PASSWORD}


async def with_another_password(place: Place, person: MadePerson) -> Any:
    await with_a_password(place, person)
    return {"current_password": PASSWORD, "new_password": "une tout autre phrase"}


async def with_a_refresh_token(_place: Place, person: MadePerson) -> Any:
    token = new_secret()
    async with transaction():
        await keep(token, person.device, NOW)
    return {"refresh_token": token}


async def with_a_link(_place: Place, person: MadePerson) -> Any:
    token = new_secret()
    await insert(
        "one_time_link",
        id=new_id(),
        account=person.id,
        token_hash=fingerprint(token),
        purpose="reset",
        asked_publicly=False,
        issued_at=NOW,
        expires_at=NOW + timedelta(hours=1),
    )
    return {"token": token, "new_password": "une tout autre phrase"}


CLIENTS = {
    "GET /api/events": Case("stream"),
    "GET /api/changes": Case("list"),
    "GET /api/clients": Case("list"),
    "GET /api/clients/totals": Case("list"),
    "GET /api/clients.xlsx": Case("list", "export"),
    "GET /api/reports/aging": Case("list"),
    "GET /api/reports/aging.xlsx": Case("list", "export"),
    "GET /api/clients/{client_id}": Case("client", ids=client),
    "GET /api/clients/{client_id}/brief": Case("client", ids=client),
    "GET /api/clients/{client_id}/documents": Case("client", ids=client),
    "GET /api/clients/{client_id}/payments": Case("client", ids=client),
    "GET /api/clients/{client_id}/activity": Case("client", "see-audit", ids=client),
    "GET /api/clients/{client_id}/contacts": Case("client", ids=client),
    "GET /api/clients/{client_id}/merged": Case("client", "merge-clients", ids=client),
    "GET /api/clients/{client_id}/statement.pdf": Case("client", ids=client),
    "GET /api/clients/{client_id}/statement.xlsx": Case("client", ids=client),
    "GET /api/documents/{document_id}": Case("client", ids=document),
    "PATCH /api/clients/{client_id}": Case(
        "client", "edit-clients", ids=client, body=lambda _place, _person: {"profile": "pme"}
    ),
    "POST /api/clients/{client_id}/contacts": Case(
        "client", "edit-contacts", ids=client, body=lambda _place, _person: {"name": "Sacha Neuf"}
    ),
    "PATCH /api/clients/{client_id}/contacts/{contact_id}": Case(
        "client", "edit-contacts", ids=contact, body=lambda _place, _person: {"note": "le matin"}
    ),
    "DELETE /api/clients/{client_id}/contacts/{contact_id}": Case(
        "client", "edit-contacts", ids=contact
    ),
    "POST /api/clients/{client_id}/merge": Case(
        "client",
        "merge-clients",
        ids=lambda place, _person: {"client_id": place.sibling.id},
        body=lambda place, _person: {"into_client_id": str(place.client.id)},
    ),
    "POST /api/clients/{client_id}/unmerge": Case(
        "client", "merge-clients", ids=lambda place, _person: {"client_id": place.merged.id}
    ),
}

PEOPLE = {
    "POST /api/sign-in": Case("open", body=with_a_password),
    "POST /api/refresh": Case("open", body=with_a_refresh_token),
    "POST /api/sign-out": Case("open", body=with_a_refresh_token),
    "POST /api/ask-reset": Case(
        "open", body=lambda _place, _person: {"email": "personne@example.test"}
    ),
    "POST /api/open-link": Case("open", body=with_a_link),
    "GET /api/demo-accounts": Case("open"),
    "GET /api/me": Case("own"),
    "PATCH /api/me": Case("own", body=lambda _place, _person: {"language": "en"}),
    "POST /api/me/password": Case("own", body=with_another_password),
    "GET /api/devices": Case("own"),
    "PATCH /api/devices/{device_id}": Case(
        "own", prepare=another_device, body=lambda _place, _person: {"name": "tablette"}
    ),
    "DELETE /api/devices/{device_id}": Case("own", prepare=another_device),
    "GET /api/organisation": Case("own"),
    "GET /api/colleagues": Case("capability", "assign-clients"),
    "GET /api/users": Case("capability", "manage-users"),
    "POST /api/users": Case("capability", "manage-users", body=a_person),
    "GET /api/users/{user_id}": Case("capability", "manage-users", ids=colleague),
    "PATCH /api/users/{user_id}": Case(
        "capability",
        "manage-users",
        ids=colleague,
        body=lambda _place, _person: {"name": "Alix Autrement"},
    ),
    "POST /api/users/{user_id}/link": Case("capability", "manage-users", ids=colleague),
    "POST /api/users/{user_id}/handover": Case(
        "capability",
        "manage-users",
        ids=colleague,
        body=lambda _place, person: {"to_user_id": str(person.id)},
    ),
    "POST /api/companies": Case(
        "capability",
        "manage-organisation",
        body=lambda _place, _person: {"code": short(new_id()), "name": "Neuve"},
    ),
    "PATCH /api/companies/{company_id}": Case(
        "capability",
        "manage-organisation",
        ids=lambda place, _person: {"company_id": place.company.id},
        body=lambda _place, _person: {"name": "Renommée"},
    ),
    "POST /api/branches": Case(
        "capability",
        "manage-organisation",
        body=lambda place, _person: {
            "company_id": str(place.company.id),
            "code": short(new_id()),
            "name": "Neuve",
        },
    ),
    "PATCH /api/branches/{branch_id}": Case(
        "capability",
        "manage-organisation",
        ids=lambda place, _person: {"branch_id": place.branch.id},
        body=lambda _place, _person: {"name": "Renommée"},
    ),
}

CASES: dict[str, Case] = CLIENTS | PEOPLE
