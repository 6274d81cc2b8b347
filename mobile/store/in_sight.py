"""What is on the screen is read again when the server tells that it concerns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.store.concerned import EVERYTHING, moves_disputes, parts_of
from mobile.store.drawers import Drawers
from mobile.store.place import Document, MyDisputes, Today
from mobile.store.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from uuid import UUID

    from mobile.store.client_file import OneClient
    from mobile.store.reach import Reach
    from shared.contract.disputes import Dispute


class InSight(Drawers):
    """One's stores, of which the screen shows some."""

    def __init__(self, reach: Reach, on_dispute_moved: Callable[[Dispute], None]) -> None:
        super().__init__(reach, on_dispute_moved)
        self.screen = Screen()

    async def happened(self, told: Mapping[UUID, frozenset[str]]) -> None:
        """Read again, once, what it concerns of the screen; the rest is read when it is opened."""
        self.reach.local.nudge()
        client = self._client_shown()
        if client is not None:
            about = [kinds for id_, kinds in told.items() if client.is_called(id_)]
            await self._client_anew(client, frozenset[str]().union(*about))
        disputing = {id_ for id_, kinds in told.items() if any(map(moves_disputes, kinds))}
        if disputing:
            await self._disputes_anew(disputing)
        await self._day_anew()

    async def _client_anew(self, client: OneClient, kinds: frozenset[str]) -> None:
        """What facts of these kinds concern of the client, and of the invoice on the screen."""
        if not kinds:
            return
        await client.happened(kinds)
        place = self.screen.place
        if isinstance(place, Document) and any("file" in parts_of(kind) for kind in kinds):
            await self.documents[place.document_id].anew()

    async def _day_anew(self) -> None:
        if self.screen.place == Today() and self.day.is_asked:
            await self.day.anew()

    async def _disputes_anew(self, client_ids: Container[UUID] | None = None) -> None:
        """The dispute on the screen, of one of those clients or of any, and the list of mine."""
        dispute_id = getattr(self.screen.place, "dispute_id", None)
        if dispute_id is not None:
            shown = self.disputes[dispute_id]
            of = shown.value.dispute.client_id if shown.value else None
            if client_ids is None or of in client_ids:
                await shown.anew()
        elif isinstance(self.screen.place, MyDisputes):
            await self.to_answer.from_the_start()

    async def missed(self) -> None:
        """Read again everything on the screen."""
        self.reach.local.nudge()
        await self._disputes_anew()
        client = self._client_shown()
        if client is not None:
            await self._client_anew(client, EVERYTHING)
        if self.clients.is_asked:
            await self.clients.refresh()
        await self._day_anew()

    def _client_shown(self) -> OneClient | None:
        client_id = getattr(self.screen.place, "client_id", None)
        return None if client_id is None else self.files[client_id]
