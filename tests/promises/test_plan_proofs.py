"""How the acceptance of a payment plan can be shown: in words, by papers, or both."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from backend.activity.erasing import erase_text
from backend.activity.service import NOBODY
from backend.database.transaction import execute, fetch_value, transaction
from backend.invariants import breaches
from tests.edge_fixtures import SignIn
from tests.files.samples import picture
from tests.makers.ledger import MadeClient, make_client, make_document

pytestmark = pytest.mark.anyio

PARTS = [
    {"due_on": "2026-12-01", "amount": "100.00"},
    {"due_on": "2026-12-15", "amount": "100.00"},
]


@pytest.fixture
async def collector(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("collector", everything=True)


async def proposed(collector: httpx.AsyncClient) -> tuple[MadeClient, str]:
    client = await make_client()
    invoice = await make_document(client, "200.00")
    path = f"/api/clients/{client.id}/plans"
    body = {"document_ids": [str(invoice.id)], "instalments": PARTS}
    plan = (await collector.post(path, json=body)).json()
    return client, f"{path}/{plan['id']}/accept"


async def paper(collector: httpx.AsyncClient, client: MadeClient) -> str:
    answer = await collector.post(
        f"/api/clients/{client.id}/files", files={"file": ("accord.jpg", picture(size=(40, 30)))}
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_a_photo_of_the_signed_plan_is_proof_enough(collector: httpx.AsyncClient):
    client, accept = await proposed(collector)
    photo = await paper(collector, client)
    answer = await collector.post(accept, json={"file_ids": [photo, photo]})
    assert answer.status_code == 200, answer.text
    plan = answer.json()
    assert (plan["state"], plan["proof"]) == ("accepted", None)
    assert [one["name"] for one in plan["files"]] == ["accord.jpg"]
    [listed] = (await collector.get(f"/api/clients/{client.id}/plans")).json()["items"]
    assert listed == plan
    assert await breaches() == []


async def test_sent_again_with_the_same_paper_it_is_accepted_once(collector: httpx.AsyncClient):
    client, accept = await proposed(collector)
    body: dict[str, Any] = {
        "id": "01939d3a-6f2c-7c3e-8a57-0123456789ab",
        "file_ids": [await paper(collector, client)],
        "proof": "Signé au comptoir",
    }
    first = await collector.post(accept, json=body)
    again = await collector.post(accept, json=body)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert await fetch_value("SELECT count(*) FROM plan_file") == 1


async def test_nothing_is_no_proof(collector: httpx.AsyncClient):
    _, accept = await proposed(collector)
    answer = await collector.post(accept, json={})
    assert (answer.status_code, answer.json()["code"]) == (422, "plan-proof-missing")


async def test_a_paper_of_another_client_is_none(collector: httpx.AsyncClient):
    _, accept = await proposed(collector)
    others = await paper(collector, await make_client())
    for file_id in (others, str(uuid4())):
        answer = await collector.post(accept, json={"file_ids": [file_id]})
        assert (answer.status_code, answer.json()["code"]) == (422, "no-such-file")
    assert await fetch_value("SELECT count(*) FROM plan_file") == 0
    assert await fetch_value("SELECT state FROM payment_plan") == "proposed"


async def test_no_plan_is_accepted_past_the_service_without_proof(collector: httpx.AsyncClient):
    await proposed(collector)
    for moved in ("state = 'active'", "state = 'accepted', accepted_at = now()"):
        with pytest.raises(asyncpg.CheckViolationError, match="shown by nothing"):
            await execute(f"UPDATE payment_plan SET {moved}")
    assert await fetch_value("SELECT state FROM payment_plan") == "proposed"


async def test_an_accepted_plan_keeps_its_words_or_one_of_its_papers(collector: httpx.AsyncClient):
    client, accept = await proposed(collector)
    body = {"file_ids": [await paper(collector, client)], "proof": "Signé au comptoir"}
    assert (await collector.post(accept, json=body)).status_code == 200
    # In whatever order, as long as something is left when the transaction ends.
    async with transaction():
        papers = "WITH gone AS (DELETE FROM plan_file RETURNING *) SELECT file FROM gone"
        file_id = await fetch_value(papers)
        await execute("UPDATE payment_plan SET proof = NULL")
        await execute(
            "INSERT INTO plan_file (id, plan, file) SELECT gen_random_uuid(), id, $1"
            " FROM payment_plan",
            file_id,
        )
    with pytest.raises(asyncpg.CheckViolationError):
        await execute("DELETE FROM plan_file")
    assert await breaches() == []


@pytest.mark.parametrize("words", ["Signé au comptoir", None])
async def test_the_papers_of_an_acceptance_go_with_its_words(
    collector: httpx.AsyncClient, words: str | None
):
    client, accept = await proposed(collector)
    paper_id = await paper(collector, client)
    body = {"file_ids": [paper_id], "proof": words}
    assert (await collector.post(accept, json=body)).status_code == 200
    fact = await fetch_value("SELECT id FROM activity WHERE kind = 'plan-accepted'")
    assert await erase_text([fact], by=NOBODY, at=datetime(2026, 11, 21, 9, tzinfo=UTC)) == 1
    [plan] = (await collector.get(f"/api/clients/{client.id}/plans")).json()["items"]
    assert (plan["state"], plan["proof"], plan["files"]) == ("accepted", "—", [])
    assert (await collector.get(f"/api/files/{paper_id}")).status_code == 404
    assert await fetch_value("SELECT count(*) FROM activity WHERE kind = 'file-removed'") == 1
    assert await breaches() == []


async def test_a_paper_that_a_comment_shows_as_well_stays(collector: httpx.AsyncClient):
    client, accept = await proposed(collector)
    paper_id = await paper(collector, client)
    said = {"text": "Signé ce matin.", "files": [paper_id]}
    assert (await collector.post(f"/api/clients/{client.id}/comments", json=said)).is_success
    assert (await collector.post(accept, json={"file_ids": [paper_id]})).status_code == 200
    fact = await fetch_value("SELECT id FROM activity WHERE kind = 'plan-accepted'")
    await erase_text([fact], by=NOBODY, at=datetime(2026, 11, 21, 9, tzinfo=UTC))
    assert (await collector.get(f"/api/files/{paper_id}")).status_code == 200
