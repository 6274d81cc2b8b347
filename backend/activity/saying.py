"""When something was said, and the business day that was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.calendar import business_date
from shared.refusal import unless_refused
from shared.rules.saying import said_when

if TYPE_CHECKING:
    from datetime import date, datetime

    from backend.clock import Clock
    from backend.settings import Settings


@dataclass(frozen=True, slots=True)
class Said:
    """The instant it was said, its business day, and when we heard of it."""

    at: datetime
    on: date
    now: datetime


def said(said_at: datetime | None, clock: Clock, settings: Settings) -> Said:
    """Refused (422) where the entry is too old to be believed."""
    now, zone = clock.now(), settings.time_zone
    at = unless_refused(said_when(said_at, now))
    # The clock may have been told which day it is.
    age = business_date(now, zone) - business_date(at, zone)
    return Said(at, clock.today() - age, now)
