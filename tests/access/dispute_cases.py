"""The cases of the dispute routes: a dispute of a branch's client, which the person answers for."""

from __future__ import annotations

from typing import Any

from backend.database.transaction import fetch_value
from tests.access.cases import Case, Ids, client, document
from tests.access.world import Place
from tests.makers.disputes import make_dispute
from tests.makers.ledger import MadePerson


async def of_place(place: Place, person: MadePerson, **fields: Any) -> Ids:
    """All of the open invoice of the place, in the person's hands."""
    values: dict[str, Any] = {
        "state": "assigned",
        "owner": person.id,
        "opened_by": place.colleague.id,
    } | fields
    text = f"Porte {place.mark}"
    return {"dispute_id": await make_dispute(place.client, place.document, text=text, **values)}


async def undecided(place: Place, person: MadePerson) -> Ids:
    return await of_place(place, person)


async def decided(place: Place, person: MadePerson) -> Ids:
    fields: dict[str, Any] = {
        "state": "rejected",
        "blocked": 0,
        "resolution": "confirmed_due",
        "granted": 0,
    }
    return await of_place(place, person, **fields)


async def in_sight(place: Place, _person: MadePerson) -> Ids:
    """For the list, which names the client and the invoice: one dispute a place is enough."""
    there = await fetch_value("SELECT count(*) FROM dispute WHERE client = $1", place.client.id)
    if not there:
        await of_place(place, place.colleague)
    return {}


def of_dispute(body: dict[str, Any] | None = None, *, is_decided: bool = False) -> Case:
    return Case(
        "client",
        prepare=decided if is_decided else undecided,
        body=None if body is None else lambda _place, _person: body,
    )


DISPUTES = {
    "POST /api/clients/{client_id}/disputes": Case(
        "client",
        ids=client,
        body=lambda place, _person: {"document_id": str(place.document.id), "reason": "price"},
    ),
    "GET /api/clients/{client_id}/disputes": Case("client", ids=client),
    "GET /api/clients/{client_id}/dispute-owners": Case("client", ids=client),
    "GET /api/documents/{document_id}/disputes": Case("client", ids=document),
    "GET /api/disputes": Case("list", prepare=in_sight),
    "GET /api/disputes/causes": Case(
        "own", query={"from_on": "2026-01-01", "to_on": "2026-12-31"}, prepare=in_sight
    ),
    "GET /api/disputes/reasons": Case("own"),
    "PUT /api/disputes/reasons/{reason}": Case(
        "capability",
        "manage-organisation",
        ids=lambda _place, _person: {"reason": "quality"},
        body=lambda _place, _person: {
            "from_on": "2026-11-01",
            "department": "sales",
            "sla_days": 3,
        },
    ),
    "GET /api/disputes/{dispute_id}": of_dispute(),
    "POST /api/disputes/{dispute_id}/entries": of_dispute(
        {"text": "Vu sur place", "waiting_on": "internal"}
    ),
    "POST /api/disputes/{dispute_id}/assign": of_dispute({"department": "logistics"}),
    "POST /api/disputes/{dispute_id}/resolve": of_dispute(
        {"resolution": "gesture", "granted": "10.00", "why": "geste"}
    ),
    "POST /api/disputes/{dispute_id}/close": of_dispute({}, is_decided=True),
    "POST /api/disputes/{dispute_id}/reopen": of_dispute({"why": "encore"}, is_decided=True),
}
