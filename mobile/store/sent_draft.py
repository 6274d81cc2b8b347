"""What becomes of a draft once it was sent and taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from shared.ids import new_id

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")


def draft_after(sent: D, now: D, blank: D) -> D:
    """A blank one; or, where it was typed on meanwhile, those words, to be sent as another.

    A draft has an `id` of its own, under which it is sent: sent twice, it is taken once.
    """
    return blank if now == sent else replace(now, id=new_id())
