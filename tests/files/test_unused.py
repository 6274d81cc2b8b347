"""How much one person may send, and what becomes of what nothing shows."""

from __future__ import annotations

import asyncio
from contextvars import Context
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from asyncpg import IntegrityConstraintViolationError

from backend.activity.erasing import erase_text
from backend.activity.service import NOBODY
from backend.database.transaction import execute, fetch_all, fetch_value, transaction
from backend.files import rules
from backend.files.service import require_files_of
from backend.files.storage import Folder
from backend.files.sweeping import remove_unused, sweep
from shared.ids import new_id
from shared.refusal import Refused
from tests.disputes.scene import Scene, make_scene
from tests.files.samples import picture
from tests.files.world import World, lying, send
from tests.makers.ledger import insert, make_client

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "lawful_ledger")]

REFERENCES = """
SELECT conrelid::regclass::text AS name FROM pg_constraint
WHERE contype = 'f' AND confrelid = 'stored_file'::regclass"""
LOOKED_AT = """
SELECT DISTINCT table_name::text AS name FROM information_schema.view_table_usage
WHERE view_name = 'file_in_use'"""


async def make_files(world: World, number: int, *, size: int = 1, hours_ago: float = 1) -> UUID:
    """Rows alone, and the id of the last: nobody opens them here."""
    id_ = new_id()
    for _ in range(number):
        id_ = new_id()
        await insert(
            "stored_file",
            id=id_,
            client=world.client.id,
            uploaded_by=world.person.id,
            uploaded_at=world.clock.now() - timedelta(hours=hours_ago),
            name="photo.jpg",
            media_type="text/plain",
            size_bytes=size,
            body=new_id(),
            sha256="0" * 64,
        )
    return id_


async def refused(http, world: World) -> tuple[int, str, dict[str, Any]]:
    answer = await send(http, world, b"Vu sur place.", "note.txt")
    return answer.status_code, answer.json()["code"], answer.json()


async def test_fifty_files_that_nothing_shows_are_enough(http, world, settings):
    await make_files(world, rules.UNUSED_MOST - 1, hours_ago=3)
    id_ = new_id()
    last = await send(http, world, b"Vu sur place.", "note.txt", id=id_)
    assert last.status_code == 201
    status, code, told = await refused(http, world)
    assert (status, code) == (429, "too-many-unused-files")
    assert told["detail"].startswith("50 files you sent are not used yet")
    assert len(lying(settings.data)) == 1
    again = await send(http, world, b"Vu sur place.", "note.txt", id=id_)
    assert again.json() == last.json()  # what was kept is answered, whatever came since
    world.clock.move(hours=21, seconds=1)
    assert (await send(http, world, b"Vu.", "note.txt")).status_code == 201


async def test_a_person_sends_so_many_files_and_so_much_a_day(http, world, monkeypatch):
    await make_files(world, 1, size=(rules.MEGABYTES_MOST << 20) - 5, hours_ago=23)
    answer = await send(http, world, b"Vu sur place.", "note.txt")
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many-files")
    assert answer.headers["retry-after"] == "3600"
    french = world.headers() | {"Accept-Language": "fr"}
    words = (
        await http.post(
            f"/api/clients/{world.client.id}/files",
            files={"file": ("note.txt", b"Vu sur place.")},
            headers=french,
        )
    ).json()["detail"]
    assert words.startswith("En 24 heures, 200 fichiers et 500 Mo au plus")
    assert (await send(http, world, b"Vu.", "note.txt")).status_code == 201
    monkeypatch.setattr(rules, "FILES_MOST", 2)
    assert (await refused(http, world))[:2] == (429, "too-many-files")


async def test_files_sent_at_once_are_counted_one_by_one(http, world):
    await make_files(world, rules.UNUSED_MOST - 1)
    sending = [send(http, world, b"Vu sur place.", "note.txt") for _ in range(4)]
    answers = await asyncio.gather(*sending)
    assert sorted(answer.status_code for answer in answers) == [201, 429, 429, 429]


async def test_whatever_refers_to_a_file_keeps_it():
    referring = {row["name"] for row in await fetch_all(REFERENCES)}
    assert referring == {row["name"] for row in await fetch_all(LOOKED_AT)}


