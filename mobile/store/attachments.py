"""Photos and papers that go with an entry: chosen, brought one after the other, kept or refused.

Where the device keeps what is entered they are held here, and go with the entry; else each is sent
as it is chosen, and the entry names it.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

from flet import Observable

from mobile.api import files as api
from mobile.api.failures import Failure, GoneFromDevice, Misunderstood, Refused
from mobile.sync.entries import NewFile
from mobile.sync.photos import reduced
from shared.contract.files import FILE_BYTES_MOST
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Container, Iterable, Sequence
    from datetime import datetime
    from typing import BinaryIO
    from uuid import UUID

    from mobile.platform.ports import Chosen
    from mobile.store.reach import Reach
    from mobile.sync.entries import EntryFile
    from mobile.sync.outbox import Outbox
    from shared.contract.files import StoredFile

Refusal = Literal["too-large", "empty", "too-many", "gone"]
"""What need not be sent to be refused; *gone* is what the server had, and keeps no longer."""
UNUSED_FOR: Final = timedelta(hours=24)
"""So long the server keeps what nothing refers to."""
FILES_MOST: Final = 20
NOT_FOUND: Final = 404
DRAWN: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"RIFF")
"""How pictures begin that every device draws: JPEG, PNG, WebP."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file; `id` is its own on the server too: sent twice, it is kept once.

    `share` of it has come, from 0 to 1, while it is being read or sent; `picture` is its thumbnail.
    `content` is there where it is held, until its entry is kept.
    """

    id: UUID
    chosen: Chosen
    share: float | None = None
    stored: StoredFile | None = None
    content: bytes | None = field(default=None, repr=False)
    picture: bytes | None = None
    refusal: Refusal | None = None
    failure: Failure | None = None

    @property
    def name(self) -> str:
        return self.stored.name if self.stored else self.chosen.name

    @property
    def is_waiting(self) -> bool:
        return not (self.is_here or self.refusal or self.failure)

    @property
    def is_here(self) -> bool:
        """Sent, or held to go with its entry."""
        return self.stored is not None or self.content is not None


@dataclass(frozen=True, slots=True)
class Held:
    """A file chosen before, of which the device has the content."""

    name: str
    size: int
    content: bytes = field(repr=False)

    @asynccontextmanager
    async def opened(self, on_share: Callable[[float], None]) -> AsyncIterator[BinaryIO]:
        on_share(1.0)
        yield BytesIO(self.content)


def held_again(file: EntryFile, outbox: Outbox) -> Attachment:
    try:
        content = outbox.file(file.id)
    except FileNotFoundError:
        return Attachment(file.id, Held(file.name, file.size_bytes, b""), failure=GoneFromDevice())
    picture = content if content.startswith(DRAWN) else None
    chosen = Held(file.name, len(content), content)
    return Attachment(file.id, chosen, content=content, picture=picture)


class Attachments(Observable):
    """Of one entry. What was refused stays beside the others until it is removed."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        self._reach = reach
        self._client_id = client_id
        self._one_by_one = asyncio.Lock()
        self._uploads: dict[UUID, asyncio.Task[None]] = {}
        self.items: tuple[Attachment, ...] = ()

    @property
    def file_ids(self) -> list[UUID]:
        """Those that the server has, or that go with the entry, in the order they were chosen."""
        return [one.id for one in self.items if one.is_here]

    def held(self, file_ids: Container[UUID]) -> list[NewFile]:
        """Of these, what goes with the entry."""
        return [
            NewFile(one.id, one.name, one.content)
            for one in self.items
            if one.content is not None and one.id in file_ids
        ]

    @property
    def is_sending(self) -> bool:
        return any(one.is_waiting for one in self.items)

    @property
    def has_failed(self) -> bool:
        return any(one.refusal or one.failure for one in self.items)

    def hold_again(self, files: Iterable[EntryFile], outbox: Outbox) -> None:
        """Those of an entry whose words are changed."""
        self.items = tuple(held_again(one, outbox) for one in files)

    async def add(self, chosen: Chosen) -> None:
        """Sends or reads it, after those chosen before."""
        one = Attachment(new_id(), chosen, refusal=self._refused(chosen))
        self.items = (*self.items, one)
        if one.refusal is None:
            await self._sent(one.id)

    async def arrived(self) -> bool:
        """Waits for what is on its way; whether all of it was taken."""
        while self.is_sending:
            async with self._one_by_one:
                await asyncio.sleep(0)
        return not self.has_failed

    async def retry(self, id_: UUID) -> None:
        self._change(id_, failure=None)
        await self._sent(id_)

    def remove(self, id_: UUID) -> None:
        """Where it is on its way it is given up, and the next one goes."""
        self.items = tuple(one for one in self.items if one.id != id_)
        if id_ in self._uploads:
            self._uploads[id_].cancel()

    async def looked_after(self, now: datetime) -> None:
        """Whether the server still has what was sent to it long ago, for an entry not sent yet."""
        for one in self.items:
            if one.stored is not None and now - one.stored.uploaded_at >= UNUSED_FOR:
                await self._asked_for(one.id)

    async def _asked_for(self, id_: UUID) -> None:
        try:
            await api.link(self._reach.wire, id_)
        except Refused as refused:
            if refused.status == NOT_FOUND:
                self._change(id_, stored=None, picture=None, refusal="gone")
        except Failure:
            return  # it is told when it is sent

    def taken(self, file_ids: Sequence[UUID]) -> None:
        """The entry was taken, and these files with it; others were chosen meanwhile."""
        self.items = tuple(one for one in self.items if one.id not in file_ids)

    def _refused(self, chosen: Chosen) -> Refusal | None:
        if len(self.items) >= FILES_MOST:
            return "too-many"
        if chosen.size > FILE_BYTES_MOST:
            return "too-large"
        return None if chosen.size else "empty"

    async def _sent(self, id_: UUID) -> None:
        upload = asyncio.create_task(self._uploaded(id_))
        self._uploads[id_] = upload
        try:
            await upload
        except asyncio.CancelledError:
            if self._one(id_) is not None:
                raise  # the window is gone, not the file alone
        finally:
            self._uploads.pop(id_, None)

    async def _uploaded(self, id_: UUID) -> None:
        async with self._one_by_one:
            one = self._one(id_)
            if one is None:
                return  # removed while it waited
            self._change(id_, share=0.0)
            try:
                stored = await self._brought(one)
            except Failure as failure:
                self._change(id_, failure=failure, share=None)
                return
            except Exception as error:
                # What nobody foresaw goes on, to be logged; the file would be awaited for ever.
                self._change(id_, failure=Misunderstood(str(error)), share=None)
                raise
            self._change(id_, stored=stored, share=None)
        if stored is not None and stored.has_thumbnail:
            await self._drawn(id_)

    async def _brought(self, one: Attachment) -> StoredFile | None:
        """None where it is held: made as small as it is kept, for twenty of them are in memory."""
        outbox = self._reach.local.outbox
        async with one.chosen.opened(lambda share: self._change(one.id, share=share)) as file:
            if outbox is None:
                name = one.chosen.name
                return await api.send(self._reach.wire, self._client_id, one.id, name, file)
            content = await reduced(file.read(), outbox.darkroom)
        picture = content if content.startswith(DRAWN) else None
        self._change(one.id, content=content, picture=picture)
        return None

    async def _drawn(self, id_: UUID) -> None:
        try:
            self._change(id_, picture=await api.thumbnail(self._reach.wire, id_))
        except Failure:
            return  # an icon stands for it

    def _one(self, id_: UUID) -> Attachment | None:
        return next((one for one in self.items if one.id == id_), None)

    def _change(self, id_: UUID, **fields: Any) -> None:
        self.items = tuple(replace(one, **fields) if one.id == id_ else one for one in self.items)
