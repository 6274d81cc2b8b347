"""Who may see what, asked of every route there is.

The routes are read from the API's own description. Each has a case (of every_case.py) with a
real object of one branch; the walk then asks as every role, from inside the branch and from
outside it.
"""

from __future__ import annotations

import io
import re
from typing import Any

import httpx
import openpyxl
import pytest

from backend.app import api_router, create_app
from backend.edge.description import describe
from backend.settings import Settings
from shared.ids import new_id
from tests.access.asking import prepared, request_of
from tests.access.every_case import CASES
from tests.access.world import ROLES, Place, as_person, make_place, make_viewer
from tests.edge_fixtures import started, with_secret
from tests.makers.ledger import MadePerson

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


@pytest.fixture(scope="module")
def built_whole(database_url, tmp_path_factory):
    """With the demo's routes."""
    settings = Settings(data=tmp_path_factory.mktemp("app"), database_url=database_url)
    return create_app(with_secret(settings, demo=True))


@pytest.fixture
async def app(built_whole, settings, database, clock):
    """With mail too, so that no route is without its answer."""
    every = with_secret(
        settings, demo=True, smtp_url="smtp://127.0.0.1:9", mail_from="encours@example.test"
    )
    async with started(built_whole, every, clock) as app:
        yield app


ROUTES = [
    f"{method.upper()} {path}"
    for path, operations in describe(api_router(demo=True))["paths"].items()
    for method in operations
]
REQUEST_ID = re.compile(r'"request_id":\s*"[^"]*"')
# A page of changes has a name of its own; and tells how many facts there are in all, as the live
# events do (docs/decisions/0013).
PAGE_OF_CHANGES = re.compile(r'"more":false,"cursor":"[^"]*"')


def of_reach(*reaches: str) -> list[str]:
    return [route for route in ROUTES if route in CASES and CASES[route].reach in reaches]


async def test_every_route_has_a_case_and_every_case_a_route():
    assert sorted(ROUTES) == sorted(CASES)


async def ask(
    http: httpx.AsyncClient,
    route: str,
    person: MadePerson,
    place: Place,
    *,
    ids: dict[str, Any] | None = None,
) -> httpx.Response:
    if ids is None:
        ids = await prepared(route, place, person)
    request = await request_of(route, place, person, ids)
    return await http.request(**request, headers=as_person(person))


def inside(route: str, place: Place) -> tuple[Any, ...]:
    return () if CASES[route].sees_everything else (place.branch.id,)


@pytest.mark.parametrize("route", of_reach("client", "capability", "list"))
async def test_whoever_may_is_answered_and_whoever_may_not_is_told(route, http):
    case = CASES[route]
    for role in ROLES:
        place = await make_place(f"Q{new_id().hex[-5:].upper()}")
        person = await make_viewer(role, place.branch.id, everything=case.sees_everything)
        answer = await ask(http, route, person, place)
        expected = role in case.roles()
        assert answer.is_success is expected, f"{role}: {answer.status_code} {answer.text[:300]}"
        if not expected:
            assert answer.status_code == 403


@pytest.mark.parametrize("route", of_reach("own", "open"))
async def test_everybody_reaches_what_is_their_own(route, http):
    for role in ROLES:
        place = await make_place(f"Q{new_id().hex[-5:].upper()}")
        answer = await ask(http, route, await make_viewer(role), place)
        assert answer.is_success, f"{role}: {answer.status_code} {answer.text[:300]}"


def nothing(ids: dict[str, Any]) -> dict[str, Any]:
    """Ids of the same kind that are nobody's."""
    return {name: new_id() for name in ids}


def told(answer: httpx.Response) -> tuple[Any, ...]:
    """Everything an outsider could compare: status, body, size, headers but the request's id."""
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in {"x-request-id", "date", "server-timing"}
    }
    return answer.status_code, REQUEST_ID.sub("", answer.text), len(answer.content), headers


@pytest.mark.parametrize("route", [r for r in of_reach("client", "capability", "own") if "{" in r])
async def test_an_outsider_cannot_tell_forbidden_from_absent(route, http):
    case = CASES[route]
    place, elsewhere = await make_place("QINSIDE"), await make_place("QOUTSIDE")
    owner = await make_viewer("sales", place.branch.id)
    for role in ROLES:
        if case.reach == "capability" and role in case.roles():
            continue  # the role reaches every branch
        outsider = await make_viewer(role, elsewhere.branch.id)
        ids = dict(case.ids(place, owner))
        if case.prepare is not None:
            ids |= await case.prepare(place, owner)
        forbidden = await ask(http, route, outsider, place, ids=ids)
        absent = await ask(http, route, outsider, place, ids=nothing(ids))
        assert forbidden.status_code in {403, 404}, f"{role}: {forbidden.text[:300]}"
        assert told(forbidden) == told(absent), role


def seen(answer: httpx.Response) -> Any:
    """What a person reads in it: the cells of a workbook, else the body."""
    if "spreadsheet" not in answer.headers["content-type"]:
        return answer.status_code, PAGE_OF_CHANGES.sub("", answer.text)
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    return [[list(row) for row in sheet.values] for sheet in book.worksheets]


@pytest.mark.parametrize(
    ("route", "role"), [(r, role) for r in of_reach("list") for role in CASES[r].roles()]
)
async def test_lists_counts_search_and_exports_are_as_if_the_rest_did_not_exist(route, role, http):
    elsewhere = await make_place("QOUTSIDE")
    outsider = await make_viewer(role, elsewhere.branch.id)
    before = seen(await ask(http, route, outsider, elsewhere))
    place = await make_place("QINSIDE")
    after = seen(await ask(http, route, outsider, elsewhere))
    assert before == after
    assert place.mark not in str(after)
    there = {"GET /api/clients/totals": '"clients":2', "GET /api/reports/aging": '"clients":1'}
    assert there.get(route, elsewhere.mark) in str(after)


@pytest.mark.parametrize("said", ["QINSIDE", "Scierie QINSIDE", "FQINSIDE1", "KQINSIDE1", "Sciere"])
async def test_a_search_finds_nothing_of_another_branch(said, http):
    place, elsewhere = await make_place("QINSIDE"), await make_place("QOUTSIDE")
    outsider = await make_viewer("sales", elsewhere.branch.id)
    insider = await make_viewer("sales", place.branch.id)
    found = await http.get("/api/clients", params={"q": said}, headers=as_person(outsider))
    assert "INSIDE" not in found.text.replace(said, "")
    found = await http.get("/api/clients", params={"q": said}, headers=as_person(insider))
    assert str(place.client.id) in found.text


async def test_without_a_sign_in_every_route_but_the_open_ones_answers_401(http, database):
    place = await make_place("QINSIDE")
    person = await make_viewer("admin")
    for route in of_reach("own", "client", "capability", "list", "stream"):
        method, path = route.split(" ")
        named = {name: new_id() for name in re.findall(r"{(\w+)}", path)}
        ids = named | dict(CASES[route].ids(place, person))
        answer = await http.request(method, path.format(**ids))
        assert answer.status_code == 401, route


async def test_a_disabled_person_and_a_revoked_device_are_out_at_the_next_request(http, database):
    place = await make_place("QINSIDE")
    for sql in (
        "UPDATE account SET disabled_at = now() WHERE id = $1",
        "UPDATE device SET revoked_at = now() WHERE account = $1",
    ):
        person = await make_viewer("admin", everything=True)
        await database.fetch(sql, (person.id,))
        for route in of_reach("client", "capability", "list", "stream"):
            if "{" not in route or CASES[route].reach == "client":
                answer = await ask(http, route, person, place)
                assert answer.status_code == 401, route
