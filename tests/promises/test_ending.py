"""A promise put off, or withdrawn by who may, over the API."""

from __future__ import annotations

import pytest

from tests.edge_fixtures import SignIn
from tests.makers.ledger import make_allocation, make_client, make_document, make_payment
from tests.promises.taken import FRIDAY, path_of

pytestmark = pytest.mark.anyio


async def test_a_promise_is_put_off_twice_and_no_more(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    rep = await sign_in("sales", everything=True)
    body = {"document_ids": [str(invoice.id)], "promised_on": FRIDAY}
    first = (await rep.post(path_of(client), json=body)).json()
    await make_allocation("50.00", debit=invoice, credit=await make_payment(client, "50.00"))
    path = f"{path_of(client)}/{first['id']}/reschedule"
    second = (await rep.post(path, json={"promised_on": "2026-12-04"})).json()
    assert (second["amount"], second["reschedules"]) == ("70.00", 1)
    assert second["replaces_id"] == first["id"]
    listed = (await rep.get(path_of(client))).json()["items"]
    assert [one["state"] for one in listed] == ["open", "superseded"]
    assert listed[1]["replaced_by_id"] == second["id"]
    again = await rep.post(path, json={"promised_on": "2026-12-04"})
    assert (again.status_code, again.json()["code"]) == (409, "promise-not-open")
    third = await rep.post(
        f"{path_of(client)}/{second['id']}/reschedule", json={"promised_on": "2026-12-11"}
    )
    fourth = await rep.post(
        f"{path_of(client)}/{third.json()['id']}/reschedule", json={"promised_on": "2026-12-18"}
    )
    assert (fourth.status_code, fourth.json()["code"]) == (409, "promise-rescheduled-too-often")


async def test_one_withdraws_ones_own_and_a_manager_anybodys(sign_in: SignIn):
    client = await make_client()
    invoice = await make_document(client, "120.00")
    rep, colleague = [await sign_in("sales", everything=True) for _ in range(2)]
    manager = await sign_in("branch_manager", everything=True)
    body = {"document_ids": [str(invoice.id)], "promised_on": FRIDAY}
    ids = [(await rep.post(path_of(client), json=body)).json()["id"] for _ in range(2)]
    paths = [f"{path_of(client)}/{id_}/withdraw" for id_ in ids]
    refused = await colleague.post(paths[0], json={"why": "erreur"})
    assert (refused.status_code, refused.json()["code"]) == (403, "role-may-not")
    own = await rep.post(paths[0], json={"why": "mauvais client"})
    assert (own.json()["state"], own.json()["ended_why"]) == ("withdrawn", "mauvais client")
    others = await manager.post(paths[1], json={"why": "doublon"})
    assert others.json()["ended_by"]["name"] == "Camille branch_manager"
    again = await manager.post(paths[1], json={"why": "doublon"})
    assert (again.status_code, again.json()["code"]) == (409, "promise-not-open")
