"""Writing a comment, changing it while it is fresh, pinning what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.files.service import require_files_of
from backend.threads.queries import comments as queries
from backend.threads.queries import marks, people
from backend.threads.refusals import NOT_FOUND, NOT_MENTIONABLE
from backend.threads.rules import may_edit, topics_overridden
from shared.refusal import Refused, unless_refused
from shared.rules.saying import said_when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from shared.contract.identity import Role
    from shared.contract.threads import EditComment, PostComment
    from shared.rules.wording.terms import Topic


@dataclass(frozen=True, slots=True)
class Written:
    """What was found good to post."""

    text: str
    mentions: tuple[UUID, ...]
    roles: tuple[Role, ...]
    overridden: tuple[Topic, ...]
    reason: str | None


async def post_comment(
    viewer: Viewer, client_id: UUID, data: PostComment, *, now: datetime
) -> Record:
    """Adds a comment; once, where it is sent again under the same id.

    Raises:
        Refused: 404; 409 `id-taken`; 422 `wording-not-factual`, `not-mentionable`,
            `no-such-file`, `said-too-long-ago`.
    """
    said_at = unless_refused(said_when(data.said_at, now))
    async with transaction():
        client = await standing_client(viewer, client_id)

        async def add(comment_id: UUID) -> bool:
            # Looked at when it is new: what was posted once is not refused when sent again.
            written = await judged(viewer, client["id"], data)
            await require_files_of(client["id"], data.files)
            fields = {
                "client": client["id"],
                "author": viewer.account_id,
                "said_at": said_at,
                "recorded_at": now,
            }
            if not await queries.add(comment_id, fields):
                return False
            await queries.add_version(comment_id, comment_id, 1, data.text, now)
            await queries.add_files(comment_id, dict.fromkeys(data.files))
            await address(client["id"], comment_id, viewer, written, now)
            after = told(written) | ({"files": list(data.files)} if data.files else {})
            facts = [
                Fact(
                    kind="comment-posted",
                    subject=comment_id,
                    client=client["id"],
                    after=after,
                    said_at=said_at,
                ),
                *overriding(client["id"], comment_id, written),
            ]
            await record(*facts, by=viewer.by, at=now)
            return True

        body = {"client": client_id, **data.model_dump(exclude={"id"})}
        comment_id, _ = await once(
            Command("post-comment", data.id, body), add, by=viewer.by, at=now
        )
        return await comment_of(viewer, comment_id)


async def edit_comment(
    viewer: Viewer, comment_id: UUID, data: EditComment, *, now: datetime
) -> Record:
    """Appends a version; names beside those it named before.

    Raises:
        Refused: 404; 403 `not-your-comment`; 409 `edit-too-late`, `id-taken`; 422 as for posting.
    """
    async with transaction():
        row = await comment_of(viewer, comment_id)

        async def add(version_id: UUID) -> bool:
            number = (await queries.lock(comment_id) or 0) + 1
            refusal = may_edit(row["author"], viewer.account_id, row["recorded_at"], now)
            if refusal is not None:
                raise Refused(refusal)
            written = await judged(viewer, row["client"], data)
            if not await queries.add_version(version_id, comment_id, number, data.text, now):
                return False
            await queries.point_to_version(comment_id, number, now)
            await address(row["client"], comment_id, viewer, written, now)
            facts = [
                Fact(
                    kind="comment-edited",
                    subject=comment_id,
                    client=row["client"],
                    before={"version": number - 1},
                    after={"version": number} | told(written),
                ),
                *overriding(row["client"], comment_id, written),
            ]
            await record(*facts, by=viewer.by, at=now)
            return True

        body = {"comment": comment_id, **data.model_dump(exclude={"id"})}
        await once(Command("edit-comment", data.id, body), add, by=viewer.by, at=now)
        return await comment_of(viewer, comment_id)


async def judged(viewer: Viewer, client_id: UUID, data: PostComment | EditComment) -> Written:
    """Refused (422) for wording that is not factual, and for a name that may not be named."""
    reason = data.override_reason
    overridden = unless_refused(topics_overridden(data.text, reason, viewer.language))
    await require_mentionable(client_id, data.mentions, data.roles)
    return Written(
        data.text,
        tuple(dict.fromkeys(data.mentions)),
        tuple(dict.fromkeys(data.roles)),
        overridden,
        reason if overridden else None,
    )


async def require_mentionable(
    client_id: UUID, account_ids: Sequence[UUID], roles: Sequence[Role]
) -> None:
    if account_ids and set(account_ids) - await people.among(client_id, account_ids):
        raise Refused(NOT_MENTIONABLE)
    if roles and set(roles) - set(await people.roles(client_id)):
        raise Refused(NOT_MENTIONABLE)


async def address(
    client_id: UUID, comment_id: UUID, viewer: Viewer, written: Written, now: datetime
) -> None:
    """Who writes in a thread, or is named in it, follows it."""
    await queries.add_mentions(comment_id, written.mentions, written.roles)
    await marks.follow_unless_told_not_to(client_id, {viewer.account_id, *written.mentions}, now)


def told(written: Written) -> dict[str, Any]:
    """What a fact says of a comment: whom it names, never its words."""
    after: dict[str, Any] = {}
    if written.mentions:
        after["mentions"] = list(written.mentions)
    if written.roles:
        after["roles"] = list(written.roles)
    return after


def overriding(client_id: UUID, comment_id: UUID, written: Written) -> list[Fact]:
    """That somebody went on with wording the guard advised against, and why; not the wording."""
    if not written.overridden:
        return []
    return [
        Fact(
            kind="wording-overridden",
            subject=comment_id,
            client=client_id,
            after={"topics": list(written.overridden)},
            why=written.reason,
        )
    ]


async def pin_comment(
    viewer: Viewer, comment_id: UUID, *, is_pinned: bool, now: datetime
) -> Record:
    """A decision everybody is to see first; pinned or taken down twice is no news. Refused: 404."""
    async with transaction():
        await comment_of(viewer, comment_id)
        await queries.lock(comment_id)
        row = await comment_of(viewer, comment_id)
        if (row["pinned_at"] is not None) is not is_pinned:
            by, at = (viewer.account_id, now) if is_pinned else (None, None)
            await queries.pin(comment_id, by, at)
            kind = "comment-pinned" if is_pinned else "comment-unpinned"
            fact = Fact(kind=kind, subject=comment_id, client=row["client"])
            await record(fact, by=viewer.by, at=now)
        return await comment_of(viewer, comment_id)


async def comment_of(viewer: Viewer, comment_id: UUID) -> Record:
    """Refused (404) where the viewer sees no such comment."""
    row = await queries.comment(viewer, comment_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row
