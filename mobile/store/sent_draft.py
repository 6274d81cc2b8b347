"""Whether anything stands in a draft, and what becomes of it once it was sent and taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from mobile.api.failures import Failure, Refused
from mobile.sync.refusals import AlreadyEntered, RefusedHere
from shared.ids import new_id

if TYPE_CHECKING:
    from uuid import UUID


class Draft(Protocol):
    """A frozen dataclass; it is sent under its own `id`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> UUID: ...


D = TypeVar("D", bound=Draft)


def draft_after(sent: D, now: D, blank: D) -> D:
    """A blank one; or, where it was typed on meanwhile, those words, to be sent as another.

    A draft has an `id` of its own, under which it is sent: sent twice, it is taken once.
    """
    return blank if now == sent else replace(now, id=new_id())


def draft_refused(failure: Failure, now: D) -> D:
    """To be sent as another, where its id stands for other words.

    What the device keeps is said again as the same entry: the outbox sees to its id.
    """
    is_another = is_taken_already(failure) and not isinstance(failure, RefusedHere)
    return replace(now, id=new_id()) if is_another else now


def is_taken_already(failure: Failure | None) -> bool:
    """Sent before in other words, unanswered, and taken: what is on the screen is a second one."""
    if isinstance(failure, AlreadyEntered):
        return True
    return isinstance(failure, Refused) and failure.code == "id-taken"


def is_typed(draft: D, blank: D) -> bool:
    """Whether anything was typed or chosen: its id alone is nobody's words."""
    return replace(draft, id=blank.id) != blank
