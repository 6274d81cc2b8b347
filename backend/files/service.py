"""Keeping what people bring back from the field, and giving it to those in scope."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.files import queries
from backend.files.examining import examined
from backend.files.names import shown_name
from backend.files.receiving import received, room
from backend.files.refusals import NOT_FOUND
from backend.files.rules import WINDOW, Sending, one_more
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.service import By
    from backend.files.examiner.verdict import Examined
    from backend.files.storage import Storage
    from backend.identity.viewer import Viewer

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sends: the bytes, the name they have there, and the id made for them."""

    id: UUID | None
    name: str
    bytes: BinaryIO


@dataclass(frozen=True, slots=True)
class Opened:
    """A stored file, to be read and closed."""

    file: BinaryIO
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in the storage, before the database knows of it."""

    examined: Examined
    body: UUID
    thumbnail: UUID | None
    size_bytes: int
    sha256: str


async def keep_file(
    viewer: Viewer, client_id: UUID, sent: Sent, *, storage: Storage, now: datetime
) -> Record:
    """Examines and keeps a file of the client's; once, where it is sent again under the same id.

    The bytes are in the storage before the database names them: a row always has its file, and
    what no row names is swept (backend.files.sweeping).

    Raises:
        Refused: 404; 409 `id-taken`; 422 for what the file is; 429 `too-many-files`,
            `too-many-unused-files`; 503 `storage-full`, `files-busy`.
    """
    await standing_client(viewer, client_id)
    if sent.id is None or not await queries.is_kept(sent.id):
        await require_room(viewer, 0, now)  # before anything is examined
    async with drafts(storage) as (draft, body, thumbnail):
        sha256 = await asyncio.to_thread(received, sent.bytes, draft)
        found = await examined(draft, body, thumbnail, sent.name)
        is_picture = found.width is not None
        kept = await asyncio.to_thread(
            into,
            storage,
            found,
            sha256,
            body if is_picture else draft,
            thumbnail if is_picture else None,
        )
    is_known = False
    try:
        file_id, is_repeat = await name_file(viewer, client_id, sent, kept, now=now)
        is_known = not is_repeat
    finally:
        if not is_known:
            await asyncio.to_thread(take_out, storage, kept)
    return await file_of(viewer, file_id)


@asynccontextmanager
async def drafts(storage: Storage) -> AsyncIterator[tuple[Path, Path, Path]]:
    """Three places to prepare a file in; whatever happens, nothing is left there."""
    with room():
        paths = [await asyncio.to_thread(storage.draft) for _ in range(3)]
    try:
        yield paths[0], paths[1], paths[2]
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def into(
    storage: Storage, found: Examined, sha256: str, body: Path, thumbnail: Path | None
) -> Kept:
    """Refused (503 `storage-full`) without leaving half of it."""
    kept = Kept(
        found, new_id(), None if thumbnail is None else new_id(), body.stat().st_size, sha256
    )
    try:
        with room():
            storage.keep(kept.body, body)
            if thumbnail is not None and kept.thumbnail is not None:
                storage.keep(kept.thumbnail, thumbnail)
    except BaseException:
        take_out(storage, kept)
        raise
    return kept


def take_out(storage: Storage, kept: Kept) -> None:
    for key in (kept.body, kept.thumbnail):
        if key is not None:
            storage.forget(key)


async def name_file(
    viewer: Viewer, client_id: UUID, sent: Sent, kept: Kept, *, now: datetime
) -> tuple[UUID, bool]:
    """Writes the row; answers its id, and whether it was there already.

    It is sent again to the same address: the client may have become another one meanwhile. Or the
    file was taken away since, for want of use: whoever heard no answer then keeps it anew.
    """
    fields = {
        "uploaded_by": viewer.account_id,
        "uploaded_at": now,
        "name": shown_name(sent.name, kept.examined.media_type),
        "media_type": kept.examined.media_type,
        "size_bytes": kept.size_bytes,
        "width": kept.examined.width,
        "height": kept.examined.height,
        "body": kept.body,
        "thumbnail": kept.thumbnail,
        "sha256": kept.sha256,
    }
    told = {name: fields[name] for name in ("media_type", "size_bytes")}

    async def add(file_id: UUID) -> bool:
        await queries.hold_sending(viewer.account_id)
        await require_room(viewer, kept.size_bytes, now)
        if not await queries.add(file_id, {"client": client["id"], **fields}):
            return False
        fact = Fact(kind="file-added", subject=file_id, client=client["id"], after=told)
        await record(fact, by=viewer.by, at=now)
        return True

    said = {"client": client_id, "name": sent.name, "sha256": kept.sha256}
    async with transaction():
        client = await standing_client(viewer, client_id)
        file_id, is_repeat = await once(
            Command("add-file", sent.id, said), add, by=viewer.by, at=now
        )
        if is_repeat and not await queries.is_kept(file_id):
            is_repeat = not await add(file_id)
        return file_id, is_repeat


async def require_room(viewer: Viewer, size_bytes: int, now: datetime) -> None:
    """Refused (429) where the person has sent too much (backend.files.rules)."""
    sent = await queries.sent_since(viewer.account_id, now - WINDOW)
    refusal = one_more(Sending(**sent), size_bytes, now)
    if refusal is not None:
        raise Refused(refusal)


async def forget_unless_used(file_ids: Sequence[UUID], *, by: By, at: datetime) -> int:
    """Takes files away whose last reference was erased, in the caller's transaction.

    Answers how many: one that something else shows stays. Their bytes are swept.
    """
    await queries.hold(file_ids)
    gone = await queries.forget(file_ids)
    facts = [Fact(kind="file-removed", subject=row["id"], client=row["client"]) for row in gone]
    await record(*facts, by=by, at=at)
    return len(gone)


async def file_of(viewer: Viewer, file_id: UUID) -> Record:
    """Refused (404) where the viewer sees no such file."""
    row = await queries.file(viewer, file_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


async def thumbnail_of(viewer: Viewer, file_id: UUID) -> Record:
    """Refused (404) also for a file that is no picture."""
    row = await file_of(viewer, file_id)
    if row["thumbnail"] is None:
        raise Refused(NOT_FOUND)
    return row


async def opened(storage: Storage, key: UUID) -> Opened:
    """Refused (404) for what the storage has lost: the log tells whoever keeps the server."""
    try:
        file = await asyncio.to_thread(storage.read, key)
    except FileNotFoundError:
        logger.error("The storage has lost %s.", key)  # noqa: TRY400 - where says nothing more
        raise Refused(NOT_FOUND) from None
    return Opened(file, os.fstat(file.fileno()).st_size)


async def files_by_id(file_ids: Sequence[UUID]) -> dict[UUID, Record]:
    """For what refers to them, once the caller has found that in sight."""
    return {row["id"]: row for row in await queries.named(file_ids)} if file_ids else {}


async def require_files_of(client_id: UUID, file_ids: Sequence[UUID]) -> None:
    """For whoever is about to refer to them; the caller has found the client in sight.

    In their transaction: until its end no file of these is taken away for want of use.

    Raises:
        Refused: 422 `no-such-file`, for a file of another client as for none.
    """
    found = {row["id"]: row["client"] for row in await queries.held_files(file_ids)}
    for id_ in file_ids:
        if found.get(id_) != client_id:
            raise Refused(
                Refusal("no-such-file", 422, "This client has no such file.", {"file": id_})
            )
