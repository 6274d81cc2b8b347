"""Aujourd'hui over the API: what a person of each role finds there, and in which order."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend.database.transaction import execute
from shared.ids import new_id
from tests.disputes.scene import Scene
from tests.makers.comments import make_comment
from tests.makers.disputes import make_dispute
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    insert,
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
    make_person,
)
from tests.makers.promises import make_judgement, make_promise
from tests.makers.visits import make_report, make_visit
from tests.position.day_scene import LONG_DUE, names, of

pytestmark = pytest.mark.anyio


async def test_a_rep_finds_the_visits_of_the_day_with_what_each_owes(scene):
    rep = scene.people["sales"].id
    late = await of(scene, "Alpha", "70.00")
    for client in (late, scene.client):
        await make_visit(rep, client.id)
    stops = (await scene.get("sales", "/today"))["visits"]
    assert [(one["visit"]["client"]["name"], one["overdue"]) for one in stops] == [
        ("Alpha", "70.00"),
        ("Menuiserie Vauclair", "0.00"),
    ]
    assert stops[0]["oldest_days_overdue"] == (TODAY - LONG_DUE).days


async def test_suggestions_are_the_missed_then_the_near_then_the_most_overdue(scene):
    rep = scene.people["sales"].id
    missed = await of(scene, "Manquée", rep=rep)
    await make_visit(rep, missed.id, on=TODAY - timedelta(days=2))
    near = await of(scene, "Voisine", "10.00", rep=rep, postcode="69003")
    await of(scene, "Grosse", "900.00", rep=rep)
    soon = await of(scene, "Bientôt", rep=rep)
    await make_document(soon, "50.00", due_on=TODAY + timedelta(days=3))
    today = await of(scene, "Aujourd’hui", "5.00", rep=rep, postcode="69003")
    await make_visit(rep, today.id)
    seen = await of(scene, "Vue", "500.00", rep=rep)
    await make_report(rep, seen.id, visited_on=TODAY - timedelta(days=1))
    await of(scene, "D’un autre", "999.00")
    found = (await scene.get("sales", "/today"))["suggestions"]
    assert [(one["client"]["name"], one["why"]) for one in found] == [
        ("Manquée", "missed"),
        ("Voisine", "overdue"),
        ("Grosse", "overdue"),
        ("Bientôt", "near_due"),
    ]
    assert (found[1]["client"]["id"], found[1]["is_near"]) == (str(near.id), True)
    assert (found[3]["amount"], found[3]["days"]) == ("50.00", -3)


async def test_promises_due_and_broken_are_of_whom_they_concern(scene):
    rep = scene.people["sales"].id
    mine = await of(scene, "À moi", rep=rep)
    invoice = await make_document(mine, "300.00", due_on=LONG_DUE)
    await make_promise(mine, invoice, amount="120.00", promised_on=TODAY)
    broken = await make_promise(mine, invoice, promised_on=date(2026, 11, 2))
    await make_judgement(broken, "broken")
    other = await of(scene, "D’un autre")
    owed = await make_document(other, "80.00", due_on=LONG_DUE)
    await make_promise(other, owed, amount="80.00", promised_on=TODAY)
    day = await scene.get("sales", "/today")
    assert [(one["client"]["name"], one["amount"]) for one in day["promises_due"]] == [
        ("À moi", "120.00")
    ]
    assert names(day["promises_broken"]) == ["À moi"]
    # Nobody's collector yet: everything in sight is theirs to collect.
    assert names((await scene.get("collector", "/today"))["promises_due"]) == [
        "À moi",
        "D’un autre",
    ]


async def test_of_a_promise_only_what_is_still_to_come_is_looked_for(scene):
    rep = scene.people["sales"].id
    promised = {}
    for name in ("En partie", "Tenue", "Suspendue"):
        client = await of(scene, name, rep=rep)
        invoice = await make_document(client, "5000.00", due_on=LONG_DUE)
        await make_promise(client, invoice, amount="1000.00", promised_on=TODAY)
        promised[name] = (client, invoice)
    for name, paid in (("En partie", "600.00"), ("Tenue", "1000.00")):
        client, invoice = promised[name]
        await make_allocation(paid, debit=invoice, credit=await make_payment(client, paid))
    await make_dispute(*promised["Suspendue"])
    for role in ("sales", "collector"):
        due = (await scene.get(role, "/today"))["promises_due"]
        assert [(one["client"]["name"], one["amount"]) for one in due] == [("En partie", "400.00")]


async def owing_in(
    scene: Scene, name: str, amount: str, currency: str, **fields: Any
) -> MadeClient:
    client = await of(scene, name, currency=currency, **fields)
    await make_document(client, amount, due_on=LONG_DUE, currency=currency)
    return client


async def test_no_amount_is_held_against_one_of_another_currency(scene):
    """Ninety thousand yens are not more than a thousand euros, and not less."""
    rep = scene.people["sales"].id
    for name, amount, currency in (
        ("Paris", "1000.00", "EUR"),
        ("Lyon", "900.00", "EUR"),
        ("Lille", "5.00", "EUR"),
        ("Osaka", "90000", "JPY"),
        ("Kobe", "80000", "JPY"),
    ):
        client = await owing_in(scene, name, amount, currency, rep=rep)
        invoice = await make_document(client, amount, due_on=LONG_DUE, currency=currency)
        broken = await make_promise(client, invoice, amount=amount, promised_on=date(2026, 11, 2))
        await make_judgement(broken, "broken")
    in_turn = ["Paris", "Osaka", "Lyon", "Kobe", "Lille"]
    mine = await scene.get("sales", "/today")
    assert names(mine["suggestions"]) == in_turn
    assert names(mine["promises_broken"]) == in_turn
    assert names((await scene.get("collector", "/today"))["worklist"]) == in_turn


async def test_disputes_wait_for_their_department_late_first(scene):
    early = await make_dispute(scene.client, scene.invoice, "10.00", due_on=LONG_DUE)
    other = await make_document(scene.client)
    await make_dispute(scene.client, other, "10.00")
    found = (await scene.get("after_sales", "/today"))["disputes"]
    assert [one["is_overdue"] for one in found] == [True, False]
    assert found[0]["id"] == str(early)
    assert (await scene.get("sales", "/today"))["disputes"] == []
    assert len((await scene.get("branch_manager", "/today"))["disputes"]) == 2


async def test_a_dispute_that_was_decided_waits_for_nobody_s_answer(scene):
    """It stands open until the credit note comes; the day of its answer is over, and it was met."""
    decided: dict[str, Any] = {"granted": "10.00", "resolution": "credit_note", "due_on": LONG_DUE}
    await make_dispute(scene.client, scene.invoice, "10.00", state="accepted", **decided)
    waiting = await make_dispute(scene.client, await make_document(scene.client), "10.00")
    for role in ("after_sales", "branch_manager"):
        told = (await scene.get(role, "/today"))["disputes"]
        assert [one["id"] for one in told] == [str(waiting)]
    mine = await scene.get("after_sales", "/disputes", filter="mine")
    assert [one["id"] for one in mine["items"]] == [str(waiting)]
    assert len((await scene.get("after_sales", "/disputes", filter="open"))["items"]) == 2


async def test_an_unread_mention_is_told_until_the_thread_is_read(scene):
    comment = await make_comment(scene.client.id, "Le virement est parti.")
    await insert("comment_mention", id=new_id(), comment=comment, role="collector")
    (told,) = (await scene.get("collector", "/today"))["mentions"]
    assert (told["comment_id"], told["beginning"]) == (str(comment), "Le virement est parti.")
    await insert(
        "thread_read",
        id=new_id(),
        client=scene.client.id,
        account=scene.people["collector"].id,
        read_through=scene.clock.now(),
    )
    assert (await scene.get("collector", "/today"))["mentions"] == []


async def test_branch_figures_add_up_to_what_the_client_list_says(scene):
    await of(scene, "Alpha", "70.00")
    away = await make_client(company=scene.branch.company, name="Ailleurs")
    await make_document(away, "5.00", due_on=LONG_DUE)
    (here,) = (await scene.get("branch_manager", "/today"))["branches"]
    totals = (await scene.get("branch_manager", "/clients/totals"))["currencies"][0]
    assert (here["outstanding"], here["overdue"]) == (totals["outstanding"], totals["overdue"])
    assert here["clients_overdue"] == 1
    assert (await scene.get("collector", "/today"))["branches"] == []


async def test_the_currencies_of_a_branch_stand_together_and_are_never_added(scene):
    await of(scene, "Alpha", "70.00")
    small = await make_branch(company=scene.branch.company)
    for branch, currency, amount in (
        (scene.branch, "USD", "9.00"),
        (small, "USD", "40.00"),
        (small, "EUR", "8.00"),
    ):
        client = await make_client(company=branch.company, branch=branch.id, currency=currency)
        await make_document(client, amount, due_on=LONG_DUE, currency=currency)
    scene.people["director"] = await make_person(
        "finance_director", branches=(scene.branch.id, small.id)
    )
    lines = (await scene.get("director", "/today"))["branches"]
    ours = str(scene.branch.id)
    told = [(one["branch_id"], one["currency"]) for one in lines]
    assert told == [
        (ours, "EUR"),
        (ours, "USD"),
        (str(small.id), "EUR"),
        (str(small.id), "USD"),
    ]


async def test_a_client_out_of_sight_leaves_the_list(scene):
    rep = scene.people["sales"].id
    gone = await of(scene, "Partie", "70.00")
    await make_visit(rep, gone.id)
    await execute("UPDATE client SET branch = NULL WHERE id = $1", gone.id)
    assert (await scene.get("sales", "/today"))["visits"] == []
