"""Who may change a comment and until when; wording that is to be factual. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from shared.refusal import Refusal
from shared.rules.wording.advice import ADVICE
from shared.rules.wording_guard import not_factual

if TYPE_CHECKING:
    from uuid import UUID

    from shared.rules.wording.terms import Language, Topic

EDIT_WINDOW: Final = timedelta(minutes=10)


def editable_until(recorded_at: datetime) -> datetime:
    """From when the server heard of it: a comment typed offline can still be mended."""
    return recorded_at + EDIT_WINDOW


def may_edit(author: UUID, person: UUID, recorded_at: datetime, now: datetime) -> Refusal | None:
    """Its author, for ten minutes; what others have read since is answered, not changed."""
    if author != person:
        return Refusal("not-your-comment", 403, "Only its author changes a comment.")
    if now > editable_until(recorded_at):
        return Refusal(
            "edit-too-late",
            409,
            "A comment can be changed for {minutes} minutes. Write another one.",
            {"minutes": EDIT_WINDOW // timedelta(minutes=1)},
        )
    return None


def topics_overridden(
    text: str, override_reason: str | None, language: Language
) -> tuple[Topic, ...] | Refusal:
    """The topics of wording that is not factual, which the reason overrides; () for a factual text.

    Without a reason a refusal: `findings` name topic, start and end of each passage (in
    characters), `why` and `instead` stand at the same places.
    """
    found = not_factual(text)
    topics = tuple(sorted({finding.topic for finding in found}))
    if not found or override_reason is not None:
        return topics
    advice = [ADVICE[language][finding.topic] for finding in found]
    return Refusal(
        "wording-not-factual",
        422,
        "This says something of a person that is no fact of trade. Say what happened, or why it"
        " must stand as it is.",
        {
            "findings": tuple(f"{one.topic} {one.start} {one.end}" for one in found),
            "why": tuple(one.why for one in advice),
            "instead": tuple(one.instead for one in advice),
        },
    )
