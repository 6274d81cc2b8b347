"""Every parameter of an address has bounds, and what is out of them is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from backend.app import api_router
from backend.edge.description import describe
from tests.access.every_case import CASES
from tests.access.world import as_person, make_place, make_viewer

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


class Parameter(NamedTuple):
    route: str
    where: str
    name: str
    schema: dict[str, Any]


def parameters() -> Iterator[Parameter]:
    for path, operations in describe(api_router(demo=False))["paths"].items():
        for method, operation in operations.items():
            for one in operation.get("parameters", []):
                route = f"{method.upper()} {path}"
                yield Parameter(route, one["in"], one["name"], given(one["schema"]))


def given(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value that is there."""
    [values] = [one for one in schema.get("oneOf", [{}]) if one != {"type": "null"}]
    present: dict[str, Any] = schema | values
    return present


def misfits(schema: dict[str, Any]) -> Iterator[str]:
    match schema:
        case {"maxLength": most}:
            yield "x" * (most + 1)
        case {"enum": _}:
            yield "none of these"
        case {"format": "uuid" | "date"}:
            yield "2026-13-01"
        case {"type": "integer", "minimum": least, "maximum": most}:
            yield from (str(int(least) - 1), str(int(most) + 1), "1.5", "many")
    if "pattern" in schema:
        yield "é"


PARAMETERS = list(parameters())
NAMES = [f"{one.route} {one.name}" for one in PARAMETERS]


async def test_addresses_have_parameters_of_both_kinds():
    assert {one.where for one in PARAMETERS} == {"path", "query"}


@pytest.mark.parametrize("one", PARAMETERS, ids=NAMES)
async def test_what_is_out_of_bounds_is_refused(one: Parameter, http):
    case = CASES[one.route]
    place = await make_place("QBOUNDS")
    person = await make_viewer("admin", place.branch.id, everything=True)
    ids = dict(case.ids(place, person))
    if case.prepare is not None:
        ids |= await case.prepare(place, person)
    method, path = one.route.split(" ")
    wrong = list(misfits(one.schema))
    assert wrong, f"{one.name} has no bounds: {one.schema}"
    body = None if case.body is None else case.body(place, person)
    for value in wrong:
        address = path.format(**(ids | {one.name: value}) if one.where == "path" else ids)
        query = {one.name: value} if one.where == "query" else None
        answer = await http.request(
            method, address, params=query, json=body, headers=as_person(person)
        )
        expected = (404, "not-found") if one.where == "path" else (400, "bad-parameter")
        assert (answer.status_code, answer.json()["code"]) == expected, value[:20]
