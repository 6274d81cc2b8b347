"""The demo company in a real database."""

from dataclasses import replace

import pytest

from backend.app import create_app
from backend.database.transaction import fetch_one, fetch_value
from backend.demo.service import make_demo_company, sign_ins
from tests.edge_fixtures import client_of

pytestmark = pytest.mark.anyio


async def test_it_is_made_once(company):
    assert await make_demo_company(company) is False
    assert await fetch_value("SELECT count(*) FROM client") == 400


async def test_a_few_clients_wait_for_somebody_to_take_them(company):
    waiting = "SELECT count(*) FROM client WHERE branch IS NULL AND rep IS NULL"
    assert await fetch_value(waiting) == 5


async def test_every_residual_follows_from_its_allocations(company):
    wrong = await fetch_one(
        "SELECT d.id FROM document d WHERE d.settled <> coalesce("
        " (SELECT sum(amount) FROM allocation WHERE debit_document = d.id), 0) - coalesce("
        " (SELECT sum(amount) FROM allocation WHERE credit_document = d.id), 0)"
    )
    assert wrong is None
    assert await fetch_value("SELECT count(*) FROM document WHERE residual <> 0") > 300


async def test_its_people_sign_in_with_the_offered_passwords_in_demo_mode_only(company):
    for demo, status in ((True, 200), (False, 404)):
        app = create_app(replace(company, demo=demo))
        async with client_of(app) as client:
            answer = await client.get("/api/demo-accounts")
            assert answer.status_code == status
    first = sign_ins(company)[0]
    async with client_of(app) as client:
        answer = await client.post(
            "/api/sign-in", json={"email": first.email, "password": first.password}
        )
    assert answer.status_code == 200
    assert answer.json()["user"]["email"] == first.email
