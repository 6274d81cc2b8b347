"""Entries on the device: kept before they are said to be, whose they are, how much of them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from mobile.sync import outbox as outbox_module
from mobile.sync.entries import Counts, NewFile
from mobile.sync.keeping import Folder, Folders, Memory
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.refusals import (
    AlreadyEntered,
    FileTooLarge,
    NotKept,
    NotYours,
    OutboxFull,
    TooManyFiles,
    Unreadable,
)
from shared.contract.files import FILE_BYTES_MOST
from shared.ids import new_id
from tests.mobile.sync.pieces import (
    ALPHA,
    BETA,
    Darkroom,
    answer,
    comment,
    dispute,
    outbox,
    photo,
    promise,
)

pytestmark = pytest.mark.anyio

CLAIRE = Owner("https://credit.test", new_id())
PAUL = Owner("https://credit.test", new_id())


async def test_what_was_entered_is_there_when_the_app_starts_again(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as first:
        taken = await first.record("take-promise", ALPHA, promise(note="sûr"), files=())
        shown = await first.record("open-dispute", ALPHA, dispute(), files=[photo(b"door")])
    with outbox(tmp_path, CLAIRE) as again:
        assert again.entries() == [taken, shown]
        assert again.file(shown.files[0].id) == b"door"
        assert again.counts() == Counts(waiting=2, review=0)
        assert again.standings() == {taken.id: "saved", shown.id: "saved"}
    assert taken.body["promised_on"] == "2026-11-27"
    assert shown.body["file_ids"] == [str(shown.files[0].id)]


async def test_an_entry_says_when_it_was_said(tmp_path: Path):
    before = datetime.now(UTC)
    then = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    with outbox(tmp_path, CLAIRE) as kept:
        now = await kept.record("post-comment", ALPHA, comment())
        earlier = await kept.record("post-comment", ALPHA, comment(said_at=then))
    assert before <= now.said_at <= datetime.now(UTC)
    assert datetime.fromisoformat(now.body["said_at"]) == now.said_at
    assert earlier.said_at == then


async def test_a_button_pressed_twice_enters_once(tmp_path: Path):
    said, file = comment(id=new_id()), photo()
    with outbox(tmp_path, CLAIRE) as kept:
        first = await kept.record("post-comment", ALPHA, said, files=[file])
        assert await kept.record("post-comment", ALPHA, said, files=[file]) == first
        assert len(kept.entries()) == 1
        with pytest.raises(AlreadyEntered):
            await kept.record("post-comment", ALPHA, comment("Autre.", id=said.id))
        with pytest.raises(AlreadyEntered):
            await kept.record("post-comment", ALPHA, comment("Autre."), files=[file])
        assert kept.file(file.id) == file.content


async def test_a_body_that_is_not_of_its_kind_is_a_bug(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as kept:
        with pytest.raises(TypeError):
            await kept.record("take-promise", ALPHA, comment())
        with pytest.raises(TypeError):
            await kept.record("add-dispute-entry", ALPHA, answer())
        with pytest.raises(TypeError):
            await kept.record("take-promise", ALPHA, promise(), files=[photo()])
        assert kept.entries() == []


async def test_saved_is_said_after_the_disk_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Files and their folder are synced, then the commit, then the browser's storage."""
    told: list[str] = []
    really = os.fsync

    def synced(opened: int) -> None:
        told.append("synced")
        really(opened)

    monkeypatch.setattr(os, "fsync", synced)

    class Storage(Folder):
        async def flush(self, name: str) -> None:
            told.append(name)

    kept = Outbox(Storage(tmp_path / "kept"), CLAIRE, step=told.append)
    connection = kept.disk.rows._connection
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    told.clear()
    await kept.record("open-dispute", ALPHA, dispute(), files=[photo()])
    kept.close()
    assert told == ["synced", "synced", "file-kept", "recorded", "outbox.sqlite", "flushed"]


async def test_what_the_disk_refuses_is_not_said_to_be_saved_and_is_not_sent(tmp_path: Path):
    refuses = True

    class Storage(Folder):
        async def flush(self, name: str) -> None:
            if refuses:
                raise OSError(f"QuotaExceededError: {name}")

    keeping = Storage(tmp_path / "kept")
    kept = Outbox(keeping, CLAIRE)
    said, file = comment(id=new_id()), photo()
    with pytest.raises(NotKept):
        await kept.record("post-comment", ALPHA, said, files=[file])
    assert kept.entries() == []
    assert keeping.kept() == set()
    refuses = False
    assert (await kept.record("post-comment", ALPHA, said, files=[file])).id == said.id
    kept.close()


