"""What is said of a client and what happened to it, as far as it was read; and what one adds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID

from flet import Observable

from mobile.api import threads as api
from mobile.store.attachments import Attachments
from mobile.store.comment_entry import CommentEntry
from mobile.store.failing import kept_on
from mobile.store.pages import Page, Pages
from mobile.store.reading import Known, Reading
from mobile.store.who import Who
from shared.contract.threads import (
    Comment,
    EditComment,
    PostComment,
    ThreadEntry,
    ThreadHead,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from mobile.store.comment_entry import Ready
    from mobile.store.reach import Reach
    from mobile.sync.entries import Entry as Kept
    from shared.contract.identity import Role
    from shared.contract.threads import CommentVersion

PAGE: Final = 50
PAGE_MOST: Final = 100

Sheet = Literal["menu", "write", "edit", "versions", "promise", "dispute"]


class Opened(Observable):
    """The sheet that is open over the thread, and the comment it is about."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self.comment: Comment | None = None

    def show(self, sheet: Sheet, comment: Comment | None = None) -> None:
        self.comment, self.sheet = comment, sheet

    def closing(self, sheet: Sheet) -> Callable[[], None]:
        """Closes that sheet, of the comment it is about now.

        An answer may come late, and a sheet that goes down tells so when the next one is up.
        """
        about = self.comment

        def close() -> None:
            if self.sheet == sheet and is_same(self.comment, about):
                self.sheet = None

        return close


def is_same(one: Comment | None, other: Comment | None) -> bool:
    """Whichever of its versions they are."""
    return (one and one.id) == (other and other.id)


