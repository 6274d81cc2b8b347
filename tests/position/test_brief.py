"""À dire over the API: what the ledger and the field know, for the person who asks."""

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
    insert,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_judgement, make_plan, make_promise

pytestmark = pytest.mark.anyio
LONG_DUE = date(2026, 9, 30)


async def lines(scene: Scene, role: str = "sales") -> list[dict[str, Any]]:
    answer = await scene.get(role, f"/clients/{scene.client.id}/brief")
    return list(answer["lines"])


async def test_a_client_of_whom_nothing_is_known_has_nothing_to_say(scene):
    quiet = await make_client(company=scene.branch.company, branch=scene.branch.id)
    assert (await scene.get("sales", f"/clients/{quiet.id}/brief"))["lines"] == []


async def test_the_words_given_come_before_what_is_owed(scene):
    late = await make_document(scene.client, "300.00", due_on=LONG_DUE)
    soon = await make_promise(scene.client, late, amount="250.00", promised_on=TODAY)
    broken = await make_promise(scene.client, late, promised_on=date(2026, 11, 2))
    await make_judgement(broken, "broken")
    said = await lines(scene)
    assert [line["kind"] for line in said] == [
        "promise_due",
        "promise_broken",
        "big_due",
        "oldest_overdue",
    ]
    assert (said[0]["subject_id"], said[0]["amount"]) == (str(soon), "250.00")
    assert (said[3]["subject_id"], said[3]["on"]) == (str(late.id), str(LONG_DUE))


async def test_a_promise_asks_no_more_than_its_invoice_still_owes(scene):
    late = await make_document(scene.client, "300.00", due_on=LONG_DUE)
    await make_promise(scene.client, late, amount="250.00")
    note = await make_document(scene.client, "-280.00", kind="credit_note")
    await make_allocation("280.00", debit=late, credit=note)
    assert (await lines(scene))[0]["amount"] == "20.00"
    await make_allocation("20.00", debit=late, credit=await make_payment(scene.client, "20.00"))
    assert "promise_due" not in [line["kind"] for line in await lines(scene)]


async def test_an_instalment_asks_only_for_what_has_not_come_in_of_it(scene):
    late = await make_document(scene.client, "3000.00", due_on=LONG_DUE)
    plan = await make_plan(scene.client, late, amount="3000.00")
    for place, days in enumerate((0, 30, 60), start=1):
        on = TODAY + timedelta(days=days)
        of_plan: dict[str, Any] = {"plan": plan, "place": place, "taken_on": LONG_DUE}
        await make_promise(scene.client, late, amount="1000.00", promised_on=on, **of_plan)
    for paid, told in (("600.00", ["400.00"]), ("400.00", [])):
        await make_allocation(paid, debit=late, credit=await make_payment(scene.client, paid))
        due = [line for line in await lines(scene) if line["kind"] == "instalment_due"]
        assert [line["amount"] for line in due] == told


async def test_a_promise_that_a_dispute_suspends_is_not_brought_up(scene):
    late = await make_document(scene.client, "300.00", due_on=LONG_DUE)
    await make_promise(scene.client, late, amount="250.00", promised_on=TODAY)
    await make_dispute(scene.client, late)
    assert "promise_due" not in [line["kind"] for line in await lines(scene)]


async def test_a_dispute_is_told_to_whom_it_waits_for_and_to_others_once_late(scene):
    owner = scene.people["after_sales"].id
    await make_dispute(scene.client, scene.invoice, "90.00", owner=owner, state="assigned")
    assert (await lines(scene, "after_sales"))[0]["kind"] == "dispute_waiting"
    assert "dispute_late" not in [line["kind"] for line in await lines(scene)]
    other = await make_document(scene.client)
    late = {"owner": owner, "state": "assigned", "due_on": LONG_DUE}
    await make_dispute(scene.client, other, "40.00", **late)
    line = (await lines(scene))[0]
    assert (line["kind"], line["amount"], line["number"]) == ("dispute_late", "40.00", other.number)


async def test_what_an_older_dispute_holds_is_not_told_of_a_younger_one(scene):
    late = {"owner": scene.people["after_sales"].id, "state": "assigned", "due_on": LONG_DUE}
    await make_dispute(scene.client, scene.invoice, "60.00")
    await make_dispute(scene.client, scene.invoice, "60.00", **late)
    paid = scene.invoice.amount - 70
    payment = await make_payment(scene.client, paid)
    await make_allocation(paid, debit=scene.invoice, credit=payment)
    line = (await lines(scene))[0]
    assert (line["kind"], line["amount"]) == ("dispute_late", "10.00")


async def test_a_mention_read_before_a_merge_is_not_told_after_it(scene):
    old = await make_client(company=scene.branch.company, branch=scene.branch.id)
    comment = await make_comment(old.id, author=scene.people["sales"].id)
    await insert("comment_mention", id=new_id(), comment=comment, role="collector")
    await execute("UPDATE client SET merged_into = $2 WHERE id = $1", old.id, scene.client.id)
    assert "mention_unread" in [line["kind"] for line in await lines(scene, "collector")]
    await insert(
        "thread_read",
        id=new_id(),
        client=old.id,
        account=scene.people["collector"].id,
        read_through=scene.clock.now(),
    )
    assert "mention_unread" not in [line["kind"] for line in await lines(scene, "collector")]


async def test_a_mention_and_free_money_are_told_and_a_mention_only_to_whom_it_names(scene):
    comment = await make_comment(scene.client.id)
    await insert("comment_mention", id=new_id(), comment=comment, role="collector")
    await make_payment(scene.client, "12.00")
    assert [line["kind"] for line in await lines(scene, "collector")][-2:] == [
        "mention_unread",
        "unapplied_payment",
    ]
    assert "mention_unread" not in [line["kind"] for line in await lines(scene)]


async def test_paying_slower_than_before_is_told_with_both_averages(scene):
    for paid_on, late in ((date(2026, 3, 1), 5), (date(2026, 11, 1), 40)):
        for _ in range(3):
            due = date.fromordinal(paid_on.toordinal() - late)
            invoice = await make_document(scene.client, "10.00", due_on=due)
            payment = await make_payment(scene.client, "10.00", value_on=paid_on)
            await make_allocation("10.00", debit=invoice, credit=payment, value_on=paid_on)
    line = (await lines(scene))[-1]
    assert (line["kind"], line["days_late"], line["days_late_before"]) == ("slower", 40, 5)


async def test_what_was_said_of_a_merged_client_is_said_of_the_one_it_became(scene):
    into = await make_client(company=scene.branch.company, branch=scene.branch.id)
    late = await make_document(into, "80.00", due_on=LONG_DUE)
    old = await make_client(
        company=scene.branch.company, branch=scene.branch.id, merged_into=into.id
    )
    promise = await make_promise(old, late, amount="80.00", promised_on=TODAY)
    for client in (old, into):
        answer = await scene.get("sales", f"/clients/{client.id}/brief")
        assert answer["lines"][0]["subject_id"] == str(promise)
