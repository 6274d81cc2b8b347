"""The one source of time. Rules are given `today`; only services ask the clock."""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from backend.settings import Settings


class Clock(Protocol):
    """What services need to know of time; tests bring their own."""

    def now(self) -> datetime:
        """The instant, in UTC and aware."""

    def today(self) -> date:
        """The calendar day where the business is, which is not always UTC's."""


class SystemClock:
    """The machine's clock, with the business day in one time zone, or frozen at `frozen_on`."""

    __slots__ = ("_frozen_on", "_zone")

    def __init__(self, zone: ZoneInfo, frozen_on: date | None = None) -> None:
        self._zone = zone
        self._frozen_on = frozen_on

    @classmethod
    def of(cls, settings: Settings) -> "SystemClock":
        return cls(settings.time_zone, settings.today)

    def now(self) -> datetime:
        """Instants go on even while the business day is frozen: tokens must still expire."""
        return datetime.now(UTC)

    def today(self) -> date:
        return self._frozen_on or datetime.now(self._zone).date()
