"""The wording guard for free texts of other modules, the same as for comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import Fact
from backend.threads.rules import topics_overridden
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from backend.settings import Language
    from shared.rules.wording.terms import Topic


def require_factual(
    texts: Mapping[str, str | None], override_reason: str | None, language: Language
) -> tuple[Topic, ...]:
    """The topics that the reason overrides, over all the texts, by the name of their field.

    Refused (422 `wording-not-factual`, with the `field`) for the first that needs a reason.
    """
    topics: set[Topic] = set()
    for name, text in texts.items():
        found = topics_overridden(text or "", override_reason, language)
        if isinstance(found, Refusal):
            facts = {**found.facts, "field": name}
            raise Refused(Refusal(found.code, found.status, found.message, facts))
        topics.update(found)
    return tuple(sorted(topics))


def overriding_of(
    subject: UUID, client_id: UUID, topics: tuple[Topic, ...], reason: str | None
) -> list[Fact]:
    """That somebody went on with such wording, and why; not the wording."""
    if not topics:
        return []
    fact = Fact(
        kind="wording-overridden",
        subject=subject,
        client=client_id,
        after={"topics": list(topics)},
        why=reason,
    )
    return [fact]
