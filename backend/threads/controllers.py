"""Threads, comments, and whom they name."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar import Controller, delete, get, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from backend.edge.provided import CursorGiven, TheClock, TheCursors
from backend.identity.access import TheViewer, problems, require
from backend.threads.service import commenting, reading
from backend.threads.telling import comment_told, head_told, mentions_told, thread_told
from shared.contract.threads import (
    Comment,
    CommentVersion,
    CommentVersionList,
    EditComment,
    Mentionable,
    MentionFilter,
    MentionPage,
    PostComment,
    ReadThrough,
    ThreadHead,
    ThreadPage,
    Writer,
)

PAGE = 50
PAGE_MOST = 100

Limit = Annotated[int, QueryParameter(ge=1, le=PAGE_MOST)]
Said = Annotated[str, QueryParameter(max_length=100)]


class ThreadController(Controller):
    path = "/clients/{client_id:uuid}"
    tags = ("Threads",)

    @get("/thread", summary="What was said and what happened, by page")
    async def thread(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        clock: TheClock,
        cursors: TheCursors,
        cursor: CursorGiven = None,
        limit: Limit = PAGE,
    ) -> ThreadPage:
        """Comments and events of the client and of those merged into it, the newest first."""
        order = f"thread {client_id}"
        before = cursors.read(order, cursor, tuple[UUID])[0] if cursor else None
        page = await reading.thread(viewer, client_id, before, limit)
        last = page.facts[-1]["id"] if page.has_more else None
        return ThreadPage(
            items=await thread_told(page, viewer, clock.now()),
            next_cursor=None if last is None else cursors.write(order, (last,)),
        )

    @get("/thread/head", summary="How a thread stands: counts, unread, pinned decisions")
    async def thread_head(
        self, client_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> ThreadHead:
        head = await reading.thread_head(viewer, client_id)
        return await head_told(head, viewer, clock.now())

    @put("/thread/read", status_code=204, summary="Remember how far one has read")
    async def mark_thread_read(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[ReadThrough],
        viewer: TheViewer,
        clock: TheClock,
    ) -> None:
        """A mark only moves on, and not beyond now."""
        await reading.read_through(viewer, client_id, data.through, now=clock.now())

    @put("/thread/follow", status_code=204, summary="Follow a thread")
    async def follow_thread(
        self, client_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> None:
        """Whoever writes in a thread or is named in it follows it, unless they once left it."""
        await reading.follow(viewer, client_id, is_following=True, now=clock.now())

    @delete("/thread/follow", summary="Leave a thread")
    async def leave_thread(
        self, client_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> None:
        await reading.follow(viewer, client_id, is_following=False, now=clock.now())

    @get("/mentionable", summary="Who may be named in a thread")
    async def mentionable(
        self, client_id: FromPath[UUID], viewer: TheViewer, q: Said = ""
    ) -> Mentionable:
        """Those who see the client; `q` is how a word of the name begins."""
        people, roles = await reading.mentionable(viewer, client_id, q)
        return Mentionable(people=[Writer(**row) for row in people], roles=list(roles))

    @post("/comments", opt=problems(409), summary="Post a comment")
    async def post_comment(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[PostComment],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Comment:
        """The same body with the same `id` again answers the same comment.

        Only our own people read it. Wording about health, religion, origin, private life, opinions
        or convictions, and insults, is refused (422 `wording-not-factual`, with `findings`, `why`
        and `instead`) unless `override_reason` says why it must stand.
        """
        now = clock.now()
        row = await commenting.post_comment(viewer, client_id, data, now=now)
        return await comment_told(row, viewer, now)


class CommentController(Controller):
    path = "/comments/{comment_id:uuid}"
    tags = ("Threads",)

    @patch("", opt=problems(403, 409), summary="Change a comment within ten minutes")
    async def edit_comment(
        self,
        comment_id: FromPath[UUID],
        data: JSONBody[EditComment],
        viewer: TheViewer,
        clock: TheClock,
    ) -> Comment:
        """By its author only. What it said before stays readable."""
        now = clock.now()
        row = await commenting.edit_comment(viewer, comment_id, data, now=now)
        return await comment_told(row, viewer, now)

    @get("/versions", summary="What a comment said before")
    async def comment_versions(
        self, comment_id: FromPath[UUID], viewer: TheViewer
    ) -> CommentVersionList:
        rows = await reading.versions_of(viewer, comment_id)
        return CommentVersionList(items=[CommentVersion(**row) for row in rows])

    @put("/pin", guards=[require("pin-comments")], summary="Pin a decision")
    async def pin_comment(
        self, comment_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> Comment:
        now = clock.now()
        row = await commenting.pin_comment(viewer, comment_id, is_pinned=True, now=now)
        return await comment_told(row, viewer, now)

    @delete(
        "/pin",
        guards=[require("pin-comments")],
        status_code=200,
        summary="Take a pinned decision down",
    )
    async def unpin_comment(
        self, comment_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> Comment:
        now = clock.now()
        row = await commenting.pin_comment(viewer, comment_id, is_pinned=False, now=now)
        return await comment_told(row, viewer, now)


class MentionController(Controller):
    tags = ("Threads",)

    @get("/mentions", summary="Comments that name me or my role")
    async def my_mentions(
        self,
        viewer: TheViewer,
        clock: TheClock,
        cursors: TheCursors,
        filter: FromQuery[MentionFilter] = "all",  # noqa: A002 - the parameter's name
        cursor: CursorGiven = None,
        limit: Limit = PAGE,
    ) -> MentionPage:
        """In sight, the newest first; a mention is read with its thread."""
        order = f"mentions {filter}"
        after = cursors.read(order, cursor, tuple[datetime, UUID]) if cursor else None
        rows = await reading.mentions(viewer, after, unread_only=filter == "unread", limit=limit)
        last = rows[limit - 1] if len(rows) > limit else None
        place = None if last is None else (last["recorded_at"], last["id"])
        return MentionPage(
            items=await mentions_told(rows[:limit], viewer, clock.now()),
            next_cursor=None if place is None else cursors.write(order, place),
        )
