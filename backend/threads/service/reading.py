"""The thread as one stream, what of it is unread, who may be named in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from backend.activity.service import facts_of, latest_facts
from backend.clients.service import family_of, standing_client
from backend.database.transaction import transaction
from backend.threads.events import KINDS, POSTED
from backend.threads.queries import comments, marks, people
from backend.threads.service.commenting import comment_of
from backend.threads.service.subjects import owner_in, subjects_of
from shared.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from backend.threads.service.subjects import Subjects


BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Before any comment; and what a database holds of instants begins after what Python writes."""


class Thread(NamedTuple):
    """A page of facts, the newest first; the comments among them and the names of who did it."""

    facts: list[Record]
    comments: dict[UUID, Record]
    names: dict[UUID, str]
    subjects: Subjects
    has_more: bool


async def thread(viewer: Viewer, client_id: UUID, before: UUID | None, limit: int) -> Thread:
    """Comments and what happened, from before the fact `before` on. Refused (404)."""
    clients = await family_of(viewer, client_id)
    facts = await facts_of(clients, [POSTED, *KINDS], before, limit + 1)
    return await with_what_they_name(facts[:limit], has_more=len(facts) > limit)


async def with_what_they_name(page: list[Record], *, has_more: bool) -> Thread:
    posted = [fact["subject"] for fact in page if fact["kind"] == POSTED]
    rows = await comments.named(posted) if posted else []
    named = {fact["actor"] for fact in page if fact["actor"] and fact["kind"] != POSTED}
    named |= {owner for fact in page if (owner := owner_in(fact)) is not None}
    names = await people.names(sorted(named)) if named else {}
    subjects = await subjects_of(page)
    return Thread(page, {row["id"]: row for row in rows}, names, subjects, has_more)


async def latest_entries(client_ids: Sequence[UUID], most: int) -> Thread:
    """The last of each of these clients, found in sight, as one page; the newest first."""
    facts = await latest_facts(client_ids, [POSTED, *KINDS], most)
    return await with_what_they_name(facts, has_more=True)


async def pinned_comments(client_ids: Sequence[UUID]) -> list[Record]:
    """Of each of these clients, found in sight, as many as its thread shows; the last pinned first.

    Name with a client all that became it: a comment is of the one it was said of.
    """
    return await comments.pinned_of(client_ids)


class Head(NamedTuple):
    """How a thread stands for the viewer."""

    counts: Record
    pinned: list[Record]


async def thread_head(viewer: Viewer, client_id: UUID) -> Head:
    """Refused: 404."""
    client = await standing_client(viewer, client_id)
    counts = await marks.head(client["id"], viewer.account_id, viewer.role)
    if counts is None:
        raise LookupError("A client in sight has a thread.")
    return Head(counts, await comments.pinned(client["id"]))


async def versions_of(viewer: Viewer, comment_id: UUID) -> list[Record]:
    """What the comment said, the latest first. Refused: 404."""
    await comment_of(viewer, comment_id)
    return await comments.versions(comment_id)


async def mentions(
    viewer: Viewer, after: tuple[datetime, UUID] | None, *, unread_only: bool, limit: int
) -> list[Record]:
    """One more than `limit` where there are more."""
    return await comments.mentioning_me(viewer, after, unread_only=unread_only, limit=limit + 1)


async def mentionable(viewer: Viewer, client_id: UUID, said: str) -> tuple[list[Record], list[str]]:
    """People whose name has a word that begins so, and the roles there are. Refused: 404."""
    client = await standing_client(viewer, client_id)
    return await people.found(client["id"], fold(said)), await people.roles(client["id"])


async def read_through(
    viewer: Viewer, client_id: UUID, through: datetime, *, now: datetime
) -> None:
    """Remembers how far the viewer has read, until now at most. Refused: 404."""
    read = max(BEGINNING, min(through, now))
    async with transaction():
        client = await standing_client(viewer, client_id)
        await marks.read_through(client["id"], viewer.account_id, read)


async def follow(viewer: Viewer, client_id: UUID, *, is_following: bool, now: datetime) -> None:
    """Refused: 404."""
    async with transaction():
        client = await standing_client(viewer, client_id)
        await marks.follow(client["id"], viewer.account_id, now, is_following=is_following)
