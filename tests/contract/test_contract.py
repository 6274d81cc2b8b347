"""The served API keeps to its own description, whatever it is asked, whoever asks.

Schemathesis makes the requests from the description: lawful ones and broken ones, one at a time
and in sequences that use what an earlier answer said, on a real server process with a real
database. Most of what they name exists (tests/contract/seeded.py).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from backend.identity.rules import may
from shared.ids import new_id
from tests.access.every_case import CASES
from tests.access.import_cases import Uploads
from tests.access.world import ROLES
from tests.contract.lawful import ask_lawfully
from tests.contract.seeded import Seeded, seed
from tests.contract.walk import walk
from tests.edge_fixtures import TEST_SECRET
from tests.files.samples import picture
from tests.imports.over_http import AMBIGUOUS, FILE
from tests.journeys.deployment import Server, deployed, until

pytestmark = pytest.mark.anyio

AT_RANDOM = {"fuzzing": {"enabled": True, "generation": {"max-examples": 3}}}
IN_SEQUENCE = {"stateful": {"enabled": True, "max-steps": 8, "generation": {"max-examples": 12}}}
AT_THE_BOUNDS = {"coverage": {"enabled": True, "unexpected-methods": ["trace"]}}

MISSED_MOST = 0.25
MISSED_AT_THE_BOUNDS_MOST = 0.05
"""Of the operations a role may use, how many may have been refused at every random try: an
import, say, that was never found in the state that lets it be undone.
"""
AS_NOBODY_GUESSES = {
    # Instalments that add up to the cent, evidence that a mood asks for: no description says so.
    "POST /api/clients/{client_id}/plans",
    "POST /api/clients/{client_id}/plans/{plan_id}/accept",
    "POST /api/clients/{client_id}/visit-reports",
}
"""Asked as they should be, by every role that may, instead of left to chance."""
CHAINED_LEAST = 5

NEVER_GRANTED = {
    # It would sign out the devices that the walk is made with; tests/identity changes passwords.
    "POST /api/me/password",
    # An answer without end, which the walk does not ask for; tests/live reads it.
    "GET /api/events",
}


@pytest.fixture(scope="module")
def server(database_url: str) -> Iterator[Server]:
    with (
        deployed(
            DATABASE_URL=database_url,
            ENCOURS_SECRET_KEY=TEST_SECRET,
            ENCOURS_DEMO="1",  # so that no operation is missing
            ENCOURS_TODAY="2026-11-20",
            ENCOURS_SMTP_URL="smtp://127.0.0.1:9",  # nobody listens there, which is no failure
            ENCOURS_MAIL_FROM="encours@example.test",
        ) as deployment,
        deployment.serving() as server,
    ):
        Uploads.data = deployment.data
        yield server


def test_what_nobody_guesses_is_somebodys_to_do():
    assert all(CASES[operation].roles() for operation in AS_NOBODY_GUESSES)


# The longest first: two workers then share the work well.
@pytest.mark.parametrize("role", ROLES[::-1])
async def test_every_operation_keeps_the_contract(role, server, database, lawful_ledger):
    seeded = await seed(role)
    await asyncio.to_thread(send_files, role, server, seeded)
    await asyncio.to_thread(send_photos, server, seeded)
    bounds = AT_THE_BOUNDS if role == "admin" else {}  # who may everything meets every bound
    phases = bounds | AT_RANDOM | IN_SEQUENCE
    walked = await asyncio.to_thread(walk, server.url, seeded, phases)
    assert walked.failures == {}, server.log.read_text()[-4000:]
    usable = {name for name, case in CASES.items() if role in case.roles()} - NEVER_GRANTED
    assert walked.chained >= CHAINED_LEAST
    by_chance = usable - AS_NOBODY_GUESSES
    missed = by_chance - walked.granted()
    share = len(missed) / len(by_chance)
    assert share <= (MISSED_AT_THE_BOUNDS_MOST if bounds else MISSED_MOST), sorted(missed)
    # Whatever a role may, it was let do at least once, and answered as described.
    asked = missed | (usable & AS_NOBODY_GUESSES)
    assert await ask_lawfully(role, asked, server) == {}


def send_files(role: str, server: Server, seeded: Seeded) -> None:
    """Imports to ask about: one applied, one with a question, one previewed."""
    if not may(role, "import-ledger"):  # type: ignore[arg-type]
        return
    with server.client(next(seeded.tokens)) as http:
        texts = (FILE, AMBIGUOUS, FILE.replace("F2", "F3"))
        runs = [sent(http, text, seeded.company) for text in texts]
        assert [run["state"] for run in runs] == ["previewed", "question", "previewed"]
        apply = f"/api/imports/{runs[0]['id']}/apply"
        http.post(apply, json={}).raise_for_status()
        assert settled(http, runs[0]["id"])["state"] == "applied"
    seeded.real["run_id"] = [run["id"] for run in runs]


def send_photos(server: Server, seeded: Seeded) -> None:
    """A photo in sight, and an address that opens it."""
    with server.client(next(seeded.tokens)) as http:
        told = http.post(
            f"/api/clients/{seeded.place.client.id}/files", files={"file": ("photo.jpg", picture())}
        )
        photo = told.raise_for_status().json()["id"]
        link = http.post(f"/api/files/{photo}/link").raise_for_status().json()["url"]
    seeded.real["file_id"] = [photo]
    seeded.real["link"] = [link.rpartition("/")[2]]
    seeded.real["paper"] = ["Deux portes voilées", "Facture;Montant"]
    seeded.real["own_id"] = [str(new_id()) for _ in range(40)]


def sent(http: httpx.Client, text: str, company: str) -> Any:
    answer = http.post(
        "/api/imports",
        files={"file": ("ledger.csv", text.encode())},
        data={"kind": "open-items", "options": json.dumps({"company": company})},
    )
    return settled(http, answer.raise_for_status().json()["id"])


def settled(http: httpx.Client, run_id: str) -> Any:
    def found() -> Any:
        run = http.get(f"/api/imports/{run_id}").raise_for_status().json()
        return None if run["state"] in {"reading", "applying"} else run

    return until("the import settles", found, 60.0)
