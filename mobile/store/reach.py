"""What a store can reach: what the device holds of its person, and the server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mobile.store import outgoing
from mobile.store.outgoing import Saying

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from mobile.api.answers import Model
    from mobile.api.wire import Wire
    from mobile.store.local import Local
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry, NewFile
    from shared.contract.base import Message


@dataclass(frozen=True, slots=True)
class Reach:
    """Of one window. What is read is asked of `local` first; what is said goes through it too."""

    wire: Wire
    local: Local

    async def say(
        self,
        kind: Kind,
        client_id: UUID,
        body: Message,
        model: type[Model],
        about_id: UUID | None = None,
        files: Sequence[NewFile] = (),
    ) -> Model | Entry:
        """What the server made of it, or the entry kept until it can be sent (`outgoing.say`)."""
        saying = Saying(kind, client_id, body, about_id, tuple(files))
        return await outgoing.say(self.wire, self.local, saying, model)

    async def tell(
        self, kind: Kind, client_id: UUID, body: Message, about_id: UUID | None = None
    ) -> Entry | None:
        """Where the answer holds nothing to read; the entry where it waits to be sent."""
        saying = Saying(kind, client_id, body, about_id, ())
        return await outgoing.tell(self.wire, self.local, saying)