class Thread(Pages[ThreadEntry]):
    """The newest first, page after page. Its verbs may raise a `Failure`, and changed nothing."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        super().__init__(self._page, self._held_entries)
        self._reach = reach
        self._client_id = client_id
        self._turns = asyncio.Lock()
        self._changed = self._wants_more = False
        self._edits: dict[UUID, CommentEntry] = {}
        self.head: Reading[ThreadHead] = Reading(self._head)
        self.who = Who(reach, client_id)
        self.opened = Opened()
        self.is_marked = False
        self.new_after: datetime | None = None
        """What others said since is marked as new, once that is known: when it was opened."""
        self.entry = self.writing_anew()

    def _held_entries(self) -> tuple[ThreadEntry, ...] | None:
        """The newest."""
        copy = self._reach.local.copy(self._client_id)
        return None if copy is None else tuple(copy.thread)

    @property
    def pinned(self) -> list[Comment]:
        """The decisions; those that the device holds where nothing was read."""
        known = self.head.value or self._reach.local.copy(self._client_id)
        return [] if known is None else known.pinned

    async def open(self) -> None:
        """Show it; what was new the last time is so no more."""
        before = self.head.value  # one that comes now may tell of what is seen meanwhile
        await asyncio.gather(self.head.refresh(), self.again())
        if (head := before or self.head.value) is not None:
            self.new_after, self.is_marked = head.read_through, True

    async def more(self) -> None:
        """Once for all who ask meanwhile; after what is being read anew, which says from where."""
        if self._wants_more:
            return
        self._wants_more = True
        try:
            async with self._turns:
                await super().more()
        finally:
            self._wants_more = False

    async def again(self) -> None:
        """Everything that is shown, read anew: once for all who ask meanwhile."""
        self._changed = True
        self.look()
        async with self._turns:
            if self._changed:
                self._changed = False
                await self._read_shown()

    async def happened(self) -> None:
        """Something was said or done; read again what was read before."""
        known = [self.head.anew()] if self.head.known is not None else []
        await asyncio.gather(*known, *([self.again()] if self.asked else []))

    async def _read_shown(self) -> None:
        self.asked, self.loading = True, not self.rows
        size = PAGE if len(self.rows) <= PAGE else PAGE_MOST
        try:
            with kept_on(self):
                forgotten = self._forgotten
                rows: list[ThreadEntry] = []
                cursor: str | None = None
                while not rows or (cursor is not None and len(rows) < len(self.rows)):
                    page = await api.page(self._reach.wire, self._client_id, cursor, size)
                    rows, cursor = [*rows, *page.items], page.next_cursor
                    if not page.items:
                        break
                if forgotten == self._forgotten:
                    self._show(tuple(rows), cursor)
        finally:
            self.loading = False

    def forget(self) -> None:
        """What was read of it; what is being written stays."""
        super().forget()
        self.head.forget()
        self.who.forget()
        self.is_marked, self.new_after = False, None

    @property
    def is_typed(self) -> bool:
        return any(one.is_typed for one in (self.entry, *self._edits.values()))

    async def saw(self) -> None:
        """What is shown was seen: told once, where something was unread."""
        head = self.head.value
        said = [one.recorded_at for one in self.rows if one.comment is not None]
        if head is None or not head.unread or not said:
            return
        newest = max(said)
        if head.read_through is None or newest > head.read_through:
            await api.read_through(self._reach.wire, self._client_id, newest)
            await self.head.anew()

    async def follow(self, *, is_following: bool) -> None:
        await api.follow(self._reach.wire, self._client_id, is_following=is_following)
        await self.head.anew()

    async def pin(self, comment_id: UUID, *, is_pinned: bool) -> None:
        await api.pin(self._reach.wire, comment_id, is_pinned=is_pinned)
        await self.happened()

    async def versions(self, comment_id: UUID) -> list[CommentVersion]:
        """What it said before, the latest first."""
        return (await api.versions(self._reach.wire, comment_id)).items

    def edit(self, comment: Comment) -> CommentEntry:
        """Its change being written; begun once."""

        async def send(ready: Ready) -> Comment | Kept:
            word = EditComment(
                id=ready.id,
                text=ready.text,
                mentions=people_in(ready),
                roles=roles_in(ready),
                override_reason=ready.reason,
            )
            say = self._reach.say
            changed = await say("edit-comment", self._client_id, word, Comment, comment.id)
            if entry.draft.text.strip() == ready.text:
                self._edits.pop(comment.id, None)  # else it is being changed once more
            if isinstance(changed, Comment):
                await self.happened()
            return changed

        entry = self._edits.setdefault(comment.id, CommentEntry(send, said=comment.text))
        return entry

    def let_go(self, entry_id: UUID) -> None:
        """The comment entered under that id is given up."""
        if self.entry.draft.id == entry_id:
            self.entry = self.writing_anew()

    def writing_anew(self, before: Mapping[str, Any] | None = None) -> CommentEntry:
        """A comment to be written, with photos of its own.

        `before` are its words as they were kept, whose names need not be known here.
        """
        attachments = Attachments(self._reach, self._client_id)
        named = [UUID(id_) for id_ in (before or {}).get("mentions") or []]
        roles: list[Role] = (before or {}).get("roles") or []

        async def post(ready: Ready) -> Comment | Kept:
            word = PostComment(
                id=ready.id,
                text=ready.text,
                mentions=list(dict.fromkeys([*named, *people_in(ready)])),
                roles=list(dict.fromkeys([*roles, *roles_in(ready)])),
                files=list(ready.files),
                override_reason=ready.reason,
            )
            say, files = self._reach.say, attachments.held(ready.files)
            made = await say("post-comment", self._client_id, word, Comment, files=files)
            if isinstance(made, Comment):
                await self.happened()
            return made

        return CommentEntry(post, attachments)

    async def _page(self, cursor: str | None) -> Page[ThreadEntry]:
        page = await api.page(self._reach.wire, self._client_id, cursor, PAGE)
        return Page(page.items, page.next_cursor)

    async def _head(self, _: Known[ThreadHead] | None) -> Known[ThreadHead]:
        return Known.now(await api.head(self._reach.wire, self._client_id))


def people_in(ready: Ready) -> list[UUID]:
    return [one.account_id for one in ready.named if one.account_id is not None]


def roles_in(ready: Ready) -> list[Role]:
    return [one.role for one in ready.named if one.role is not None]
