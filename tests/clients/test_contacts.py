"""/api/clients/{id}/contacts."""

import asyncio
from typing import Any

import pytest

from backend.database.transaction import execute, fetch_all
from shared.ids import new_id
from tests.edge_fixtures import SignIn
from tests.makers.ledger import insert, make_branch, make_client

pytestmark = pytest.mark.anyio

ANNE: dict[str, Any] = {
    "name": "Anne Roux",
    "role": "accounts_payable",
    "email": "Anne@Client.example",
    "phone": "+33 4 72 00 00 00",
}


@pytest.fixture
async def rep(sign_in: SignIn, add_person):
    return await sign_in(await add_person("sales", everything=True))


async def test_a_rep_adds_changes_and_removes_a_contact(rep):
    client = await make_client()
    path = f"/api/clients/{client.id}/contacts"
    added = await rep.post(path, json=ANNE)
    assert added.status_code == 201, added.text
    assert added.json()["email"] == "anne@client.example"
    one = f"{path}/{added.json()['id']}"
    changed = await rep.patch(one, json={"phone": None, "role": "owner"})
    assert changed.json() == added.json() | {"phone": None, "role": "owner"}
    assert (await rep.get(path)).json()["items"] == [changed.json()]
    assert (await rep.delete(one)).status_code == 204
    assert (await rep.get(path)).json()["items"] == []
    assert (await rep.delete(one)).status_code == 404


async def test_the_same_id_with_the_same_body_is_the_same_contact(rep):
    client = await make_client()
    path = f"/api/clients/{client.id}/contacts"
    body = ANNE | {"id": str(new_id())}
    first, second = await rep.post(path, json=body), await rep.post(path, json=body)
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert len((await rep.get(path)).json()["items"]) == 1
    other = await rep.post(path, json=body | {"name": "Somebody else"})
    assert (other.status_code, other.json()["code"]) == (409, "id-taken")
    elsewhere = await make_client()
    taken = await rep.post(f"/api/clients/{elsewhere.id}/contacts", json=body)
    assert (taken.status_code, taken.json()["code"]) == (409, "id-taken")


async def test_a_contact_sent_again_is_told_as_it_is_now(rep):
    client = await make_client()
    path = f"/api/clients/{client.id}/contacts"
    body = ANNE | {"id": str(new_id())}
    await rep.post(path, json=body)
    await rep.patch(f"{path}/{body['id']}", json={"phone": "01 02"})
    again = await rep.post(path, json=body)
    assert (again.status_code, again.json()["phone"]) == (201, "01 02")
    await rep.delete(f"{path}/{body['id']}")
    removed = await rep.post(path, json=body)
    assert (removed.status_code, removed.json()["code"]) == (404, "not-found")
    assert (await rep.get(path)).json()["items"] == []


async def test_two_that_send_the_same_contact_at_once_hear_the_same(rep):
    client = await make_client()
    path = f"/api/clients/{client.id}/contacts"
    body = ANNE | {"id": str(new_id())}
    answers = await asyncio.gather(*(rep.post(path, json=body) for _ in range(4)))
    assert [(one.status_code, one.json()) for one in answers] == [(201, answers[0].json())] * 4
    assert answers[0].json()["id"] == body["id"]
    assert len(await fetch_all("SELECT FROM activity WHERE kind = 'contact-added'")) == 1


async def test_what_somebody_else_sent_under_an_id_is_not_told(sign_in: SignIn):
    """Neither while it exists nor after, by nothing but an id: another's contact is no use."""
    hidden = await make_client(branch=(await make_branch()).id)
    seen_branch = await make_branch()
    seen = await make_client(branch=seen_branch.id)
    boss = await sign_in("branch_manager", everything=True)
    outsider = await sign_in("sales", branches=[seen_branch.id])
    theirs, gone, unused = new_id(), new_id(), new_id()
    for id_ in (theirs, gone):
        await boss.post(f"/api/clients/{hidden.id}/contacts", json=ANNE | {"id": str(id_)})
    await boss.delete(f"/api/clients/{hidden.id}/contacts/{gone}")
    told = []
    for id_ in (theirs, gone, unused):
        body = ANNE | {"id": str(id_)}
        first = await outsider.post(f"/api/clients/{seen.id}/contacts", json=body)
        again = await outsider.post(f"/api/clients/{seen.id}/contacts", json=body)
        assert first.json() == again.json()
        told.append((first.status_code, len(first.content), first.json() | {"id": None}))
    assert told[0] == told[1] == told[2]
    listed = (await boss.get(f"/api/clients/{hidden.id}/contacts")).json()["items"]
    assert [one["id"] for one in listed] == [str(theirs)]


async def test_a_client_gone_out_of_sight_is_out_of_sight_for_what_is_sent_again(
    sign_in: SignIn, add_person
):
    client = await make_client(branch=(branch := await make_branch()).id)
    person = await add_person("sales", branches=[branch.id])
    rep = await sign_in(person)
    body = ANNE | {"id": str(new_id())}
    path = f"/api/clients/{client.id}/contacts"
    assert (await rep.post(path, json=body)).status_code == 201
    await execute("DELETE FROM account_branch")
    assert (await rep.post(path, json=body)).status_code == 404


@pytest.mark.parametrize("body", [{"name": None}, {"role": None}])
async def test_a_contact_keeps_a_name_and_a_role(rep, body: dict[str, None]):
    client = await make_client()
    path = f"/api/clients/{client.id}/contacts"
    contact = (await rep.post(path, json=ANNE)).json()
    answer = await rep.patch(f"{path}/{contact['id']}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "cannot-be-empty")


async def test_contacts_of_a_merged_client_stand_with_the_one_it_became(rep):
    target = await make_client()
    source = await make_client(merged_into=target.id)
    await insert("contact", id=new_id(), client=source.id, name="Old hand", role="owner")
    await rep.post(f"/api/clients/{target.id}/contacts", json=ANNE)
    listed = (await rep.get(f"/api/clients/{source.id}/contacts")).json()["items"]
    assert [contact["name"] for contact in listed] == ["Anne Roux", "Old hand"]


async def test_contacts_out_of_sight_do_not_exist(sign_in: SignIn):
    client = await make_client(branch=(await make_branch()).id)
    outsider = await sign_in("sales")
    path = f"/api/clients/{client.id}/contacts"
    assert (await outsider.get(path)).status_code == 404
    assert (await outsider.post(path, json=ANNE)).status_code == 404
    assert (await outsider.delete(f"{path}/{new_id()}")).status_code == 404


async def test_a_contact_is_told_in_the_history(sign_in: SignIn):
    client = await make_client()
    boss = await sign_in("branch_manager", everything=True)
    path = f"/api/clients/{client.id}"
    contact = (await boss.post(f"{path}/contacts", json=ANNE)).json()
    await boss.patch(f"{path}/contacts/{contact['id']}", json={"phone": "01 02"})
    changes = (await boss.get(f"{path}/activity")).json()["items"]
    assert [change["kind"] for change in changes] == ["contact-changed", "contact-added"]
    assert changes[0]["before"] == {"phone": "+33 4 72 00 00 00"}
    assert changes[0]["after"] == {"phone": "01 02"}
    assert changes[0]["subject"] == "Anne Roux"
