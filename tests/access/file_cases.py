"""The cases of the file routes: a photo of a branch's client, and a link that opens it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.database.transaction import execute
from backend.edge.keys import Keys
from backend.files import links
from backend.files.storage import Folder
from backend.identity.viewer import Bearer
from shared.ids import new_id
from tests.access.cases import Case, Ids, client
from tests.access.import_cases import Uploads
from tests.access.world import NOW, Place
from tests.edge_fixtures import TEST_SECRET
from tests.files.samples import picture
from tests.makers.ledger import MadePerson, insert


def a_photo() -> Any:
    return {"files": {"file": ("photo.jpg", picture(size=(40, 30)))}}


async def make_file(client_id: UUID, name: str = "photo.jpg") -> UUID:
    """A stored photo, without having been examined."""
    file_id, keys = new_id(), (new_id(), new_id())
    storage = Folder(Uploads.data / "files")
    for key in keys:
        draft = storage.draft()
        draft.write_bytes(picture(size=(40, 30)))
        storage.keep(key, draft)
    await insert(
        "stored_file",
        id=file_id,
        client=client_id,
        uploaded_at=NOW,
        name=name,
        media_type="image/jpeg",
        size_bytes=1,
        width=40,
        height=30,
        body=keys[0],
        thumbnail=keys[1],
        sha256="0" * 64,
    )
    return file_id


async def a_file(place: Place, _person: MadePerson) -> Ids:
    return {"file_id": await make_file(place.client.id, f"{place.mark}.jpg")}


async def a_link(place: Place, person: MadePerson) -> Ids:
    await execute(
        "INSERT INTO account_branch (id, account, branch) VALUES ($1, $2, $3)"
        " ON CONFLICT DO NOTHING",
        new_id(),
        person.id,
        place.branch.id,
    )
    file_id, bearer = await make_file(place.client.id), Bearer(person.id, person.device)
    until = NOW + timedelta(minutes=1)
    return {"link": links.written(file_id, bearer, Keys(TEST_SECRET), until=until)}


FILES = {
    "POST /api/clients/{client_id}/files": Case("client", ids=client, files=a_photo),
    "GET /api/files/{file_id}": Case("client", prepare=a_file),
    "GET /api/files/{file_id}/thumbnail": Case("client", prepare=a_file),
    "POST /api/files/{file_id}/link": Case("client", prepare=a_file),
    "GET /api/file-links/{link}": Case("open", prepare=a_link),
    "GET /api/file-links/{link}/thumbnail": Case("open", prepare=a_link),
}
