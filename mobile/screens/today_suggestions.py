"""Aujourd'hui: whom a rep could see too, each with why, and one tap to add them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, words
from mobile.components.semantics import identified
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.day import Day
    from mobile.store.desk import Desk
    from shared.contract.today import Suggestion, Today

SHOWN_MOST = 5


def suggestions(desk: Desk, look: Look, day: Day, known: Today) -> list[ft.Control]:
    rows: list[ft.Control] = []
    for one in known.suggestions[:SHOWN_MOST]:
        rows += [layout.hairline(look, Space.M)] if rows else []
        rows.append(_suggestion(desk, look, day, known, one))
    head = layout.section(look, look.strings.today.suggestions, "today-suggestions")
    return [head, layout.card(look, *rows, pad=0, gap=0, spread=True)]


def _suggestion(desk: Desk, look: Look, day: Day, known: Today, one: Suggestion) -> ft.Control:
    said, p = look.strings.today, look.palette
    under = [words.text(look, why_words(look, one), "label", p.ink2)]
    place = " · ".join(part for part in (one.town, said.near if one.is_near else None) if part)
    if place:
        under.append(words.text(look, place, "label", p.ink3))
    left = layout.column(
        words.text(look, one.client.name, "heading", lines=3 if look.big else 2), *under
    )
    line = buttons.tappable(
        left, lambda: desk.do(desk.open_client, one.client.id), f"suggestion-{one.client.id}"
    )
    line.expand = True
    add = buttons.icon_button(
        look,
        ft.Icons.ADD_ROUNDED,
        said.suggest,
        _planning(desk, look, day, known, one.client.id, one.client.name),
        f"suggest-{one.client.id}",
        fill=p.accent_soft,
        color=p.on_accent_soft,
    )
    side = ft.Container(add, padding=ft.Padding.only(right=Space.S))
    return identified(layout.row(line, side, gap=0), f"suggested-{one.client.id}")


def _planning(
    desk: Desk, look: Look, day: Day, known: Today, client_id: UUID, name: str
) -> Callable[[], None]:
    async def plan() -> None:
        await day.plan(client_id, known.today)
        desk.say(look.strings.today.added(name=name))

    return lambda: desk.do(plan)


def why_words(look: Look, one: Suggestion) -> str:
    said = look.strings.today
    amount = look.amount(one.amount, one.currency)
    match one.why:
        case "missed":
            return said.missed
        case "overdue":
            return said.is_overdue(amount=amount, days=look.days(one.days))
        case _:
            return said.near_due(amount=amount, days=look.days(max(0, -one.days)))
