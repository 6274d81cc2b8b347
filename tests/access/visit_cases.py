"""The cases of visits: one's own list, and reports that everybody in scope reads."""

from __future__ import annotations

from typing import Any

from tests.access.cases import Case, Ids, client
from tests.access.world import Place
from tests.makers.ledger import TODAY, MadePerson
from tests.makers.visits import make_report, make_visit


async def my_visit(place: Place, person: MadePerson) -> Ids:
    return {"visit_id": await make_visit(person.id, place.client.id)}


async def a_report(place: Place, _person: MadePerson) -> Ids:
    words = {"next_step": f"Repasser à Ville-{place.mark}.", "next_step_on": TODAY}
    return {"report_id": await make_report(place.colleague.id, place.client.id, **words)}


async def my_visits(place: Place, person: MadePerson) -> Ids:
    await make_visit(person.id, place.client.id)
    return {}


def a_stop(_place: Place, _person: MadePerson) -> Any:
    return {"planned_on": TODAY.isoformat()}


def a_word(_place: Place, _person: MadePerson) -> Any:
    return {"mood": "satisfied", "met": "Mme Roche"}


def nothing(_place: Place, _person: MadePerson) -> Any:
    return {}


VISITS = {
    "GET /api/today": Case("own", prepare=my_visits),
    "GET /api/visits": Case("own", prepare=my_visits),
    "POST /api/clients/{client_id}/visits": Case("client", ids=client, body=a_stop),
    "POST /api/visits/{visit_id}/move": Case("client", prepare=my_visit, body=nothing),
    "POST /api/visits/{visit_id}/remove": Case("client", prepare=my_visit, body=nothing),
    "GET /api/clients/{client_id}/visit-reports": Case("client", ids=client, prepare=a_report),
    "GET /api/visit-reports/{report_id}": Case("client", prepare=a_report),
    "POST /api/clients/{client_id}/visit-reports": Case("client", ids=client, body=a_word),
}
