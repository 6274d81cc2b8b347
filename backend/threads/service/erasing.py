"""What becomes of a comment's words and photos once its fact's text is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import ERASED, erased_fact
from backend.files.service import forget_unless_used
from backend.threads.queries import comments

if TYPE_CHECKING:
    from backend.activity.reacting import Recorded


async def erase_comment(recorded: Recorded) -> None:
    """What follows from `text-erased`: every version of the comment that was posted or edited.

    Its photos go with it, but those that something else shows.
    """
    fact = await erased_fact(recorded)
    if fact["kind"] in {"comment-posted", "comment-edited"}:
        await comments.erase_words(fact["subject"], ERASED)
        shown = await comments.erase_files(fact["subject"])
        await forget_unless_used(shown, by=recorded.by, at=recorded.at)
