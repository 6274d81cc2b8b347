"""A comment becomes a promise or a dispute, and says so; theirs, not another client's."""

import pytest

from backend.database.transaction import execute, fetch_value
from shared.ids import new_id
from tests.edge_fixtures import SignIn
from tests.makers.comments import make_comment
from tests.makers.ledger import make_branch, make_client, make_document

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]


@pytest.fixture
async def branch():
    return await make_branch()


@pytest.fixture
async def client(branch):
    return await make_client(branch=branch.id)


@pytest.fixture
async def rep(sign_in: SignIn, branch):
    return await sign_in("sales", branches=[branch.id])


async def promise(rep, client, comment):
    invoice = await make_document(client, "120.00")
    body = {
        "id": str(new_id()),
        "document_ids": [str(invoice.id)],
        "promised_on": "2026-11-27",
        "origin_comment_id": str(comment),
    }
    return await rep.post(f"/api/clients/{client.id}/promises", json=body)


async def dispute(rep, client, comment):
    invoice = await make_document(client, "120.00")
    body = {
        "id": str(new_id()),
        "document_id": str(invoice.id),
        "reason": "quality",
        "origin_comment_id": str(comment),
    }
    return await rep.post(f"/api/clients/{client.id}/disputes", json=body)


async def outcomes(rep, client):
    page = (await rep.get(f"/api/clients/{client.id}/thread")).json()
    [said] = [one["comment"] for one in page["items"] if one["kind"] == "comment"]
    return said["outcomes"]


async def test_a_comment_tells_what_it_became_and_they_tell_where_they_come_from(rep, client):
    comment = await make_comment(client.id)
    assert await outcomes(rep, client) == []
    taken = await promise(rep, client, comment)
    assert taken.status_code == 201, taken.text
    signalled = await dispute(rep, client, comment)
    assert signalled.status_code == 201, signalled.text
    assert taken.json()["origin_comment_id"] == str(comment)
    assert signalled.json()["origin_comment_id"] == str(comment)
    assert await outcomes(rep, client) == [
        {"kind": "promise", "id": taken.json()["id"]},
        {"kind": "dispute", "id": signalled.json()["id"]},
    ]


async def test_what_came_of_a_comment_that_is_another_clients_again_does_not_name_it(
    rep, sign_in: SignIn, client, branch
):
    boss = await sign_in("credit_manager", everything=True)
    old = await make_client(branch=branch.id)
    comment = await make_comment(old.id)
    merged = await boss.post(
        f"/api/clients/{old.id}/merge", json={"into_client_id": f"{client.id}"}
    )
    assert merged.status_code == 204, merged.text
    signalled, taken = await dispute(rep, client, comment), await promise(rep, client, comment)
    assert (await boss.post(f"/api/clients/{old.id}/unmerge")).status_code == 204
    for kind, made in (("promises", taken), ("disputes", signalled)):
        assert made.json()["origin_comment_id"] == str(comment)
        [now] = (await rep.get(f"/api/clients/{client.id}/{kind}")).json()["items"]
        assert (now["id"], now["origin_comment_id"]) == (made.json()["id"], None)


@pytest.mark.parametrize("become", [promise, dispute])
async def test_another_clients_comment_and_none_at_all_become_nothing(rep, client, branch, become):
    other = await make_client(branch=branch.id)
    for comment in (await make_comment(other.id), new_id()):
        answer = await become(rep, client, comment)
        assert (answer.status_code, answer.json()["code"]) == (422, "no-such-comment")
    kept = "SELECT (SELECT count(*) FROM promise) + (SELECT count(*) FROM dispute)"
    assert await fetch_value(kept) == 0


async def test_a_comment_of_a_merged_client_counts_as_the_clients_own(rep, client, branch):
    old = await make_client(branch=branch.id, merged_into=client.id)
    comment = await make_comment(old.id)
    assert (await promise(rep, client, comment)).status_code == 201


async def test_clients_that_stand_alone_again_do_not_tell_of_each_others_outcomes(
    rep, client, branch
):
    old = await make_client(branch=branch.id, merged_into=client.id)
    comment = await make_comment(old.id)
    for become in (promise, dispute):
        assert (await become(rep, client, comment)).status_code == 201
    together = await outcomes(rep, client)
    assert [one["kind"] for one in together] == ["promise", "dispute"]
    await execute("UPDATE client SET merged_into = NULL WHERE id = $1", old.id)
    assert await outcomes(rep, old) == []
    await execute("UPDATE client SET merged_into = $2 WHERE id = $1", old.id, client.id)
    assert await outcomes(rep, client) == together
