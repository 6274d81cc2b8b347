"""Why clients do not pay: the figures against a count of each euro and each day."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from backend.database.transaction import fetch_all
from shared.ids import new_id
from tests.disputes.scene import Scene, make_scene
from tests.makers.ledger import (
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
    make_person,
)

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
FIRST = date(2026, 1, 5)
TODAY = date(2026, 4, 30)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
async def scene(http, clock) -> Scene:
    clock.instant = noon(FIRST)
    return await make_scene(http, clock, "1000.00")


async def causes(scene: Scene, from_on: date, to_on: date, role: str = "admin") -> list[Any]:
    told = await scene.get(role, "/disputes/causes", from_on=str(from_on), to_on=str(to_on))
    found: list[Any] = told["causes"]
    return found


async def test_euro_days_count_what_was_blocked_on_each_day(scene):
    await scene.dispute(amount="300.00")
    scene.clock.instant = noon(FIRST + timedelta(days=10))
    [cause] = await causes(scene, FIRST, FIRST + timedelta(days=30))
    assert cause == {
        "reason": "quality",
        "department": "after_sales",
        "currency": "EUR",
        "disputes": 1,
        "claimed": "300.00",
        "blocking": 1,
        "amount_days": "3000.00",
    }
    # Of a period that begins later, the days within it alone, and nothing that is new.
    [later] = await causes(scene, FIRST + timedelta(days=8), FIRST + timedelta(days=30))
    assert (later["disputes"], later["blocking"], later["amount_days"]) == (0, 1, "600.00")
    assert await causes(scene, date(2025, 1, 1), date(2025, 12, 31)) == []


async def test_one_currency_is_never_added_to_another(scene):
    dollars = await make_document(scene.client, "50.00", currency="USD")
    await scene.dispute(amount="300.00")
    await scene.dispute(document_id=str(dollars.id), id=str(new_id()))
    scene.clock.move(days=1)
    found = await causes(scene, FIRST, TODAY)
    assert [(one["currency"], one["amount_days"]) for one in found] == [
        ("EUR", "300.00"),
        ("USD", "50.00"),
    ]


async def test_another_branch_s_disputes_are_not_counted(scene):
    await scene.dispute(amount="300.00")
    scene.clock.move(days=1)
    scene.people["outsider"] = await make_person("admin")
    assert await causes(scene, FIRST, TODAY, "outsider") == []
    elsewhere = await make_branch(scene.branch.company)
    days = {"from_on": str(FIRST), "to_on": str(TODAY)}
    here = await scene.get("admin", "/disputes/causes", **days, branch_id=str(scene.branch.id))
    there = await scene.get("admin", "/disputes/causes", **days, branch_id=str(elsewhere.id))
    assert (len(here["causes"]), there["causes"]) == (1, [])


async def test_a_period_has_an_order_and_an_end(scene):
    headers = scene.headers(scene.people["admin"])
    for from_on, to_on, code in (
        ("2026-02-01", "2026-01-01", "period-backwards"),
        ("2020-01-01", "2026-01-01", "period-too-long"),
    ):
        answer = await scene.http.get(
            "/api/disputes/causes", params={"from_on": from_on, "to_on": to_on}, headers=headers
        )
        assert (answer.status_code, answer.json()["code"]) == (422, code)


async def counted(from_on: date, to_on: date, today: date) -> dict[str, Decimal]:
    """Day by day, invoice by invoice: what each dispute blocked of what was due that day."""
    spans = await fetch_all(
        "SELECT s.*, d.document, d.reason, d.opened_at, doc.amount AS whole FROM dispute_span s"
        " JOIN dispute d ON d.id = s.dispute JOIN document doc ON doc.id = d.document"
    )
    settled = await fetch_all("SELECT debit_document, amount, value_on FROM allocation")
    total: dict[str, Decimal] = defaultdict(Decimal)
    day = from_on
    while day <= to_on and day < today:
        by_document = defaultdict(list)
        for span in spans:
            if span["from_on"] <= day and (span["until_on"] is None or day < span["until_on"]):
                by_document[span["document"]].append(span)
        for document, holding in by_document.items():
            paid = [
                s["amount"]
                for s in settled
                if s["debit_document"] == document and s["value_on"] <= day
            ]
            left = holding[0]["whole"] - sum(paid, Decimal(0))
            for span in sorted(holding, key=lambda s: (s["opened_at"], s["dispute"])):
                share = max(Decimal(0), min(span["amount"], left))
                left -= share
                total[span["reason"]] += share
        day += timedelta(days=1)
    return {reason: amount for reason, amount in total.items() if amount}


@pytest.mark.parametrize("seed", range(6))
async def test_the_figures_are_those_of_a_count_by_day(seed, scene):
    chance = random.Random(seed)  # noqa: S311 - of a test
    client = await make_client(company=scene.branch.company, branch=scene.branch.id)
    invoices = [await make_document(client, "1000.00", issued_on=FIRST) for _ in range(3)]
    opened: list[str] = []
    for _ in range(40):
        scene.clock.move(days=chance.randrange(4), seconds=1)
        match chance.randrange(4):
            case 0 | 1:
                answer = await scene.ask(
                    "sales",
                    f"/clients/{client.id}/disputes",
                    document_id=str(chance.choice(invoices).id),
                    reason=chance.choice(["price", "quality", "vat"]),
                    amount=str(chance.randrange(50, 600)),
                )
                assert answer.status_code in {201, 409}, answer.text
                opened += [answer.json()["id"]] if answer.status_code == 201 else []
            case 2 if opened:
                path = f"/disputes/{chance.choice(opened)}"
                granted = chance.choice(["0", "25.00"])
                resolution = "confirmed_due" if granted == "0" else "gesture"
                await scene.ask(
                    "admin", f"{path}/resolve", resolution=resolution, granted=granted, why="vu"
                )
                if chance.randrange(2):
                    await scene.ask("admin", f"{path}/reopen", why="encore")
            case _:
                invoice, amount = chance.choice(invoices), chance.randrange(20, 120)
                [row] = await fetch_all("SELECT residual FROM document WHERE id = $1", invoice.id)
                if amount < row["residual"]:
                    value_on = scene.clock.today()
                    paid = await make_payment(client, str(amount), value_on=value_on)
                    await make_allocation(
                        str(amount), debit=invoice, credit=paid, value_on=value_on
                    )
    scene.clock.move(days=3)
    for from_on, to_on in ((FIRST, date(2027, 1, 1)), (FIRST + timedelta(days=9), TODAY)):
        found = {
            one["reason"]: Decimal(one["amount_days"])
            for one in await causes(scene, from_on, to_on)
            if Decimal(one["amount_days"])
        }
        assert found == await counted(from_on, to_on, scene.clock.today())
