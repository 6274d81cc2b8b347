"""The cases of promises and payment plans: who may, and one in the state each route asks for."""

from __future__ import annotations

from typing import Any

from tests.access.cases import Case, Ids, client
from tests.access.world import Place
from tests.makers.ledger import MadePerson
from tests.makers.promises import make_plan, make_promise


async def own_promise(place: Place, person: MadePerson) -> Ids:
    promise = await make_promise(
        place.client, place.document, amount="20.00", taken_by=person.id, said_by=place.mark
    )
    return {"promise_id": promise}


async def a_plan(place: Place, _person: MadePerson) -> Ids:
    return {"plan_id": await make_plan(place.client, place.document, amount="120.00")}


def promising(place: Place, _person: MadePerson) -> Any:
    return {"document_ids": [str(place.document.id)], "promised_on": "2026-11-27"}


def planning(place: Place, _person: MadePerson) -> Any:
    return {
        "document_ids": [str(place.document.id)],
        "instalments": [
            {"due_on": "2026-12-20", "amount": "60.00"},
            {"due_on": "2027-01-20", "amount": "60.00"},
        ],
    }


def why(_place: Place, _person: MadePerson) -> Any:
    return {"why": "erreur"}


PROMISES = {
    "GET /api/clients/{client_id}/promises": Case("client", ids=client),
    "POST /api/clients/{client_id}/promises": Case(
        "client", "take-promises", ids=client, body=promising
    ),
    "POST /api/clients/{client_id}/promises/{promise_id}/reschedule": Case(
        "client",
        "take-promises",
        ids=client,
        prepare=own_promise,
        body=lambda _place, _person: {"promised_on": "2026-12-04"},
    ),
    "POST /api/clients/{client_id}/promises/{promise_id}/withdraw": Case(
        "client", "take-promises", ids=client, prepare=own_promise, body=why
    ),
    "GET /api/clients/{client_id}/plans": Case("client", ids=client),
    "POST /api/clients/{client_id}/plans": Case(
        "client", "take-promises", ids=client, body=planning
    ),
    "POST /api/clients/{client_id}/plans/{plan_id}/accept": Case(
        "client",
        "agree-plans",
        ids=client,
        prepare=a_plan,
        body=lambda _place, _person: {"proof": "courriel du 20 novembre"},
    ),
    "POST /api/clients/{client_id}/plans/{plan_id}/cancel": Case(
        "client", "agree-plans", ids=client, prepare=a_plan, body=why
    ),
}
