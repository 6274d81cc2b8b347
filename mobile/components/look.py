"""What every component needs to know: colours, words, and whether text is big."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.formats import (
    NBSP,
    amount_text,
    days_text,
    near_date_text,
    spoken_amount,
    spoken_days,
    time_text,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from mobile.palette import Palette
    from mobile.strings.catalogue import Strings


@dataclass(frozen=True, slots=True)
class Look:
    """One person's palette, language and text size. Equal looks draw equal screens."""

    palette: Palette
    strings: Strings
    big: bool = False  # text scale above theme.BIG_TEXT_FROM: two columns become two lines

    def amount(self, value: Decimal, currency: str) -> str:
        return amount_text(value, currency, self.strings.language)

    def spoken(self, value: Decimal, currency: str) -> str:
        return spoken_amount(value, currency, self.strings.language)

    def days(self, count: int) -> str:
        return days_text(count, self.strings.language)

    def spoken_days(self, count: int) -> str:
        return spoken_days(count, self.strings.language)

    def day(self, day: date, today: date) -> str:
        """A day in a sentence, never broken over two lines."""
        return near_date_text(day, today, self.strings.language).replace(" ", NBSP)

    def short_day(self, day: date, today: date) -> str:
        """The same without the weekday, for rows: `6 août`."""
        full = near_date_text(day, today, self.strings.language)
        return (full.partition(" ")[2] if day.year == today.year else full).replace(" ", NBSP)

    def moment(self, moment: datetime, today: date) -> str:
        """An instant already in the reader's zone: today's by its time alone."""
        at = time_text(moment.time(), self.strings.language)
        return at if moment.date() == today else f"{self.day(moment.date(), today)}, {at}"
