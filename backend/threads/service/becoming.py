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
    from collections.abc import Sequence

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


async def outcomes_of(comment_ids: Sequence[UUID]) -> Outcomes:
    """What came of these comments, found in sight: promises, then disputes."""
    found: Outcomes = {}
    for comment, promise in await promises_from(comment_ids):
        found.setdefault(comment, []).append(CommentOutcome(kind="promise", id=promise))
    for comment, dispute in await disputes_from(comment_ids):
        found.setdefault(comment, []).append(CommentOutcome(kind="dispute", id=dispute))
    return found
