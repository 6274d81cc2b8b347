"""Rows as the contract tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backend.files.service import files_by_id
from backend.files.telling import file_told
from backend.threads.events import POSTED, sentence_of
from backend.threads.rules import editable_until
from backend.threads.service.becoming import outcomes_of
from backend.threads.service.subjects import owner_in
from shared.contract.clients import Person
from shared.contract.threads import (
    Comment,
    Mention,
    ThreadEntry,
    ThreadEvent,
    ThreadHead,
    Writer,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from backend.settings import Language
    from backend.threads.service.becoming import Outcomes
    from backend.threads.service.reading import Head, Thread


class Beside(NamedTuple):
    """What stands beside the words of some comments."""

    files: Mapping[UUID, Record]
    outcomes: Outcomes


async def shown_beside(rows: Collection[Record]) -> Beside:
    """Of all these comments in one question each."""
    files = await files_by_id([id_ for row in rows for id_ in row["files"]])
    of = {row["id"]: row["client"] for row in rows}
    return Beside(files, await outcomes_of(of) if rows else {})


async def comment_told(row: Record, viewer: Viewer, now: datetime) -> Comment:
    return comment_with(row, await shown_beside([row]), viewer, now)


def comment_with(row: Record, beside: Beside, viewer: Viewer, now: datetime) -> Comment:
    files = beside.files
    until = editable_until(row["recorded_at"])
    is_editable = row["author"] == viewer.account_id and now <= until
    pinner = row["pinned_by"]
    return Comment(
        id=row["id"],
        client_id=row["client"],
        author=Writer(id=row["author"], name=row["author_name"], role=row["author_role"]),
        text=row["text"],
        said_at=row["said_at"],
        recorded_at=row["recorded_at"],
        version=row["version"],
        edited_at=row["edited_at"],
        editable_until=until if is_editable else None,
        pinned_at=row["pinned_at"],
        pinned_by=None if pinner is None else Person(id=pinner, name=row["pinned_by_name"]),
        mentions=[Person(**person) for person in row["people"]],
        roles=list(row["roles"]),
        # A file whose client was merged and stands alone again is no longer shown here.
        files=[
            file_told(files[id_]) for id_ in row["files"] if files[id_]["client"] == row["client"]
        ],
        outcomes=beside.outcomes.get(row["id"], []),
    )


async def thread_told(page: Thread, viewer: Viewer, now: datetime) -> list[ThreadEntry]:
    beside = await shown_beside(page.comments.values())
    return [
        ThreadEntry(
            id=fact["id"],
            kind="comment",
            said_at=fact["said_at"],
            recorded_at=fact["recorded_at"],
            comment=comment_with(page.comments[fact["subject"]], beside, viewer, now),
        )
        if fact["kind"] == POSTED
        else event_told(fact, page, viewer.language)
        for fact in page.facts
    ]


def event_told(fact: Record, page: Thread, language: Language) -> ThreadEntry:
    actor, names, owner = fact["actor"], page.names, owner_in(fact)
    known = page.subjects.get(fact["subject"], {})
    if owner in names:
        known = {**known, "owner_name": names[owner]}
    return ThreadEntry(
        id=fact["id"],
        kind="event",
        said_at=fact["said_at"],
        recorded_at=fact["recorded_at"],
        event=ThreadEvent(
            kind=fact["kind"],
            text=sentence_of(fact, language, known),
            subject=fact["subject"],
            actor=Person(id=actor, name=names[actor]) if actor in names else None,
        ),
    )


async def head_told(head: Head, viewer: Viewer, now: datetime) -> ThreadHead:
    beside = await shown_beside(head.pinned)
    return ThreadHead(
        **head.counts,
        pinned=[comment_with(row, beside, viewer, now) for row in head.pinned],
    )


async def mentions_told(rows: list[Record], viewer: Viewer, now: datetime) -> list[Mention]:
    beside = await shown_beside(rows)
    return [
        Mention(
            comment=comment_with(row, beside, viewer, now),
            client=Person(id=row["client"], name=row["client_name"]),
            is_unread=row["is_unread"],
        )
        for row in rows
    ]
