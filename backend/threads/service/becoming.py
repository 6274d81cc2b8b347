"""A comment becomes a promise or a dispute: it is one of the client's own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from backend.disputes.service.reading import disputes_from
from backend.promises.service.reading import promises_from
from backend.threads.queries import comments
from backend.threads.refusals import NO_SUCH_COMMENT
from shared.contract.threads import CommentOutcome
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.activity.reacting import Recorded

Outcomes = dict[UUID, list[CommentOutcome]]


async def require_origin(recorded: Recorded) -> None:
    """Refused (422 `no-such-comment`) where what was recorded comes from another's comment."""
    fact = recorded.fact
    origin = (fact.after or {}).get("origin_comment")
    if origin is None:
        return
    if fact.client is None or not await comments.is_of(UUID(str(origin)), fact.client):
        raise Refused(NO_SUCH_COMMENT)


async def outcomes_of(comments_of: Mapping[UUID, UUID]) -> Outcomes:
    """What came of these comments, each with its client, found in sight: promises, then disputes.

    What is another client's, since the two that were one stand alone again, is not told.
    """
    found: Outcomes = {}
    for comment, promise, client in await promises_from(list(comments_of)):
        if comments_of[comment] == client:
            found.setdefault(comment, []).append(CommentOutcome(kind="promise", id=promise))
    for comment, dispute, client in await disputes_from(list(comments_of)):
        if comments_of[comment] == client:
            found.setdefault(comment, []).append(CommentOutcome(kind="dispute", id=dispute))
    return found
