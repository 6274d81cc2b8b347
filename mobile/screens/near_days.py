"""Days as people say them when they are near: yesterday, today, tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from mobile.components.look import Look


def near_day(look: Look, day: date, today: date) -> str:
    said = look.strings.brief
    match (day - today).days:
        case -1:
            return said.yesterday
        case 0:
            return said.today
        case 1:
            return said.tomorrow
        case _:
            return look.day(day, today)
