"""What nobody of the field does changes what devices hold too: closings, erasures, the console."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from backend.activity.erasing import erase_text
from backend.activity.service import NOBODY
from backend.database.transaction import fetch_all
from backend.promises.service.closing import close_day
from shared.rules.promise import PromisePolicy
from tests.access.asking import prepared, request_of
from tests.access.import_cases import Uploads
from tests.access.world import NOW, as_person, make_place, make_viewer
from tests.changes.phone import anew
from tests.makers.ledger import TODAY, make_allocation, make_payment
from tests.makers.promises import make_cash_source, make_promise

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

PROMISED, DEADLINE = date(2026, 11, 4), date(2026, 11, 6)
WORDS = (
    "POST /api/clients/{client_id}/comments",
    "POST /api/clients/{client_id}/promises",
    "POST /api/clients/{client_id}/disputes",
    "POST /api/clients/{client_id}/visit-reports",
    "POST /api/clients/{client_id}/plans",
)


@pytest.fixture(autouse=True)
def where_uploads_lie(settings):
    Uploads.data = settings.data


@pytest.fixture
async def place(app):
    return await make_place("QHERE")


@pytest.fixture
async def reader(place):
    return await make_viewer("sales", place.branch.id)


@pytest.fixture
def phone(phone_of, reader):
    return phone_of(reader)


async def is_followed(phone) -> None:
    before = dict(phone.clients)
    await phone.catch_up()
    new = await anew(phone.http, phone.person)
    await new.catch_up()
    assert phone.clients == new.clients
    assert phone.clients != before
    assert phone.restarts == 1


async def close() -> None:
    await close_day(DEADLINE, today=TODAY, now=NOW, policy=PromisePolicy())


async def test_a_promise_is_judged_and_judged_again(place, phone):
    await make_cash_source(place.company.id, covers_through=TODAY)
    await make_promise(place.client, place.document, promised_on=PROMISED)
    await phone.catch_up()
    await close()
    await is_followed(phone)
    [promise] = phone.clients[str(place.client.id)]["promises"]
    assert promise["state"] == "broken"
    paid = await make_payment(place.client, "120.00", value_on=PROMISED)
    await make_allocation("120.00", debit=place.document, credit=paid, value_on=PROMISED)
    await close()
    await is_followed(phone)
    [promise] = phone.clients[str(place.client.id)]["promises"]
    assert promise["state"] == "kept"


@pytest.mark.parametrize("route", WORDS)
async def test_words_that_are_erased_leave_the_devices(place, phone, http, route):
    asks = await make_viewer("sales", place.branch.id)
    request = await request_of(route, place, asks, await prepared(route, place, asks))
    said = {"note": "À effacer."} if "comments" not in route else {"text": "À effacer."}
    request["json"] = request["json"] | said
    answer = await http.request(**request, headers=as_person(asks))
    assert answer.is_success, answer.text
    await phone.catch_up()
    is_kept_there = route.endswith(("comments", "promises", "plans"))
    assert ("À effacer." in str(phone.clients)) is is_kept_there
    subject = UUID(answer.json()["id"])
    facts = await fetch_all("SELECT id FROM activity WHERE subject = $1", subject)
    await erase_text([row["id"] for row in facts], by=NOBODY, at=NOW, why="droit à l'oubli")
    await is_followed(phone)
    assert "À effacer." not in str(phone.clients)
