"""A client's documents, payments and history by page, and a document's file."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.database.transaction import execute
from shared.ids import new_id
from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    LONG_AGO,
    TODAY,
    insert,
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
async def boss(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("branch_manager", everything=True)


async def everything(client: httpx.AsyncClient, path: str, **parameters: Any) -> list[Any]:
    rows: list[Any] = []
    cursor: str | None = None
    while True:
        given = parameters | ({"cursor": cursor} if cursor else {})
        answer = await client.get(path, params=given)
        assert answer.status_code == 200, answer.text
        rows += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            return rows


async def test_documents_come_by_state_in_pages_that_join_up(boss: httpx.AsyncClient):
    client = await make_client()
    for days in (5, 5, 5, -2, 40):
        await make_document(client, number=f"O{days}", due_on=TODAY + timedelta(days=days))
    for days in (9, 3, 3):
        paid = await make_document(client, number=f"S{days}")
        await make_allocation("100.00", debit=paid, value_on=TODAY - timedelta(days=days))
    path = f"/api/clients/{client.id}/documents"

    async def numbers(state: str) -> list[str]:
        rows = await everything(boss, path, state=state, limit=2)
        assert len({row["id"] for row in rows}) == len(rows)
        return [row["number"] for row in rows]

    assert await numbers("open") == ["O-2", "O5", "O5", "O5", "O40"]
    assert await numbers("settled") == ["S3", "S3", "S9"]
    assert len(await numbers("all")) == 8
    settled = await everything(boss, path, state="settled")
    assert [row["settled_on"] for row in settled][-1] == str(TODAY - timedelta(days=9))


async def test_payments_come_newest_first(boss: httpx.AsyncClient):
    client = await make_client()
    for days in (1, 8, 8, 3):
        await make_payment(client, value_on=TODAY - timedelta(days=days), reference=f"V{days}")
    rows = await everything(boss, f"/api/clients/{client.id}/payments", limit=1)
    assert [row["reference"] for row in rows] == ["V1", "V3", "V8", "V8"]
    assert rows[0]["unapplied"] == "100.00"


async def test_a_documents_file_tells_what_settled_it(boss: httpx.AsyncClient):
    client = await make_client()
    due_on = TODAY - timedelta(days=10)
    invoice = await make_document(client, "100.00", due_on=due_on)
    note = await make_document(client, "-20.00", number="AV-1")
    payment = await make_payment(client, "30.00", reference="VIR 7")
    for amount, credit, days in (("30.00", payment, 3), ("20.00", note, 2), ("5.00", None, 1)):
        await make_allocation(
            amount, debit=invoice, credit=credit, value_on=TODAY - timedelta(days=days)
        )
    file = (await boss.get(f"/api/documents/{invoice.id}")).json()
    told = [(part["amount"], part["by"], part["reference"]) for part in file["settlements"]]
    assert told == [
        ("30.00", "payment", "VIR 7"),
        ("20.00", "credit_note", "AV-1"),
        ("5.00", "unknown", None),
    ]
    assert (file["days_past_due"], file["age_from_issue"]) == (10, 40)
    assert file["document"]["residual"] == "45.00"
    assert file["client_name"] == client.name
    other_side = (await boss.get(f"/api/documents/{note.id}")).json()
    assert [part["reference"] for part in other_side["settlements"]] == [invoice.number]
    assert other_side["settlements"][0]["by"] == "document"


async def test_a_document_names_the_file_it_came_from(boss: httpx.AsyncClient):
    run = new_id()
    await insert(
        "import_run",
        id=run,
        kind="open-items",
        file_name="encours.csv",
        file_size=1,
        fingerprint="f",
        state="applied",
        progress_share=1,
        requested_at=LONG_AGO,
        touched_at=LONG_AGO,
        options={},
        matched_columns={},
    )
    document = await make_document(await make_client(), import_run=run)
    file = (await boss.get(f"/api/documents/{document.id}")).json()
    assert file["source_file"] == "encours.csv"


PARTS = ["documents", "documents?state=settled", "payments", "activity", "contacts"]


@pytest.mark.parametrize("part", PARTS)
async def test_a_client_with_nothing_has_empty_pages(boss: httpx.AsyncClient, part: str):
    client = await make_client()
    answer = await boss.get(f"/api/clients/{client.id}/{part}")
    assert (answer.status_code, answer.json()["items"]) == (200, [])


@pytest.mark.parametrize("part", PARTS)
async def test_absent_and_out_of_scope_answer_alike(sign_in: SignIn, part: str):
    client = await make_client(branch=(await make_branch()).id)
    await make_document(client)
    await make_payment(client)
    outsider = await sign_in("branch_manager")
    hidden = await outsider.get(f"/api/clients/{client.id}/{part}")
    absent = await outsider.get(f"/api/clients/{new_id()}/{part}")
    assert hidden.status_code == absent.status_code == 404
    assert len(hidden.content) == len(absent.content)


async def test_a_document_out_of_scope_does_not_exist(sign_in: SignIn):
    document = await make_document(await make_client(branch=(await make_branch()).id))
    outsider = await sign_in("branch_manager")
    hidden = await outsider.get(f"/api/documents/{document.id}")
    absent = await outsider.get(f"/api/documents/{new_id()}")
    assert hidden.status_code == absent.status_code == 404
    assert len(hidden.content) == len(absent.content)


async def test_the_audit_is_for_those_who_answer_for_it(sign_in: SignIn, add_person):
    rep = await add_person("sales")
    client = await make_client(rep=rep.id)
    answer = await (await sign_in(rep)).get(f"/api/clients/{client.id}/activity")
    assert (answer.status_code, answer.json()["code"]) == (403, "role-may-not")


async def test_the_audit_comes_newest_first_with_who_and_on_what(boss: httpx.AsyncClient):
    client = await make_client()
    path = f"/api/clients/{client.id}"
    for profile in ("a", "b", "c"):
        await boss.patch(path, json={"profile": profile})
    await execute("UPDATE device SET name = 'Pixel de Camille'")
    rows = await everything(boss, f"{path}/activity", limit=2)
    assert [row["after"]["profile"] for row in rows] == ["c", "b", "a"]
    assert rows[0]["before"] == {"profile": "b"}
    assert rows[0]["actor"]["name"] == "Camille branch_manager"
    assert rows[0]["device"] == "Pixel de Camille"


@pytest.mark.parametrize("part", ["documents", "payments", "activity"])
async def test_a_cursor_of_another_client_is_refused(boss: httpx.AsyncClient, part: str):
    first, second = await make_client(), await make_client()
    for client in (first, second):
        for _ in range(2):
            await make_document(client)
            await make_payment(client)
            await boss.patch(f"/api/clients/{client.id}", json={"profile": str(new_id())})
    page = await boss.get(f"/api/clients/{first.id}/{part}", params={"limit": 1})
    cursor = page.json()["next_cursor"]
    answer = await boss.get(f"/api/clients/{second.id}/{part}", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor")


async def test_who_a_client_was_handed_over_to_is_told_by_name(sign_in: SignIn, add_person):
    old, new = await add_person("sales", name="Claire"), await add_person("sales", name="Yanis")
    client = await make_client(rep=old.id)
    admin = await sign_in("admin", everything=True)
    await admin.post(f"/api/users/{old.id}/handover", json={"to_user_id": str(new.id)})
    [row] = (await admin.get(f"/api/clients/{client.id}/activity")).json()["items"]
    assert row["before"] == {"rep": str(old.id), "rep_name": "Claire"}
    assert row["after"] == {"rep": str(new.id), "rep_name": "Yanis"}
