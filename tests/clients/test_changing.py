"""PATCH /api/clients/{id}: whose a client is and how it pays; handing a portfolio over."""

from datetime import date
from typing import Any

import pytest

from backend.database.transaction import execute, fetch_value
from shared.ids import new_id
from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    make_allocation,
    make_branch,
    make_client,
    make_company,
    make_document,
    make_person,
)

pytestmark = pytest.mark.anyio


async def test_a_manager_assigns_branch_rep_and_collector(sign_in: SignIn):
    client = await make_client()
    branch, rep = await make_branch(client.company), await make_person(name="Claire")
    boss = await sign_in("branch_manager", everything=True)
    answer = await boss.patch(
        f"/api/clients/{client.id}",
        json={"branch_id": str(branch.id), "rep_id": str(rep.id), "profile": "grand compte"},
    )
    assert answer.status_code == 204, answer.text
    identity = (await boss.get(f"/api/clients/{client.id}")).json()["identity"]
    assert identity["branch_id"] == str(branch.id)
    assert identity["rep"] == {"id": str(rep.id), "name": "Claire"}
    assert identity["profile"] == "grand compte"

    changes = (await boss.get(f"/api/clients/{client.id}/activity")).json()["items"]
    by_kind = {change["kind"]: change for change in changes}
    assert set(by_kind) == {"client-assigned", "client-changed"}
    assert by_kind["client-assigned"]["before"]["rep"] is None
    assert by_kind["client-assigned"]["after"]["rep_name"] == "Claire"
    assert by_kind["client-changed"]["after"] == {"profile": "grand compte"}
    assert by_kind["client-assigned"]["actor"]["name"] == "Camille branch_manager"


async def test_what_is_absent_stays_and_null_empties(sign_in: SignIn):
    rep = await make_person()
    client = await make_client(rep=rep.id, profile="vip")
    boss = await sign_in("branch_manager", everything=True)
    await boss.patch(f"/api/clients/{client.id}", json={"profile": None})
    identity = (await boss.get(f"/api/clients/{client.id}")).json()["identity"]
    assert identity["profile"] is None
    assert identity["rep"] is not None


async def test_nothing_new_is_recorded_where_nothing_changes(sign_in: SignIn):
    client = await make_client(profile="vip")
    boss = await sign_in("branch_manager", everything=True)
    answer = await boss.patch(f"/api/clients/{client.id}", json={"profile": "vip"})
    assert answer.status_code == 204
    assert (await boss.get(f"/api/clients/{client.id}/activity")).json()["items"] == []


async def test_estimated_due_dates_follow_the_terms_and_stated_ones_stay(sign_in: SignIn):
    client = await make_client()
    issued = date(2026, 10, 10)
    month_later = date(2026, 11, 9)
    estimated = await make_document(
        client, issued_on=issued, due_on=month_later, due_estimated=True
    )
    stated = await make_document(client, issued_on=issued, due_on=month_later)
    paid = await make_document(client, issued_on=issued, due_on=month_later, due_estimated=True)
    await make_allocation("100.00", debit=paid)
    boss = await sign_in("collector", everything=True)
    answer = await boss.patch(
        f"/api/clients/{client.id}", json={"terms": {"basis": "eom_a", "days": 45}}
    )
    assert answer.status_code == 204, answer.text
    dues = {
        document: await fetch_value("SELECT due_on FROM document WHERE id = $1", document.id)
        for document in (estimated, stated, paid)
    }
    assert list(dues.values()) == [date(2026, 11, 30), month_later, month_later]
    await boss.patch(f"/api/clients/{client.id}", json={"terms": None})
    due_on = await fetch_value("SELECT due_on FROM document WHERE id = $1", estimated.id)
    assert due_on == month_later


