"""One promise: amount, day, who said so, what became of it; its history and deeds on tap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.promise_marks import mark_of, tag_of
from mobile.screens.promise_telling import about_words, events, standing_words, who_words
from mobile.theme import Space

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from mobile.components.look import Look
    from mobile.components.semantics import Handler
    from shared.contract.promises import Promise


@dataclass(frozen=True, slots=True)
class Deeds:
    """What can be done with a promise; None for what cannot."""

    move: Handler | None = None
    withdraw: Handler | None = None


def promise_line(
    look: Look,
    promise: Promise,
    today: date,
    zone: tzinfo,
    deeds: Deeds | None,
    on_tap: Handler,
) -> ft.Control:
    """With `deeds` it is opened."""
    head = buttons.tappable(
        _head(look, promise, today, is_open=deeds is not None),
        on_tap,
        f"promise-{promise.id}",
        selected=deeds is not None,
    )
    if deeds is None:
        return head
    told = [
        words.text(look, line, "label", look.palette.ink2)
        for line in events(look, promise, today, zone)
    ]
    inside: list[ft.Control] = [
        identified(layout.column(*told, gap=6), f"promise-history-{promise.id}")
    ]
    inside += _deeds(look, deeds)
    opened = layout.column(*inside, gap=Space.S)
    edge = ft.Padding(left=16, right=16, top=0, bottom=16)
    return layout.column(head, ft.Container(opened, padding=edge))


def _head(look: Look, promise: Promise, today: date, *, is_open: bool) -> ft.Control:
    said, mark = look.strings.promises, mark_of(look, promise)
    spoken = said.spoken(
        amount=look.spoken(promise.amount, promise.currency), state=mark.words.lower()
    )
    figure = words.amount(look, promise.amount, promise.currency, spoken=spoken)
    figure.text_align = ft.TextAlign.START
    day = words.text(
        look, said.for_day(day=look.day(promise.promised_on, today)), "body", weight=500
    )
    left = layout.column(figure, day)
    chevron = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    more = marks.icon(look, chevron, look.palette.ink3)
    right = layout.row(tag_of(look, mark), more, gap=4, tight=True)
    under = [
        words.text(look, line, "label", look.palette.ink3)
        for line in (who_words(look, promise), about_words(look, promise))
        if line
    ]
    standing = [
        words.text(look, line, "label", look.palette.ink2)
        for line in standing_words(look, promise, today)
    ]
    return layout.column(layout.pair(look, left, right), *under, *standing, gap=2)


def _deeds(look: Look, deeds: Deeds) -> list[ft.Control]:
    said = look.strings.promise_sheet
    shown = []
    if deeds.move is not None:
        icon = ft.Icons.EVENT_REPEAT_ROUNDED
        shown.append(
            buttons.button(
                look, said.reschedule, deeds.move, "promise-move", kind="soft", icon=icon, height=44
            )
        )
    if deeds.withdraw is not None:
        shown.append(
            buttons.button(
                look,
                said.withdraw,
                deeds.withdraw,
                "promise-withdraw",
                kind="quiet",
                icon=ft.Icons.UNDO_ROUNDED,
                height=44,
            )
        )
    if look.big:
        return list(shown)
    for one in shown:
        one.expand = True
    return [layout.row(*shown)] if shown else []
