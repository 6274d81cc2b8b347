"""Where the bytes lie: a full disk, a slow examiner, and what nobody names."""

from __future__ import annotations

import asyncio
import os
import resource
import time

import pytest

from backend.files import examining
from backend.files.storage import Folder
from backend.files.sweeping import sweep
from shared.ids import new_id
from tests.files.samples import picture
from tests.files.world import lying, send

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "lawful_ledger")]


async def test_a_full_disk_is_told_and_leaves_nothing(http, world, settings):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The process may write no file larger than this, as if the disk ended there.
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        answer = await send(http, world, b"x" * 300_000, "note.txt")
        assert (answer.status_code, answer.json()["code"]) == (503, "storage-full")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert lying(settings.data) == []
    assert (await send(http, world, b"x" * 300_000, "note.txt")).status_code == 201


async def test_a_file_that_keeps_its_examiner_too_long_is_refused(
    http, world, settings, monkeypatch
):
    monkeypatch.setattr(examining, "SECONDS_MOST", 0)
    answer = await send(http, world, picture())
    assert (answer.status_code, answer.json()["code"]) == (422, "file-too-heavy")
    assert lying(settings.data) == []


async def test_the_server_goes_on_answering_while_photos_are_drawn(http, world):
    large = picture(size=(4000, 3000))
    sending = [asyncio.create_task(send(http, world, large)) for _ in range(2)]
    answers = 0
    while not all(task.done() for task in sending):
        assert (await http.get("/health")).status_code == 200
        await asyncio.sleep(0)  # in one process, the others get their turn only so
        answers += 1
    assert [task.result().status_code for task in sending] == [201] * 2
    assert answers > 20  # drawn in this process, each photo would let one or two through


async def test_what_no_row_names_is_swept_once_it_is_old(http, world, settings):
    told = (await send(http, world, picture())).json()
    storage = Folder(settings.data / "files")
    orphan, young = new_id(), new_id()
    for key in (orphan, young):
        draft = storage.draft()
        draft.write_bytes(b"nobody's")
        storage.keep(key, draft)
    abandoned = storage.draft()
    abandoned.write_bytes(b"half a file")
    long_ago = time.time() - 7_200
    for path in lying(settings.data):
        if path.name != str(young):
            os.utime(path, (long_ago, long_ago))
    assert await sweep(storage) == 2
    assert not abandoned.exists()
    with pytest.raises(FileNotFoundError):
        storage.read(orphan)
    storage.read(young).close()
    back = await http.get(f"/api/files/{told['id']}", headers=world.headers())
    assert back.status_code == 200
