"""Files over the API: what is kept, what is refused and why, who may take it away."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from backend.database.transaction import execute, fetch_all, fetch_value
from shared.contract.files import FILE_BYTES_MOST
from shared.ids import new_id
from tests.files.samples import PDF, SVG, bomb, located_photo, picture, workbook
from tests.files.world import lying, send
from tests.makers.ledger import make_branch, make_client, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "lawful_ledger")]


async def test_a_photo_is_kept_upright_without_its_place_and_comes_back_as_a_download(http, world):
    sent = located_photo()
    answer = await send(http, world, sent, "IMG 0042.HEIC.jpeg")
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert told["name"] == "IMG 0042.HEIC.jpg"
    assert (told["width"], told["height"]) == (400, 640)
    assert told["has_thumbnail"] is True
    assert "sha256" not in answer.text
    kept = await http.get(f"/api/files/{told['id']}", headers=world.headers())
    assert kept.headers["content-type"] == "image/jpeg"
    assert kept.headers["x-content-type-options"] == "nosniff"
    assert kept.headers["content-disposition"].startswith("attachment; filename=")
    assert kept.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert int(kept.headers["content-length"]) == len(kept.content) == told["size_bytes"]
    with Image.open(io.BytesIO(kept.content)) as image:
        assert image.size == (400, 640)
        assert dict(image.getexif()) == {}
    small = await http.get(f"/api/files/{told['id']}/thumbnail", headers=world.headers())
    with Image.open(io.BytesIO(small.content)) as image:
        assert max(image.size) == 320


async def test_a_paper_comes_back_byte_by_byte_and_has_no_thumbnail(http, world):
    sent = workbook()
    told = (await send(http, world, sent, "tableau.exe")).json()
    assert told["name"] == "tableau.xlsx"
    assert (await http.get(f"/api/files/{told['id']}", headers=world.headers())).content == sent
    small = await http.get(f"/api/files/{told['id']}/thumbnail", headers=world.headers())
    assert small.status_code == 404


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "file-empty"),
        (b"MZ\x90\0\0\0" * 20, "file-type-unknown"),
        (bomb(), "picture-too-large"),
        (picture()[:3000], "file-damaged"),
        (b"x" * (FILE_BYTES_MOST + 1), "file-too-large"),
        (SVG, "file-markup"),
        (PDF + workbook(), "file-two-kinds"),
    ],
    ids=["empty", "type", "bomb", "truncated", "15 MB + 1", "SVG", "polyglot"],
)
async def test_a_file_of_every_wrong_kind_is_refused_with_its_reason(
    body, code, http, world, settings
):
    answer = await send(http, world, body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert lying(settings.data) == []
    assert await fetch_value("SELECT count(*) FROM stored_file") == 0


async def test_fifteen_megabytes_to_the_byte_are_taken(http, world):
    answer = await send(http, world, b"x" * FILE_BYTES_MOST, "note.txt")
    assert answer.status_code == 201, answer.text
    assert answer.json()["size_bytes"] == FILE_BYTES_MOST


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/cron.d/evil.jpg", "evil.jpg"),
        ("C:\\Temp\\bon.png", "bon.jpg"),
        ("..", "encours.jpg"),
        ("a\u202egpj.exe", "a gpj.jpg"),
        ("x" * 400 + ".jpg", "x" * 100 + ".jpg"),
        ('a";drop\r\nX: 1.jpg', "a ;drop X 1.jpg"),
    ],
)
async def test_a_name_is_never_a_path_nor_a_header(name, kept, http, world, settings):
    told = (await send(http, world, picture(), name)).json()
    assert told["name"] == kept
    names = {path.name for path in lying(settings.data)}
    rows = await fetch_all("SELECT body, thumbnail FROM stored_file")
    assert names == {str(key) for row in rows for key in row}
    back = await http.get(f"/api/files/{told['id']}", headers=world.headers())
    assert back.status_code == 200
    assert "\n" not in back.headers["content-disposition"]


async def test_what_is_sent_again_is_kept_once(http, world, settings):
    id_ = new_id()
    first = await send(http, world, picture(), id=id_)
    again = await send(http, world, picture(), id=id_)
    assert first.json() == again.json()
    assert first.json()["id"] == str(id_)
    assert len(lying(settings.data)) == 2  # the photo and its thumbnail
    other = await send(http, world, picture(size=(10, 10)), id=id_)
    assert (other.status_code, other.json()["code"]) == (409, "id-taken")
    assert len(lying(settings.data)) == 2


async def test_a_duplicate_tells_nothing_of_the_first(http, world):
    colleague = await make_person("sales", everything=True)
    first = (await send(http, world, picture())).json()
    second = await send(http, world, picture(), person=colleague)
    assert second.status_code == 201
    assert second.json()["id"] != first["id"]
    assert second.json()["uploaded_by"]["id"] == str(colleague.id)
    taken = await send(http, world, picture(), person=colleague, id=first["id"])
    assert taken.status_code == 201
    assert taken.json()["id"] not in {first["id"], second.json()["id"]}


async def test_an_id_of_another_kind_is_refused(http, world):
    for id_ in ("no id", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"):
        answer = await send(http, world, picture(), id=id_)
        assert (answer.status_code, answer.json()["code"]) == (422, "id-not-uuid7")


async def test_out_of_scope_nothing_can_be_sent_or_taken_away(http, world):
    outsider = await make_person("admin")
    told = (await send(http, world, picture())).json()
    assert (await send(http, world, picture(), person=outsider)).status_code == 404
    for path in ("", "/thumbnail"):
        answer = await http.get(f"/api/files/{told['id']}{path}", headers=world.headers(outsider))
        assert answer.status_code == 404
    answer = await http.post(f"/api/files/{told['id']}/link", headers=world.headers(outsider))
    assert answer.status_code == 404


async def test_a_file_of_a_merged_client_is_seen_by_who_sees_what_it_became(http, world):
    branch = await make_branch(world.client.company)
    other = await make_client(company=world.client.company, branch=branch.id)
    theirs = await make_person("sales", branches=(branch.id,))
    told = (await send(http, world, picture())).json()
    path = f"/api/files/{told['id']}"
    assert (await http.get(path, headers=world.headers(theirs))).status_code == 404
    await execute("UPDATE client SET merged_into = $2 WHERE id = $1", world.client.id, other.id)
    assert (await http.get(path, headers=world.headers(theirs))).status_code == 200
    assert (await http.get(path, headers=world.headers())).status_code == 404


async def test_a_file_is_told_of_in_the_client_s_history_without_its_name(http, world):
    told = (await send(http, world, picture(), "Mme Dupont.jpg")).json()
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'file-added'")
    assert (str(fact["subject"]), fact["client"]) == (told["id"], world.client.id)
    assert fact["after"] == {"media_type": "image/jpeg", "size_bytes": told["size_bytes"]}
