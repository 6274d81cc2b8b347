"""The request of a case that succeeds, whoever sends it."""

from __future__ import annotations

import inspect
from typing import Any

from tests.access.every_case import CASES
from tests.access.world import Place
from tests.makers.ledger import MadePerson


async def prepared(route: str, place: Place, person: MadePerson) -> dict[str, Any]:
    """The ids of the case's objects, made where they are not there."""
    case = CASES[route]
    ids = dict(case.ids(place, person))
    return ids if case.prepare is None else ids | dict(await case.prepare(place, person))


async def request_of(
    route: str, place: Place, person: MadePerson, ids: dict[str, Any]
) -> dict[str, Any]:
    """As `httpx` takes it, but for who asks."""
    case = CASES[route]
    method, path = route.split(" ")
    options: dict[str, Any] = {"method": method, "url": path.format(**ids)}
    options["params"] = dict(case.query)
    if case.body is not None:
        body = case.body(place, person)
        options["json"] = await body if inspect.isawaitable(body) else body
    if case.files is not None:
        options |= case.files()
    return options
