"""Which day an aged balance is of: today, the end of a month, or one that is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, fields, layout
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.store.place import AgedBalance
from mobile.theme import Space
from shared.formats import NBSP
from shared.wording import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk

MONTHS_BACK = 3


@dataclass(frozen=True, slots=True)
class Typed:
    """A day being typed; `shown` once it was asked for."""

    text: str = ""
    shown: bool = False
    malformed: bool = False


@component
def BalanceDay(desk: Desk, look: Look, as_of: date | None, gutter: int) -> ft.Control:  # noqa: N802
    ends = month_ends(desk.today())
    other = as_of is not None and as_of not in ends
    typed, put = state(Typed(as_of.strftime("%d/%m/%Y") if other and as_of else "", shown=other))

    def go(day: date | None) -> None:
        put(Typed())
        desk.screen.go(AgedBalance(day))

    parts: list[ft.Control] = [_chips(desk, look, as_of, ends, typed, go, put, gutter)]
    if typed.shown:
        parts.append(layout.padded(_field(desk, look, typed, put), x=gutter))
    return layout.padded(layout.column(*parts, gap=Space.XS), y=Space.XS)


def _chips(
    desk: Desk,
    look: Look,
    as_of: date | None,
    ends: list[date],
    typed: Typed,
    go: Callable[[date | None], None],
    put: Callable[[Typed], None],
    gutter: int,
) -> ft.Control:
    said = look.strings.report
    today = _chip(look, said.today, go, None, on=as_of is None and not typed.shown)
    other = buttons.chip(
        look,
        said.other_day,
        lambda: put(replace(typed, shown=not typed.shown)),
        "day-other",
        on=typed.shown,
        icon=ft.Icons.EVENT_ROUNDED,
        fill=look.palette.surface,
    )
    months = [
        _chip(
            look,
            said.end_of(month=month_of(look, day, desk.today())),
            go,
            day,
            on=day == as_of and not typed.shown,
        )
        for day in ends
    ]
    return buttons.chips(today, other, *months, gutter=gutter)


def _chip(
    look: Look, words: str, go: Callable[[date | None], None], day: date | None, *, on: bool
) -> ft.Control:
    name = f"day-{day.isoformat() if day else 'today'}"
    return buttons.chip(look, words, lambda: go(day), name, on=on, fill=look.palette.surface)


def _field(desk: Desk, look: Look, typed: Typed, put: Callable[[Typed], None]) -> ft.Control:
    said = look.strings.report

    def show() -> None:
        day = day_of(typed.text)
        if day is None:
            put(replace(typed, malformed=True))
        else:
            put(replace(typed, malformed=False))
            desk.screen.go(AgedBalance(day))

    box = fields.field(
        look,
        said.day,
        typed.text,
        lambda text: put(Typed(text, shown=True)),
        "day",
        hint=said.day_hint,
        error=said.day_malformed if typed.malformed else None,
        on_submit=show,
        keyboard=ft.KeyboardType.DATETIME,
    )
    button = buttons.button(look, said.day_show, show, "day-show", kind="soft", height=44)
    return layout.column(box, button, gap=Space.XS)


def month_ends(today: date) -> list[date]:
    """The last days of the months just closed, newest first, and of the last calendar year."""
    ends = [today.replace(day=1) - timedelta(days=1)]
    while len(ends) < MONTHS_BACK:
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    closing = date(today.year - 1, 12, 31)
    return ends if closing in ends else [*ends, closing]


def month_of(look: Look, day: date, today: date) -> str:
    name = MONTHS[look.strings.language][day.month - 1]
    return name if day.year == today.year else f"{name}{NBSP}{day.year}"


def day_of(text: str) -> date | None:
    """`31/10/2026`, with any of the usual marks, or `2026-10-31`; None for what is no day."""
    parts = text.strip().replace(".", "/").replace("-", "/").replace(" ", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004
        return None
    numbers = [int(part) for part in parts]
    year, month, day = numbers if len(parts[0]) == len("2026") else reversed(numbers)
    if len(str(year)) != len("2026"):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
