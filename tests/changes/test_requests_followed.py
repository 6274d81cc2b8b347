"""Whatever a request changes of what devices hold, they hear of: every route that writes is tried.

A device that catches up afterwards holds what one that begins anew is given. Whoever adds a route
says here whether it changes anything that a device keeps.
"""

from __future__ import annotations

import pytest

from backend.app import api_router
from backend.edge.description import describe
from tests.access.asking import prepared, request_of
from tests.access.every_case import CASES
from tests.access.import_cases import Uploads
from tests.access.world import as_person, make_place, make_viewer
from tests.changes.phone import anew

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

EVERY_WRITE = {
    f"{method.upper()} {path}"
    for path, operations in describe(api_router(demo=False))["paths"].items()
    for method in operations
    if method != "get"
}
ELSEWHERE = {
    route for route in EVERY_WRITE if "/api/import" in route or CASES[route].reach == "open"
}
"""A worker writes what imports do (test_imports_followed); signing in and out changes no client."""
WRITES = sorted(EVERY_WRITE - ELSEWHERE)
CHANGES_NO_COPY = {
    # One's own: devices, the list of visits, what was read.
    "PATCH /api/me",
    "POST /api/me/password",
    "PATCH /api/devices/{device_id}",
    "DELETE /api/devices/{device_id}",
    "PUT /api/clients/{client_id}/thread/read",
    "PUT /api/clients/{client_id}/thread/follow",
    "DELETE /api/clients/{client_id}/thread/follow",
    "POST /api/clients/{client_id}/visits",
    "POST /api/visits/{visit_id}/move",
    "POST /api/visits/{visit_id}/remove",
    # Of no client yet: a person, a place, a rule for what comes, a file that nobody has named.
    "POST /api/users",
    "POST /api/users/{user_id}/link",
    "POST /api/companies",
    "POST /api/branches",
    "PUT /api/disputes/reasons/{reason}",
    "POST /api/clients/{client_id}/files",
    "POST /api/files/{file_id}/link",
}


@pytest.fixture(autouse=True)
def where_uploads_lie(settings):
    Uploads.data = settings.data


async def test_only_routes_that_there_are_change_nothing():
    assert set(WRITES) >= CHANGES_NO_COPY


@pytest.mark.parametrize("route", WRITES)
async def test_what_a_request_changes_is_on_the_next_page(route, http, phone_of):
    place = await make_place("QHERE")
    reader = await make_viewer("sales", place.branch.id)
    case = CASES[route]
    asks = await make_viewer(case.roles()[0], place.branch.id, everything=case.sees_everything)
    ids = await prepared(route, place, asks)
    phone = phone_of(reader)
    await phone.catch_up()
    before = dict(phone.clients)
    request = await request_of(route, place, asks, ids)
    answer = await http.request(**request, headers=as_person(asks))
    assert answer.is_success, answer.text
    await phone.catch_up()
    new = await anew(http, reader)
    await new.catch_up()
    assert phone.clients == new.clients
    assert (new.clients == before) == (route in CHANGES_NO_COPY)
    assert phone.restarts == 1
