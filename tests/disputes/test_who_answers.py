"""Whose turn a dispute is: owners, departments, reporters, days to answer, and where it is read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.database.transaction import execute
from shared.ids import new_id
from tests.makers.ledger import TODAY, make_client, make_document

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_whoever_opened_a_dispute_does_not_decide_it(scene):
    path = f"/disputes/{(await scene.dispute())['id']}"
    decision = {"resolution": "gesture", "granted": "5200.00", "why": "bon client"}
    for role in ("sales", "colleague"):
        answer = await scene.refused(role, f"{path}/resolve", **decision)
        assert answer == (403, "dispute-not-yours")
    assert (await scene.get("sales", path))["may"] == ["assign"]
    assert (await scene.get("after_sales", path))["may"] == ["assign", "answer", "resolve"]
    assert (await scene.get("colleague", path))["may"] == []


async def test_only_somebody_in_scope_and_still_here_can_be_named(scene):
    said = {"document_id": str(scene.invoice.id), "reason": "quality"}
    await execute("UPDATE account SET disabled_at = now() WHERE id = $1", scene.people["admin"].id)
    for role in ("outsider", "admin"):
        answer = await scene.refused("sales", scene.disputes, **said, owner_id=scene.id_of(role))
        assert answer == (422, "owner-out-of-scope")
    told = await scene.dispute(owner_id=scene.id_of("after_sales"))
    assert (told["state"], told["owner"]["id"]) == ("assigned", scene.id_of("after_sales"))
    answer = await scene.refused(
        "sales", f"/disputes/{told['id']}/assign", owner_id=scene.id_of("outsider")
    )
    assert answer == (422, "owner-out-of-scope")


async def test_a_dispute_goes_to_another_department_until_somebody_takes_it(scene):
    told = await scene.dispute(owner_id=scene.id_of("after_sales"))
    path = f"/disputes/{told['id']}"
    moved = await scene.say("after_sales", f"{path}/assign", department="logistics")
    assert (moved["state"], moved["owner"], moved["department"]) == ("opened", None, "logistics")
    mine = await scene.get("branch_manager", "/disputes", filter="mine")
    assert [one["id"] for one in mine["items"]] == [told["id"]]
    assert (await scene.get("credit_manager", "/disputes", filter="mine"))["items"] == []
    assert await scene.refused("sales", f"{path}/assign") == (422, "owner-needed")


async def test_what_waits_for_the_client_is_back_on_its_reporter_s_list(scene):
    told = await scene.dispute(owner_id=scene.id_of("after_sales"))
    assert (await scene.get("sales", "/disputes", filter="mine"))["items"] == []
    path = f"/disputes/{told['id']}"
    await scene.say("after_sales", f"{path}/entries", text="Photo ?", waiting_on="client")
    assert len((await scene.get("sales", "/disputes", filter="mine"))["items"]) == 1


async def test_anybody_in_scope_adds_words_which_move_nothing(scene):
    told = await scene.dispute()
    path = f"/disputes/{told['id']}"
    after = await scene.say("colleague", f"{path}/entries", text="Le client a rappelé.")
    assert (after["state"], after["owner"]) == ("opened", None)
    assert await scene.refused("colleague", f"{path}/entries") == (422, "entry-empty")
    answer = await scene.refused("colleague", f"{path}/entries", waiting_on="client")
    assert answer == (403, "dispute-not-yours")


async def test_the_day_to_answer_counts_from_the_day_it_was_said(scene):
    said_at = scene.clock.now() - timedelta(days=10)
    told = await scene.dispute(reason="not_received", said_at=said_at.isoformat())
    assert told["due_on"] == "2026-11-13"
    assert told["is_overdue"] is True
    old = (scene.clock.now() - timedelta(days=61)).isoformat()
    said = {"document_id": str(scene.invoice.id), "reason": "price", "said_at": old}
    assert await scene.refused("sales", scene.disputes, **said) == (422, "said-too-long-ago")


async def test_a_dispute_due_today_is_not_overdue(scene):
    told = await scene.dispute(reason="not_received")
    due = told["due_on"]
    assert due == "2026-11-24"
    scene.clock.move(days=4)
    assert (await scene.get("sales", f"/disputes/{told['id']}"))["dispute"]["is_overdue"] is False
    scene.clock.move(days=1)
    assert (await scene.get("sales", f"/disputes/{told['id']}"))["dispute"]["is_overdue"] is True


async def test_the_company_s_own_policy_holds_from_its_day_on(scene):
    admin = scene.headers(scene.people["admin"])
    for from_on, days in (("2026-11-01", 1), ("2027-01-01", 9)):
        answer = await scene.http.put(
            "/api/disputes/reasons/quality",
            json={"from_on": from_on, "department": "logistics", "sla_days": days},
            headers=admin,
        )
        assert answer.status_code == 204, answer.text
    told = await scene.dispute()
    assert (told["department"], told["due_on"]) == ("logistics", "2026-11-23")
    reasons = (await scene.get("sales", "/disputes/reasons"))["items"]
    assert {
        "reason": "quality",
        "department": "logistics",
        "sla_days": 1,
        "e_invoicing": "QUALITE_ERR",
    } in reasons


async def test_a_merged_client_s_disputes_are_read_through_what_it_became(scene):
    told = await scene.dispute()
    into = await make_client(company=scene.branch.company, branch=scene.branch.id)
    answer = await scene.ask(
        "credit_manager", f"/clients/{scene.client.id}/merge", into_client_id=str(into.id)
    )
    assert answer.status_code == 204, answer.text
    for client in (scene.client.id, into.id):
        [found] = (await scene.get("sales", f"/clients/{client}/disputes"))["items"]
        assert (found["id"], found["client_id"]) == (told["id"], str(into.id))


async def test_lists_go_on_page_by_page(scene):
    for number in range(60):
        invoice = await make_document(scene.client, "10.00", due_on=TODAY)
        await scene.dispute(document_id=str(invoice.id), id=str(new_id()))
        scene.clock.move(seconds=number)
    for path in (scene.disputes, "/disputes"):
        first = await scene.get("sales", path)
        second = await scene.get("sales", path, cursor=first["next_cursor"])
        ids = [one["id"] for one in first["items"] + second["items"]]
        assert (len(ids), len(set(ids)), second["next_cursor"]) == (60, 60, None)
