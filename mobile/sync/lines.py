"""A line of the client list, as the device stores it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Line:
    """What the list knows of a client."""

    id: UUID
    code: str
    name: str
    town: str | None
    company: str
    branch: str | None
    currency: str
    rep: str | None
    collector: str | None
    is_unassigned: bool
    is_disputed: bool
    is_promise_broken: bool
    last_visit: str | None
    sort_name: str

    @property
    def last_visit_on(self) -> date | None:
        return date.fromisoformat(self.last_visit) if self.last_visit else None

    @property
    def visited(self) -> int:
        """The day of the last visit as a number, 0 where there was none."""
        return self.last_visit_on.toordinal() if self.last_visit_on else 0


LINE: Final = (
    "id, code, name, town, company, branch, currency, rep, collector, is_unassigned, is_disputed,"
    " is_promise_broken, last_visit, sort_name"
)
