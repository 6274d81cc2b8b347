"""Photos on their way: before what names them, once each, again where they were lost."""

from __future__ import annotations

import pytest

from shared.ids import new_id
from tests.mobile.sync.phone import Phone
from tests.mobile.sync.pieces import ALPHA, answer, comment, dispute, photo

pytestmark = pytest.mark.anyio


async def test_photos_go_before_what_names_them_and_make_room_when_it_is_sent(phone: Phone):
    door, frame = photo(b"door"), photo(b"frame")
    await phone.kept.record("open-dispute", ALPHA, dispute(), files=[door, frame])
    await phone.round(None, "lost")  # the second photo arrives, and nobody hears of it
    assert phone.server.applied == []
    assert phone.kept.used_bytes > 9
    phone.sending.wake()
    await phone.round()
    assert phone.told() == ["sent"]
    assert set(phone.server.files) == {door.id, frame.id}
    assert phone.kept.used_bytes == 0
    assert phone.kept.disk.keeping.kept() == set()


async def test_a_photo_that_the_server_threw_away_meanwhile_goes_again(phone: Phone):
    """The photo arrived, the words did not: after a day the server keeps no file of nothing."""
    door = photo(b"door")
    entry = await phone.kept.record("open-dispute", ALPHA, dispute(), files=[door])
    await phone.round(None, "cut")
    assert set(phone.server.files) == {door.id}
    phone.server.files.clear()
    phone.sending.wake()
    await phone.round()
    assert phone.told() == ["sent"]
    [anew] = phone.server.files
    assert anew != door.id
    assert phone.server.bodies[entry.id]["file_ids"] == [str(anew)]


async def test_a_photo_that_is_thrown_away_each_time_waits_for_its_author(phone: Phone):
    entry = await phone.kept.record("open-dispute", ALPHA, dispute(), files=[photo()])
    phone.server.keeps_files = False
    await phone.round()
    assert phone.told() == ["review"]
    phone.server.keeps_files = True
    await phone.kept.say_again(entry.id)
    await phone.round()
    assert phone.told() == ["sent"]


async def test_a_lost_photo_is_told_and_can_be_taken_again(phone: Phone):
    door = photo(b"door")
    entry = await phone.kept.record("open-dispute", ALPHA, dispute(), files=[door])
    phone.kept.disk.keeping.drop(door.id)
    await phone.round()
    refused = phone.kept.entry(entry.id)
    assert (refused.state, refused.problem and refused.problem.code) == ("review", "file-lost")
    retaken = photo(b"door again")
    await phone.kept.say_again(entry.id, dispute(), files=[retaken])
    await phone.round()
    assert phone.server.bodies[entry.id]["file_ids"] == [str(retaken.id)]


async def test_things_that_got_another_id_on_the_server_are_found_under_it(phone: Phone):
    said, door = comment(id=new_id()), photo()
    kept_as, door_as, dispute_as = new_id(), new_id(), new_id()
    first = await phone.kept.record("post-comment", ALPHA, said)
    opened = await phone.kept.record(
        "open-dispute", ALPHA, dispute(origin_comment_id=first.id), files=[door]
    )
    told = await phone.kept.record("add-dispute-entry", ALPHA, answer(), about_id=opened.id)
    phone.server.renamed = {first.id: kept_as, door.id: door_as, opened.id: dispute_as}
    await phone.round()
    body = phone.server.bodies[opened.id]
    assert (body["origin_comment_id"], body["file_ids"]) == (str(kept_as), [str(door_as)])
    assert phone.server.paths[told.id] == f"/api/disputes/{dispute_as}/entries"
