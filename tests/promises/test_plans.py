"""Payment plans over the API and through the daily closing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from backend.promises.service.closing import close_day
from shared.rules.promise import PromisePolicy
from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    MadeClient,
    MadeDocument,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_cash_source

pytestmark = pytest.mark.anyio

DUE = (date(2026, 12, 1), date(2026, 12, 15), date(2027, 1, 4))
LATER = date(2027, 2, 1)


async def close(day: date) -> None:
    now = datetime(2027, 2, 1, 9, tzinfo=UTC)
    await close_day(day, today=LATER, now=now, policy=PromisePolicy())


def body(*documents: MadeDocument, amounts: tuple[str, ...]) -> dict[str, Any]:
    return {
        "document_ids": [str(document.id) for document in documents],
        "instalments": [
            {"due_on": day.isoformat(), "amount": amount}
            for day, amount in zip(DUE, amounts, strict=False)
        ],
    }


async def agreed(
    collector: httpx.AsyncClient, *, fresh: bool = True
) -> tuple[MadeClient, MadeDocument, str]:
    """A plan of three times 100.00, accepted."""
    client = await make_client()
    invoice = await make_document(client, "300.00", due_on=date(2026, 10, 1))
    if fresh:
        await make_cash_source(client.company, covers_through=LATER)
    path = f"/api/clients/{client.id}/plans"
    answer = await collector.post(path, json=body(invoice, amounts=("100.00",) * 3))
    assert answer.status_code == 201, answer.text
    plan_id = answer.json()["id"]
    accepted = await collector.post(f"{path}/{plan_id}/accept", json={"proof": "courriel du 20/11"})
    assert accepted.status_code == 200, accepted.text
    return client, invoice, plan_id


async def pay(client: MadeClient, invoice: MadeDocument, amount: str, on: date) -> None:
    payment = await make_payment(client, amount, value_on=on)
    await make_allocation(amount, debit=invoice, credit=payment, value_on=on)


async def states(plan_id: str) -> tuple[str, list[str]]:
    state = await fetch_value("SELECT state FROM payment_plan WHERE id = $1", UUID(plan_id))
    rows = await fetch_all(
        "SELECT state FROM promise WHERE plan = $1 ORDER BY place", UUID(plan_id)
    )
    return state, [row["state"] for row in rows]


async def test_a_plan_is_proposed_and_accepted_with_its_proof(sign_in: SignIn):
    collector = await sign_in("collector", everything=True)
    client, invoice, plan_id = await agreed(collector)
    [plan] = (await collector.get(f"/api/clients/{client.id}/plans")).json()["items"]
    assert (plan["state"], plan["amount"], plan["proof"]) == (
        "accepted",
        "300.00",
        "courriel du 20/11",
    )
    assert [one["state"] for one in plan["instalments"]] == ["open"] * 3
    promises = (await collector.get(f"/api/clients/{client.id}/promises")).json()["items"]
    assert sorted(one["place"] for one in promises) == [1, 2, 3]
    assert {one["plan_id"] for one in promises} == {plan_id}
    due_on = await fetch_value("SELECT due_on FROM document WHERE id = $1", invoice.id)
    assert due_on == date(2026, 10, 1)
    kinds = await fetch_all("SELECT kind FROM activity WHERE client = $1 ORDER BY id", client.id)
    assert [row["kind"] for row in kinds] == ["plan-proposed", "plan-accepted"]


async def test_a_rep_proposes_and_does_not_agree(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "200.00")
    rep = await sign_in("sales", everything=True)
    path = f"/api/clients/{client.id}/plans"
    plan = (await rep.post(path, json=body(invoice, amounts=("100.00", "100.00")))).json()
    assert plan["state"] == "proposed"
    assert plan["instalments"][0]["promise_id"] is None
    refused = await rep.post(f"{path}/{plan['id']}/accept", json={"proof": "oral"})
    assert refused.status_code == 403


@pytest.mark.parametrize(
    ("amounts", "status", "code"),
    [
        (("100.00", "99.99"), 409, "plan-not-whole"),
        (("200.00", "0.00"), 422, "promise-of-nothing"),
        (("199.999", "0.001"), 422, "amount-too-fine"),
    ],
)
async def test_what_makes_no_plan(sign_in: SignIn, amounts, status: int, code: str):
    client = await make_client()
    invoice = await make_document(client, "200.00")
    rep = await sign_in("sales", everything=True)
    answer = await rep.post(f"/api/clients/{client.id}/plans", json=body(invoice, amounts=amounts))
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_what_is_owed_may_not_have_changed_before_it_is_accepted(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "200.00")
    collector = await sign_in("collector", everything=True)
    path = f"/api/clients/{client.id}/plans"
    plan = (await collector.post(path, json=body(invoice, amounts=("100.00", "100.00")))).json()
    await pay(client, invoice, "50.00", date(2026, 11, 20))
    answer = await collector.post(f"{path}/{plan['id']}/accept", json={"proof": "courriel"})
    assert (answer.status_code, answer.json()["code"]) == (409, "plan-not-whole")


async def test_paid_as_agreed_it_is_completed(sign_in: SignIn):
    client, invoice, plan_id = await agreed(await sign_in("collector", everything=True))
    for day in DUE:
        await pay(client, invoice, "100.00", day)
        await close(day + timedelta(days=7))
    assert await states(plan_id) == ("completed", ["kept"] * 3)


async def test_the_closing_finds_missed_instalments_and_a_second_one_breaks_it(sign_in: SignIn):
    client, invoice, plan_id = await agreed(await sign_in("collector", everything=True))
    await close(date(2026, 12, 7))
    assert await states(plan_id) == ("active", ["broken", "open", "open"])
    await pay(client, invoice, "100.00", date(2026, 12, 8))
    await close(date(2026, 12, 9))
    assert await states(plan_id) == ("active", ["kept_late", "open", "open"])
    await close(date(2026, 12, 20))
    await close(date(2027, 1, 10))
    assert await states(plan_id) == ("broken", ["kept_late", "broken", "broken"])
    await close(date(2027, 1, 10))
    assert await states(plan_id) == ("broken", ["kept_late", "broken", "broken"])


async def test_paid_at_once_it_is_completed_before_its_time(sign_in: SignIn):
    client, invoice, plan_id = await agreed(await sign_in("collector", everything=True))
    await pay(client, invoice, "300.00", date(2026, 11, 25))
    await close(date(2026, 11, 30))
    assert await states(plan_id) == ("completed", ["open"] * 3)
    await close(LATER)
    assert await states(plan_id) == ("completed", ["kept"] * 3)


async def test_paid_at_once_and_taken_back_it_goes_on(sign_in: SignIn):
    """Found by the next closing, not only by the one of its first instalment."""
    client, invoice, plan_id = await agreed(await sign_in("collector", everything=True))
    await pay(client, invoice, "300.00", date(2026, 11, 25))
    await close(date(2026, 11, 30))
    assert await states(plan_id) == ("completed", ["open"] * 3)
    await execute("DELETE FROM allocation")
    await close(date(2026, 11, 30))
    assert await states(plan_id) == ("active", ["open"] * 3)


async def test_stale_cash_misses_no_instalment(sign_in: SignIn):
    _, _, plan_id = await agreed(await sign_in("collector", everything=True), fresh=False)
    await close(LATER)
    assert await states(plan_id) == ("active", ["open"] * 3)


async def test_a_cancelled_plan_withdraws_what_is_open_of_it(sign_in: SignIn):
    collector = await sign_in("collector", everything=True)
    client, _, plan_id = await agreed(collector)
    await close(date(2026, 12, 7))
    path = f"/api/clients/{client.id}/plans/{plan_id}/cancel"
    plan = (await collector.post(path, json={"why": "redressement"})).json()
    assert (plan["state"], plan["ended_why"]) == ("cancelled", "redressement")
    assert (await states(plan_id))[1] == ["broken", "withdrawn", "withdrawn"]
    again = await collector.post(path, json={"why": "redressement"})
    assert (again.status_code, again.json()["code"]) == (409, "plan-state")


async def test_an_instalment_is_not_moved_by_itself(sign_in: SignIn):
    collector = await sign_in("credit_manager", everything=True)
    client, _, _ = await agreed(collector)
    [first, *_] = (await collector.get(f"/api/clients/{client.id}/promises")).json()["items"]
    path = f"/api/clients/{client.id}/promises/{first['id']}"
    for action, said in (("withdraw", {"why": "x"}), ("reschedule", {"promised_on": "2027-01-15"})):
        answer = await collector.post(f"{path}/{action}", json=said)
        assert (answer.status_code, answer.json()["code"]) == (409, "promise-of-a-plan")
