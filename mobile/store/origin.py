"""The comment that a promise or a dispute comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID


class Origin(NamedTuple):
    """A comment, and who wrote it."""

    comment_id: UUID
    author: str
