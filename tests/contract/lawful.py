"""What chance did not get right is asked lawfully: as in tests/access, of a branch of its own.

An instalment plan adds up to the cent, an import is undone in one state only: no description says
so, and nobody guesses it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import schemathesis

from backend.edge.keys import Keys
from backend.identity.tokens import access_token
from backend.identity.viewer import Bearer
from shared.ids import new_id
from tests.access.asking import prepared, request_of
from tests.access.world import make_place, make_viewer
from tests.contract.seeded import SEES_ALL, fresh_comment
from tests.edge_fixtures import TEST_SECRET
from tests.journeys.deployment import Server


async def ask_lawfully(role: str, operations: Iterable[str], server: Server) -> dict[str, str]:
    """What each of them had to say that was not granted, or was not answered as described."""
    described = schemathesis.openapi.from_url(f"{server.url}/api/openapi.json")
    refused = {}
    with server.client() as http:
        for operation in sorted(operations):
            request = await lawful(operation, role)
            answer = await asyncio.to_thread(partial(http.request, **request))
            if not answer.is_success:
                refused[operation] = f"{answer.status_code} {answer.text[:300]}"
                continue
            method, path = operation.split(" ")
            described[path][method].validate_response(answer)
    return refused


async def lawful(operation: str, role: str) -> dict[str, Any]:
    """By somebody of the role, in a place where nothing else has been asked."""
    place = await make_place(f"L{new_id().hex[-8:].upper()}")
    person = await make_viewer(role, place.branch.id, everything=role in SEES_ALL)
    ids = await prepared(operation, place, person)
    if operation == "PATCH /api/comments/{comment_id}":
        # Within ten minutes, by the clock of a real server.
        ids["comment_id"] = await fresh_comment(place.client, person)
    request = await request_of(operation, place, person, ids)
    token = access_token(Bearer(person.id, person.device), Keys(TEST_SECRET), datetime.now(UTC))
    return request | {"headers": {"Authorization": f"Bearer {token}"}}
