"""What lies in a desk: everything one person read and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.store.causes import causes_shelf
from mobile.store.client_file import OneClient
from mobile.store.clients import ClientList
from mobile.store.day import Day
from mobile.store.disputes import OneDispute, ToAnswer, reasons_of
from mobile.store.documents import documents_shelf
from mobile.store.entries import Entries
from mobile.store.files import Files
from mobile.store.imports import Imports
from mobile.store.me import Devices
from mobile.store.reports import Colleagues, agings_shelf
from mobile.store.shelf import Shelf
from mobile.store.team import Team
from mobile.store.visit_reports import visit_reports_shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.store.reach import Reach
    from shared.contract.disputes import Dispute


class Drawers:
    """The stores of one account, made together and emptied together."""

    def __init__(self, reach: Reach, on_dispute_moved: Callable[[Dispute], None]) -> None:
        self.reach = reach
        self._on_dispute_moved = on_dispute_moved
        self.empty()

    def empty(self) -> None:
        """What one person read and typed is not the next one's to see."""
        self.files: Shelf[UUID, OneClient] = Shelf(
            lambda client_id: OneClient(self.reach, client_id),
            is_typed_in=lambda client: client.is_typed,
        )
        self.disputes: Shelf[UUID, OneDispute] = Shelf(
            lambda dispute_id: OneDispute(self.reach, dispute_id, self._on_dispute_moved),
            is_typed_in=lambda dispute: dispute.is_typed,
        )
        self.entries = Entries(self.reach, lambda client_id: self.files[client_id])
        self._read_nothing()

    def leave_what_is_typed(self) -> None:
        """The same person goes on, and may see less than before: what was read is read again."""
        for client in self.files.typed_in():
            client.forget()
        for dispute in self.disputes.typed_in():
            dispute.forget()
        self._read_nothing()

    def _read_nothing(self) -> None:
        self.clients = ClientList(self.reach)
        self.day = Day(self.reach)
        self.visit_reports = visit_reports_shelf(self.reach)
        self.documents = documents_shelf(self.reach)
        self.stored = Files(self.reach)
        self.to_answer = ToAnswer(self.reach)
        self.dispute_reasons = reasons_of(self.reach)
        self.causes = causes_shelf(self.reach)
        self.devices = Devices(self.reach.wire)
        self.team = Team(self.reach.wire)
        self.imports = Imports(self.reach.wire)
        self.agings = agings_shelf(self.reach)
        self.colleagues = Colleagues(self.reach)