async def test_nobody_else_sees_or_sends_what_somebody_entered(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as hers:
        await hers.record("post-comment", ALPHA, comment())
    with outbox(tmp_path, PAUL) as his:
        assert his.entries() == []
    elsewhere = Owner("https://other.test", CLAIRE.user_id)
    with outbox(tmp_path, elsewhere) as there:
        assert there.entries() == []
    with outbox(tmp_path, CLAIRE) as again:
        assert len(again.entries()) == 1
    with pytest.raises(NotYours):
        Outbox(Folder(tmp_path / CLAIRE.name), PAUL)


async def test_two_hundred_megabytes_wait_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(outbox_module, "BYTES_MOST", 10_000)
    with outbox(tmp_path, CLAIRE) as kept:
        first = await kept.record("open-dispute", ALPHA, dispute(), files=[photo(b"x" * 6_000)])
        with pytest.raises(OutboxFull) as full:
            await kept.record("open-dispute", BETA, dispute(), files=[photo(b"y" * 6_000)])
        assert full.value.bytes_most == 10_000
        assert 6_000 < kept.used_bytes < 7_000
        await kept.record("post-comment", BETA, comment())  # words still fit
        assert [entry.client_id for entry in kept.entries()] == [ALPHA, BETA]
        await kept.discard(first.id)
        await kept.record("open-dispute", BETA, dispute(), files=[photo(b"y" * 6_000)])


async def test_what_the_server_would_refuse_anyway_is_refused_at_once(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as kept:
        large = NewFile(new_id(), "plan.pdf", bytes(FILE_BYTES_MOST + 1))
        with pytest.raises(FileTooLarge):
            await kept.record("open-dispute", ALPHA, dispute(), files=[large])
        many = [photo() for _ in range(21)]
        with pytest.raises(TooManyFiles):
            await kept.record("open-dispute", ALPHA, dispute(), files=many)
        assert kept.entries() == []


async def test_a_photo_is_made_small_before_it_is_kept(tmp_path: Path):
    from tests.files.samples import picture  # noqa: PLC0415 - draws a large one

    large = picture(size=(4_000, 3_000))
    with outbox(tmp_path, CLAIRE, darkroom=Darkroom()) as kept:
        entry = await kept.record("open-dispute", ALPHA, dispute(), files=[photo(large)])
        small = kept.file(entry.files[0].id)
        assert await Darkroom().size(small) == (2_048, 1_536)
        assert entry.files[0].size_bytes == len(small) <= 500_000
        paper = await kept.record("post-comment", ALPHA, comment(), files=[photo(b"%PDF-1.7")])
        assert kept.file(paper.files[0].id) == b"%PDF-1.7"


async def test_what_has_not_gone_can_be_said_otherwise_or_taken_back(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as kept:
        one, two = photo(b"one"), photo(b"two")
        entry = await kept.record("open-dispute", ALPHA, dispute(), files=[one, two])
        third = photo(b"three")
        words = dispute("Trois portes.", file_ids=[two.id])
        again = await kept.say_again(entry.id, words, files=[third])
        assert (again.id, again.place, again.body["note"]) == (entry.id, 1, "Trois portes.")
        assert [file.id for file in again.files] == [two.id, third.id]
        assert kept.disk.keeping.kept() == {two.id, third.id}
        assert again.said_at == entry.said_at
        await kept.discard(entry.id)
        assert (kept.entries(), kept.disk.keeping.kept()) == ([], set())
        with pytest.raises(KeyError):
            kept.entry(entry.id)


async def test_a_damaged_outbox_is_told_and_left_as_it_is(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as kept:
        await kept.record("post-comment", ALPHA, comment())
    file = tmp_path / CLAIRE.name / "outbox.sqlite"
    damaged = b"half a file" * 1_000
    file.write_bytes(damaged)
    with pytest.raises(Unreadable):
        Outbox(Folder(tmp_path / CLAIRE.name), CLAIRE)
    assert file.read_bytes() == damaged


async def test_files_that_no_entry_names_are_cleared_away(tmp_path: Path):
    folder = Folders(tmp_path).of(CLAIRE)
    folder.keep(new_id(), b"its entry was never written")
    (tmp_path / CLAIRE.name / "files" / f"{new_id()}.half").write_bytes(b"half a pho")
    with outbox(tmp_path, CLAIRE) as kept:
        assert kept.disk.keeping.kept() == set()


async def test_a_session_without_a_disk_keeps_its_entries_in_memory():
    kept = Outbox(Memory(), CLAIRE)
    entry = await kept.record("open-dispute", ALPHA, dispute(), files=[photo(b"door")])
    assert kept.entries(ALPHA) == [entry]
    assert kept.entries(BETA) == []
    assert kept.file(entry.files[0].id) == b"door"
    kept.close()


def test_a_folder_tells_nothing_of_whose_it_is():
    assert CLAIRE.name == Owner("https://credit.test/", CLAIRE.user_id).name
    assert CLAIRE.name != PAUL.name
    assert str(CLAIRE.user_id) not in CLAIRE.name
    assert UUID(CLAIRE.name)  # 32 hexadecimal digits: a name on any file system
