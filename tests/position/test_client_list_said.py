"""The client list by what the field said: promises not kept, and when somebody was last there."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_judgement, make_plan, make_promise
from tests.makers.visits import make_report
from tests.position.test_client_list import listed, names

pytestmark = pytest.mark.anyio

LONG_SINCE = TODAY - timedelta(days=20)


async def broke_a_promise(
    client: MadeClient, verdict: str = "broken", paid: str = "0", then: str | None = None
) -> None:
    invoice = await make_document(client, "100.00", due_on=LONG_SINCE)
    promise = await make_promise(client, invoice, promised_on=LONG_SINCE)
    await make_judgement(promise, verdict)
    if then is not None:
        await make_judgement(promise, then, place=2)
    if paid != "0":
        payment = await make_payment(client, paid)
        await make_allocation(paid, debit=invoice, credit=payment)


async def test_a_promise_is_broken_while_something_of_it_is_owed(sign_in: SignIn):
    broke, partly, late, settled = [
        await make_client(name=name) for name in ("Broke", "In part", "Late", "Settled")
    ]
    await make_client(name="Never promised")
    await broke_a_promise(broke)
    await broke_a_promise(partly, "partly_kept", "40.00")
    await broke_a_promise(late, "broken", "100.00", then="kept_late")
    await broke_a_promise(settled, "broken", "100.00")
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss, filter="promise_broken") == ["Broke", "In part"]
    assert (await boss.get("/api/clients/totals")).json()["promise_broken"] == 2


async def test_who_agreed_on_a_plan_since_owes_by_that_plan(sign_in: SignIn):
    client = await make_client(name="Agreed")
    invoice = await make_document(client, "100.00", due_on=LONG_SINCE)
    plan = await make_plan(client, invoice, state="accepted")
    await make_judgement(await make_promise(client, invoice, promised_on=LONG_SINCE), "broken")
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss, filter="promise_broken") == ["Agreed"]
    first = await make_promise(
        client, invoice, plan=plan, place=1, taken_on=TODAY, promised_on=TODAY
    )
    assert await names(boss, filter="promise_broken") == []
    await make_judgement(first, "broken")
    assert await names(boss, filter="promise_broken") == ["Agreed"]


async def test_a_merged_clients_broken_promise_and_visits_are_those_of_the_one_it_became(
    sign_in: SignIn, add_person
):
    rep = await add_person("sales", everything=True)
    stays = await make_client(name="Stays")
    went = await make_client(name="Went", merged_into=stays.id)
    invoice = await make_document(stays, "100.00", due_on=LONG_SINCE)
    await make_judgement(await make_promise(went, invoice, promised_on=LONG_SINCE), "broken")
    await make_report(rep.id, went.id, visited_on=LONG_SINCE)
    await make_report(rep.id, stays.id, visited_on=LONG_SINCE - timedelta(days=4))
    (row,) = await listed(await sign_in(rep), filter="promise_broken")
    assert (row["name"], row["last_visit_on"]) == ("Stays", f"{LONG_SINCE}")


async def test_a_broken_promise_is_told_to_those_who_see_the_client(sign_in: SignIn):
    here, there = await make_branch(), await make_branch()
    await broke_a_promise(await make_client(branch=there.id))
    rep = await sign_in("sales", branches=[here.id])
    assert await names(rep, filter="promise_broken") == []
    assert (await rep.get("/api/clients/totals")).json()["promise_broken"] == 0


@pytest.mark.parametrize("limit", [1, 200])
async def test_whom_nobody_visited_for_the_longest_comes_first(
    sign_in: SignIn, add_person, limit: int
):
    rep = await add_person("sales", everything=True)
    visits: dict[str, list[date]] = {
        "Last week": [TODAY - timedelta(days=300), TODAY - timedelta(days=7)],
        "Never, Z": [],
        "In summer": [date(2026, 7, 3)],
        "Never, A": [],
        "Last week too": [TODAY - timedelta(days=7)],
    }
    for name, days in visits.items():
        client = await make_client(name=name)
        for day in days:
            await make_report(rep.id, client.id, visited_on=day)
    rows: list[dict[str, Any]] = await listed(await sign_in(rep), sort="last_visit", limit=limit)
    assert [(row["name"], row["last_visit_on"]) for row in rows] == [
        ("Never, A", None),
        ("Never, Z", None),
        ("In summer", "2026-07-03"),
        ("Last week", f"{TODAY - timedelta(days=7)}"),
        ("Last week too", f"{TODAY - timedelta(days=7)}"),
    ]
