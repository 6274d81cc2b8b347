"""What people write about a client, and the thread their words and the facts make."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contract.base import Answer, Cursor, Instant, LongText, Message, Text
from shared.contract.clients import Person
from shared.contract.files import StoredFile
from shared.contract.identity import Role

MENTIONS_MOST = 50
FILES_MOST = 20

MentionFilter = Literal["all", "unread"]

Named = Annotated[list[UUID], Field(max_length=MENTIONS_MOST)]
NamedRoles = Annotated[list[Role], Field(max_length=7)]


class PostComment(Message):
    """`mentions` and `roles` say who is meant; the text says it to people, with an @."""

    id: UUID | None = None
    text: LongText
    mentions: Named = Field(default_factory=list)
    roles: NamedRoles = Field(default_factory=list)
    files: list[UUID] = Field(
        default_factory=list, max_length=FILES_MOST, description="Files of this client's."
    )
    said_at: Instant | None = Field(
        default=None, description="When it was typed, for one typed offline; 60 days at most."
    )
    override_reason: Text | None = Field(
        default=None,
        description="Why wording that the guard advises against must stand. The reason is kept"
        " in the history, without the wording.",
    )


class EditComment(Message):
    """The new text. Whom the comment named stays named; `mentions` and `roles` name more."""

    id: UUID | None = None
    text: LongText
    mentions: Named = Field(default_factory=list)
    roles: NamedRoles = Field(default_factory=list)
    override_reason: Text | None = None


class ReadThrough(Message):
    """Everything recorded until then was seen."""

    through: Instant


class Writer(Person):
    role: Role


class CommentOutcome(Answer):
    """What a comment became."""

    kind: Literal["promise", "dispute"]
    id: UUID


class Comment(Answer):
    id: UUID
    client_id: UUID
    author: Writer
    text: str
    said_at: datetime
    recorded_at: datetime
    version: int = Field(description="1, and one more for each time it was changed.")
    edited_at: datetime | None
    editable_until: datetime | None = Field(description="For its author, while it can be changed.")
    pinned_at: datetime | None
    pinned_by: Person | None
    mentions: list[Person]
    roles: list[Role]
    files: list[StoredFile]
    outcomes: list[CommentOutcome] = Field(
        default_factory=list, description="The promises and disputes that come from it."
    )


class CommentVersion(Answer):
    number: int
    text: str
    written_at: datetime


class CommentVersionList(Answer):
    items: list[CommentVersion] = Field(description="The latest first.")


class ThreadEvent(Answer):
    """Something that happened to the client: a promise, a dispute, an import, a merge…"""

    kind: str = Field(description="The kind of the fact, such as `promise-taken`.")
    text: str = Field(description="A sentence in the viewer's language.")
    subject: UUID | None = Field(description="The promise, dispute… it is about.")
    actor: Person | None


class ThreadEntry(Answer):
    """A comment or an event, as `kind` says; one of the two is there."""

    id: UUID = Field(description="Of the fact; entries are in its order.")
    kind: Literal["comment", "event"]
    said_at: datetime
    recorded_at: datetime
    comment: Comment | None = None
    event: ThreadEvent | None = None


class ThreadPage(Answer):
    items: list[ThreadEntry] = Field(description="The newest first.")
    next_cursor: Cursor | None = None


class ThreadHead(Answer):
    """How the thread stands for the person who asks."""

    comments: int
    people: int = Field(description="Who wrote in it.")
    unread: int = Field(description="Others' comments since it was last read.")
    unread_mentions: int
    is_following: bool
    read_through: datetime | None
    pinned: list[Comment] = Field(description="Decisions, the last pinned first; 50 at most.")


class Mentionable(Answer):
    """Who may be named in a thread: those who see its client."""

    people: list[Writer] = Field(description="By name; the first 50.")
    roles: list[Role]


class Mention(Answer):
    comment: Comment
    client: Person = Field(description="Id and name of the client.")
    is_unread: bool


class MentionPage(Answer):
    items: list[Mention] = Field(description="The newest first.")
    next_cursor: Cursor | None = None