async def test_a_file_that_nothing_shows_is_gone_after_a_day_and_no_other(http, world, settings):
    unused = (await send(http, world, picture())).json()["id"]
    shown = (await send(http, world, picture())).json()["id"]
    said = {"text": "Vu sur place.", "files": [shown]}
    path = f"/api/clients/{world.client.id}/comments"
    assert (await http.post(path, json=said, headers=world.headers())).status_code == 201
    assert await remove_unused(world.clock.now() + timedelta(hours=23, minutes=59)) == 0
    world.clock.move(hours=24)
    young = (await send(http, world, picture())).json()["id"]
    assert await remove_unused(world.clock.now()) == 1
    answers = {
        id_: (await http.get(f"/api/files/{id_}", headers=world.headers())).status_code
        for id_ in (unused, shown, young)
    }
    assert answers == {unused: 404, shown: 200, young: 200}
    assert await sweep(Folder(settings.data / "files"), age_seconds=-1) == 2  # with its thumbnail
    assert len(lying(settings.data)) == 4
    [fact] = await fetch_all("SELECT subject, client FROM activity WHERE kind = 'file-removed'")
    assert (str(fact["subject"]), fact["client"]) == (unused, world.client.id)


async def test_a_file_sent_again_after_it_was_taken_away_is_kept_anew(http, world):
    """By a phone that heard no answer, and was off for a day."""
    id_ = new_id()
    first = (await send(http, world, b"Vu sur place.", "note.txt", id=id_)).json()
    world.clock.move(hours=24)
    assert await remove_unused(world.clock.now()) == 1
    sending = [send(http, world, b"Vu sur place.", "note.txt", id=id_) for _ in range(2)]
    answers = await asyncio.gather(*sending)
    assert [(one.status_code, one.json()["id"]) for one in answers] == [(201, first["id"])] * 2
    said = {"text": "Vu sur place.", "files": [first["id"]]}
    path = f"/api/clients/{world.client.id}/comments"
    assert (await http.post(path, json=said, headers=world.headers())).status_code == 201
    body = (await http.post(f"/api/files/{first['id']}/link", headers=world.headers())).json()
    assert (await http.get(body["url"])).content == b"Vu sur place."
    assert await fetch_value("SELECT count(*) FROM activity WHERE kind = 'file-added'") == 2


async def test_a_file_that_is_being_shown_at_this_moment_stays(world):
    file_id = await make_files(world, 1, hours_ago=30)
    removing = remove_unused(world.clock.now())
    async with transaction():
        await require_files_of(world.client.id, [file_id])
        # As somebody else's: not in this transaction.
        assert await asyncio.create_task(removing, context=Context()) == 0
    assert await remove_unused(world.clock.now()) == 1
    other = await make_client(company=world.client.company)
    for client in (world.client, other):
        with pytest.raises(Refused, match="no such file"):
            await require_files_of(client.id, [file_id])


@pytest.fixture
async def scene(http, clock) -> Scene:
    return await make_scene(http, clock)


async def photo(scene: Scene) -> str:
    answer = await scene.http.post(
        f"/api/clients/{scene.client.id}/files",
        files={"file": ("photo.jpg", picture())},
        headers=scene.headers(scene.people["sales"]),
    )
    told: str = answer.json()["id"]
    return told


async def facts_of(kind: str) -> list[UUID]:
    rows = await fetch_all("SELECT id FROM activity WHERE kind = $1 ORDER BY id", kind)
    return [row["id"] for row in rows]


async def test_the_photos_of_an_erased_text_are_erased_with_it_fact_by_fact(scene):
    photos = [await photo(scene) for _ in range(4)]
    commented, both, opened, answered = photos
    text = "Vu chez Mme Zorglub."
    await scene.say(
        "sales", f"/clients/{scene.client.id}/comments", text=text, files=[commented, both]
    )
    dispute = await scene.dispute(note=text, file_ids=[opened, both])
    scene.clock.move(minutes=1)
    await scene.say("sales", f"/disputes/{dispute['id']}/entries", text=text, file_ids=[answered])

    async def left() -> list[str]:
        rows = await fetch_all("SELECT id FROM stored_file")
        return [one for one in photos if one in {str(row["id"]) for row in rows}]

    await erase_text(await facts_of("comment-posted"), by=NOBODY, at=scene.clock.now())
    assert await left() == [both, opened, answered]  # one of them shows in the dispute too
    await erase_text(await facts_of("dispute-opened"), by=NOBODY, at=scene.clock.now())
    assert await left() == [answered]
    told = await scene.get("sales", f"/disputes/{dispute['id']}")
    assert [len(entry["files"]) for entry in told["entries"]] == [0, 1]
    assert await fetch_value("SELECT count(*) FROM activity WHERE kind = 'file-removed'") == 3


async def test_what_a_dispute_shows_goes_with_its_text_only(scene):
    """The database itself holds the photos of what nobody erased."""
    await scene.dispute(file_ids=[await photo(scene)])
    with pytest.raises(IntegrityConstraintViolationError):
        await execute("DELETE FROM dispute_file")