@pytest.mark.parametrize(
    ("role", "body", "status"),
    [
        ("sales", {"profile": "x"}, 403),
        ("collector", {"profile": "x"}, 204),
        ("collector", {"rep_id": None, "collector_id": None}, 204),  # changes nothing
        ("branch_manager", {"language": None}, 422),
        ("branch_manager", {"rep_id": str(new_id())}, 422),
        ("branch_manager", {"branch_id": str(new_id())}, 422),
        ("branch_manager", {"terms": {"basis": "net", "days": 400}}, 422),
        ("branch_manager", {"name": "x"}, 422),
    ],
)
async def test_who_may_change_what(sign_in: SignIn, role: str, body: dict[str, Any], status: int):
    client = await make_client()
    person = await sign_in(role, everything=True)
    answer = await person.patch(f"/api/clients/{client.id}", json=body)
    assert answer.status_code == status, answer.text


async def test_a_collector_does_not_assign(sign_in: SignIn):
    client, rep = await make_client(), await make_person()
    person = await sign_in("collector", everything=True)
    answer = await person.patch(f"/api/clients/{client.id}", json={"rep_id": str(rep.id)})
    assert (answer.status_code, answer.json()["code"]) == (403, "role-may-not")


async def test_a_branch_of_another_company_is_refused(sign_in: SignIn):
    client = await make_client()
    branch = await make_branch((await make_company()).id)
    boss = await sign_in("branch_manager", everything=True)
    answer = await boss.patch(f"/api/clients/{client.id}", json={"branch_id": str(branch.id)})
    assert (answer.status_code, answer.json()["code"]) == (422, "branch-of-another-company")


async def test_somebody_who_has_left_is_given_no_client(sign_in: SignIn):
    client, rep = await make_client(), await make_person()
    await execute("UPDATE account SET disabled_at = now() WHERE id = $1", rep.id)
    boss = await sign_in("branch_manager", everything=True)
    answer = await boss.patch(f"/api/clients/{client.id}", json={"rep_id": str(rep.id)})
    assert (answer.status_code, answer.json()["code"]) == (422, "no-such-person")


async def test_one_may_give_a_client_out_of_ones_own_sight(sign_in: SignIn, add_person):
    company = await make_company()
    here, there = await make_branch(company.id), await make_branch(company.id)
    client = await make_client(company=company.id, branch=here.id)
    manager = await sign_in(await add_person("branch_manager", branches=[here.id]))
    path = f"/api/clients/{client.id}"
    assert (await manager.patch(path, json={"branch_id": str(there.id)})).status_code == 204
    assert (await manager.get(path)).status_code == 404
    assert (await manager.patch(path, json={"profile": "x"})).status_code == 404


async def test_a_portfolio_changes_hands_in_one_step(sign_in: SignIn):
    leaving, staying, third = [await make_person() for _ in range(3)]
    both = await make_client(rep=leaving.id, collector=leaving.id)
    as_rep = await make_client(rep=leaving.id, collector=third.id)
    other = await make_client(rep=third.id)
    admin = await sign_in("admin", everything=True)
    answer = await admin.post(
        f"/api/users/{leaving.id}/handover", json={"to_user_id": str(staying.id)}
    )
    assert (answer.status_code, answer.json()) == (200, {"clients": 2})

    async def who(client_id) -> list[Any]:
        identity = (await admin.get(f"/api/clients/{client_id}")).json()["identity"]
        return [identity[role] and identity[role]["id"] for role in ("rep", "collector")]

    assert await who(both.id) == [str(staying.id), str(staying.id)]
    assert await who(as_rep.id) == [str(staying.id), str(third.id)]
    assert await who(other.id) == [str(third.id), None]
    changes = (await admin.get(f"/api/clients/{as_rep.id}/activity")).json()["items"]
    assert [change["kind"] for change in changes] == ["client-assigned"]


@pytest.mark.parametrize(
    ("to", "status", "code"),
    [("self", 409, "same-person"), ("nobody", 422, "no-such-person")],
)
async def test_a_portfolio_goes_to_somebody_else_of_ours(
    sign_in: SignIn, to: str, status: int, code: str
):
    person = await make_person()
    target = person.id if to == "self" else new_id()
    admin = await sign_in("admin")
    answer = await admin.post(f"/api/users/{person.id}/handover", json={"to_user_id": str(target)})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    unknown = await admin.post(
        f"/api/users/{new_id()}/handover", json={"to_user_id": str(person.id)}
    )
    assert unknown.status_code == 404
