"""A phone sends what it entered offline, and the client has become another one meanwhile."""

from __future__ import annotations

import httpx
import pytest

from shared.ids import new_id
from tests.edge_fixtures import SignIn
from tests.files.samples import picture
from tests.makers.ledger import TODAY, MadeClient, make_client, make_document

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "lawful_ledger")]


@pytest.fixture
async def rep(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("admin", everything=True)


async def sent(rep: httpx.AsyncClient, client: MadeClient, file_id: str) -> httpx.Response:
    return await rep.post(
        f"/api/clients/{client.id}/files",
        files={"file": ("porte.jpg", PHOTO)},
        data={"id": file_id},
    )


PHOTO = picture()


async def test_a_photo_sent_again_is_the_same_one(rep: httpx.AsyncClient):
    """The answer to the first was lost, and the client merged before the second."""
    before, after = await make_client(name="Alpha"), await make_client(name="Omega")
    id_ = str(new_id())
    assert (await sent(rep, before, id_)).status_code == 201
    await merge(rep, before, after)
    again = await sent(rep, before, id_)
    assert again.status_code == 201, again.text
    assert again.json()["id"] == id_


async def test_what_names_a_photo_of_the_client_before_finds_it(rep: httpx.AsyncClient):
    before, after = await make_client(name="Alpha"), await make_client(name="Omega")
    invoice = await make_document(before, "100.00", due_on=TODAY)
    photo = (await sent(rep, before, str(new_id()))).json()["id"]
    await merge(rep, before, after)
    said = {"id": str(new_id()), "text": "Voir la photo.", "files": [photo]}
    posted = await rep.post(f"/api/clients/{before.id}/comments", json=said)
    assert posted.status_code == 201, posted.text
    contested = {
        "id": str(new_id()),
        "document_id": str(invoice.id),
        "reason": "quality",
        "file_ids": [photo],
    }
    opened = await rep.post(f"/api/clients/{before.id}/disputes", json=contested)
    assert opened.status_code == 201, opened.text


async def merge(rep: httpx.AsyncClient, before: MadeClient, after: MadeClient) -> None:
    answer = await rep.post(
        f"/api/clients/{before.id}/merge", json={"into_client_id": str(after.id)}
    )
    assert answer.is_success, answer.text
