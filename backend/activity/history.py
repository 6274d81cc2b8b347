"""What the history is made of: facts as they are read back, and its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


class Told(NamedTuple):
    """What a fact says, as PostgreSQL holds it; `before` and `after` are jsonb's own text.

    That text is canonical: keys sorted, no spaces of the writer's, numbers to their last digit.
    """

    id: UUID
    recorded_at: datetime
    said_at: datetime
    actor: UUID | None
    device: UUID | None
    client: UUID | None
    kind: str
    subject: UUID | None
    before: str | None
    after: str | None
    why: str | None

    @property
    def has_text(self) -> bool:
        return (self.before, self.after, self.why) != (None, None, None)


class Head(NamedTuple):
    """The last sealed fact. Whoever keeps it elsewhere can tell later that nothing before it moved.

    Position 0 is the beginning, before any fact.
    """

    position: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.position}:{self.hash.hex()}"


BEGINNING: Final = Head(0, bytes(32))
