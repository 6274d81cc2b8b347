"""Aging out of the database equals the rule that states it, to the cent, on any day."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.identity.viewer import Viewer
from backend.position.aging import portfolio_aging
from backend.position.service import client_file
from shared.contract.clients import ClientFile
from shared.contract.receivables import AgingLine, Position
from shared.rules import aging as rule
from shared.rules.aging import OpenItem, age_open_items
from shared.rules.ledger import age_as_of
from tests.database_fixtures import empty
from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    TODAY,
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
    make_person,
)
from tests.makers.ledgers import LEDGERS, DrawnLedger, Ledger, write
from tests.makers.viewers import bearer_of, viewer_of

pytestmark = pytest.mark.anyio

on_random_ledgers = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def told(line: AgingLine | Position) -> dict[str, object]:
    """What both an answer and the rule say, in one form."""
    return {
        "currency": line.currency,
        "outstanding": line.outstanding,
        "unapplied": line.unapplied,
        "buckets": {
            name: (bucket.documents, bucket.amount)
            for name, bucket in zip(rule.BUCKETS, vars(line.buckets).values(), strict=True)
        },
    }


def ruled(aging: rule.Aging) -> dict[str, object]:
    return {
        "currency": aging.currency,
        "outstanding": aging.outstanding.amount,
        "unapplied": aging.unapplied.amount,
        "buckets": {
            name: (bucket.documents, bucket.amount.amount) for name, bucket in aging.buckets.items()
        },
    }


def open_now(ledger: Ledger) -> tuple[rule.Aging, ...]:
    """The rule on what is left today, whatever the dates of what settled it."""
    left = {
        document.id: document.amount.rounded(ledger.left[document.id], document.amount.currency)
        for document in ledger.documents
    }
    free = [
        payment.amount.rounded(-ledger.left[payment.id], payment.amount.currency)
        for payment in ledger.payments
    ]
    items = [OpenItem(left[document.id], document.due_on) for document in ledger.documents]
    return age_open_items(items, TODAY, free_payments=free)


async def everything() -> Viewer:
    return viewer_of(await make_person("finance_director", everything=True), everything=True)


@on_random_ledgers
@given(drawn=LEDGERS)
async def test_todays_aging_is_the_rules(database, drawn: DrawnLedger):
    await empty(database)
    ledger = await write(drawn)
    answer = await portfolio_aging(await everything(), None, today=TODAY)
    ages = open_now(ledger)
    assert [told(line) for line in answer.currencies] == [ruled(age) for age in ages]
    assert [line.documents for line in answer.currencies] == [age.documents for age in ages]


@on_random_ledgers
@given(drawn=LEDGERS, ago=st.integers(1, 420))
async def test_a_past_days_aging_is_the_rules(database, drawn: DrawnLedger, ago: int):
    await empty(database)
    ledger = await write(drawn)
    as_of = TODAY - timedelta(days=ago)
    answer = await portfolio_aging(await everything(), as_of, today=TODAY)
    ages = age_as_of(ledger.documents, ledger.payments, ledger.allocations, as_of)
    assert [told(line) for line in answer.currencies] == [ruled(age) for age in ages]
    assert [line.documents for line in answer.currencies] == [age.documents for age in ages]


@on_random_ledgers
@given(drawn=LEDGERS, ago=st.integers(0, 300))
async def test_a_reps_aging_is_that_of_their_own_clients(database, drawn: DrawnLedger, ago: int):
    await empty(database)
    rep = await make_person()
    ledger = await write(drawn)
    await database.fetch("UPDATE client SET rep = $1 WHERE id = $2", [rep.id, ledger.made[0].id])
    own = ledger.of(0)
    as_of = TODAY - timedelta(days=ago)
    answer = await portfolio_aging(viewer_of(rep), as_of, today=TODAY)
    own.left = ledger.left
    ages = age_as_of(own.documents, own.payments, own.allocations, as_of) if ago else open_now(own)
    assert [told(line) for line in answer.currencies] == [ruled(age) for age in ages]
    assert all(line.clients == 1 for line in answer.currencies)


@on_random_ledgers
@given(drawn=LEDGERS)
async def test_a_client_file_tells_what_the_rule_says(database, drawn: DrawnLedger):
    await empty(database)
    ledger = await write(drawn)
    boss = await make_person("admin", everything=True)
    for number, client in enumerate(ledger.made):
        own = ledger.of(number)
        own.left = ledger.left
        body = await client_file(bearer_of(boss), client.id, today=TODAY)
        file = ClientFile.model_validate_json(body, strict=True)
        ages = {age.currency: ruled(age) for age in open_now(own)}
        positions: list[Position] = [file, *file.other_currencies]
        assert {p.currency: told(p) for p in positions if p.currency in ages} == ages
        assert [p.currency for p in file.other_currencies] == sorted(set(ages) - {"EUR"})
        for age in open_now(own):
            (position,) = (p for p in positions if p.currency == age.currency)
            assert position.overdue == age.overdue.amount
            assert position.oldest_days_overdue == age.oldest_days_overdue
        assert file.open_documents_total == sum(age.documents for age in open_now(own))
        shown = {document.id: document.residual for document in file.open_documents}
        assert shown == {
            document.id: ledger.left[document.id]
            for document in own.documents
            if ledger.left[document.id]
        }
        dues = [document.due_on for document in file.open_documents]
        assert dues == sorted(dues)


async def test_a_refund_not_taken_back_raises_what_is_owed(sign_in: SignIn):
    client = await make_client()
    await make_document(client, "100.00")
    await make_payment(client, "-30.00")
    boss = await sign_in("admin", everything=True)
    (line,) = (await boss.get("/api/reports/aging")).json()["currencies"]
    assert (line["outstanding"], line["unapplied"], line["documents"]) == ("130.00", "30.00", 1)


async def test_a_past_day_does_not_know_what_was_paid_later(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(
        client, "100.00", issued_on=date(2026, 9, 1), due_on=date(2026, 10, 1)
    )
    payment = await make_payment(client, "100.00", value_on=date(2026, 11, 3))
    await make_allocation("100.00", debit=invoice, credit=payment, value_on=date(2026, 11, 3))
    boss = await sign_in("admin", everything=True)

    async def on(day: str) -> list[dict[str, Any]]:
        answer = await boss.get("/api/reports/aging", params={"as_of": day})
        assert answer.status_code == 200, answer.text
        lines: list[dict[str, Any]] = answer.json()["currencies"]
        return lines

    assert await on("2026-08-31") == []
    (line,) = await on("2026-11-02")
    assert line["outstanding"] == "100.00"
    assert line["buckets"]["31-60"] == {"documents": 1, "amount": "100.00"}
    assert await on("2026-11-03") == []


async def test_a_day_to_come_ages_what_is_open_now(sign_in: SignIn):
    await make_document(await make_client(), "100.00", due_on=TODAY)
    boss = await sign_in("admin", everything=True)
    day = (TODAY + timedelta(days=31)).isoformat()
    (line,) = (await boss.get("/api/reports/aging", params={"as_of": day})).json()["currencies"]
    assert line["buckets"]["31-60"]["amount"] == "100.00"


async def test_ageing_shows_nothing_of_clients_out_of_scope(sign_in: SignIn, add_person):
    here, there = await make_branch(), await make_branch()
    await make_document(await make_client(branch=here.id), "1.00")
    await make_document(await make_client(branch=there.id), "500.00", due_on=date(2026, 1, 1))
    manager = await sign_in(await add_person("branch_manager", branches=[here.id]))
    for parameters in ({}, {"as_of": "2026-11-19"}):
        answer = await manager.get("/api/reports/aging", params=parameters)
        assert [Decimal(line["outstanding"]) for line in answer.json()["currencies"]] == [1]
