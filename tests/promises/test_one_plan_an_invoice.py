"""An invoice has one payment plan at a time, however many are proposed and whoever is quickest."""

from __future__ import annotations

import asyncio
from datetime import date

import httpx
import pytest

from backend.database.transaction import execute, fetch_all
from tests.edge_fixtures import SignIn
from tests.makers.ledger import MadeClient, MadeDocument, make_client, make_document
from tests.promises.test_plans import agreed, body, close, pay, states

pytestmark = pytest.mark.anyio

PARTS = ("100.00",) * 3


@pytest.fixture
async def collector(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("collector", everything=True)


async def proposed(
    collector: httpx.AsyncClient,
    client: MadeClient,
    *invoices: MadeDocument,
    parts: tuple[str, ...] = PARTS,
) -> str:
    """The path of a plan that may be accepted."""
    path = f"/api/clients/{client.id}/plans"
    answer = await collector.post(path, json=body(*invoices, amounts=parts))
    assert answer.status_code == 201, answer.text
    return f"{path}/{answer.json()['id']}"


async def accepted(collector: httpx.AsyncClient, plan: str) -> httpx.Response:
    return await collector.post(f"{plan}/accept", json={"proof": "courriel"})


async def test_an_invoice_of_a_plan_that_goes_on_is_in_no_other(collector: httpx.AsyncClient):
    client = await make_client()
    invoice = await make_document(client, "300.00", number="F1", due_on=date(2026, 10, 1))
    other = await make_document(client, "300.00", number="F2")
    first, second = [await proposed(collector, client, invoice) for _ in range(2)]
    both = await proposed(collector, client, invoice, other, parts=("300.00", "300.00"))
    apart = await proposed(collector, client, other)
    assert (await accepted(collector, first)).status_code == 200
    for late in (second, both):
        answer = await accepted(collector, late)
        assert (answer.status_code, answer.json()["code"]) == (409, "plan-covered")
        assert "F1" in answer.json()["detail"]
        assert "F2" not in answer.json()["detail"]
    again = await collector.post(
        f"/api/clients/{client.id}/plans", json=body(invoice, amounts=PARTS)
    )
    assert (again.status_code, again.json()["code"]) == (409, "plan-covered")
    assert (await accepted(collector, apart)).status_code == 200
    await collector.post(f"{first}/cancel", json={"why": "à revoir"})
    assert (await accepted(collector, second)).status_code == 200


async def test_of_twenty_accepted_at_once_one_is(collector: httpx.AsyncClient):
    client = await make_client()
    invoice = await make_document(client, "300.00")
    plans = [await proposed(collector, client, invoice) for _ in range(20)]
    answers = await asyncio.gather(*(accepted(collector, plan) for plan in plans))
    assert sorted(one.status_code for one in answers) == [200] + [409] * 19
    found = await fetch_all("SELECT state FROM payment_plan WHERE accepted_at IS NOT NULL")
    assert [row["state"] for row in found] == ["accepted"]
    assert len(await fetch_all("SELECT FROM promise")) == len(PARTS)


async def test_a_plan_whose_money_was_taken_back_leaves_its_place_to_the_next(
    collector: httpx.AsyncClient,
):
    """Paid before its time, taken back, agreed anew: what is paid then is for the new plan."""
    client, invoice, old = await agreed(collector)
    await pay(client, invoice, "300.00", date(2026, 11, 25))
    await close(date(2026, 11, 30))
    assert await states(old) == ("completed", ["open"] * 3)
    await execute("DELETE FROM allocation")
    plan = await proposed(collector, client, invoice)
    assert (await accepted(collector, plan)).status_code == 200
    assert await states(old) == ("completed", ["withdrawn"] * 3)
    await pay(client, invoice, "100.00", date(2026, 12, 1))
    await close(date(2026, 12, 7))
    assert await states(old) == ("completed", ["withdrawn"] * 3)
    assert await states(plan.rsplit("/", 1)[1]) == ("active", ["kept", "open", "open"])
