"""Aujourd'hui: the visits of the day in the person's order, and whom they could see too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import flet as ft

from mobile.components import ages, buttons, layout, marks, states, words
from mobile.components.menus import Entry, menu
from mobile.components.semantics import identified
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.visit_adding import AddVisitSheet
from mobile.theme import TARGET, Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.day import Day
    from mobile.store.desk import Desk
    from shared.contract.today import Stop, Suggestion, Today

SHOWN_MOST = 5
TOMORROW = timedelta(days=1)


@component
def VisitCards(desk: Desk, look: Look, day: Day, known: Today) -> ft.Control:  # noqa: N802
    adding, add = state(False)
    said = look.strings.today
    more = buttons.button(
        look,
        said.add_visit,
        lambda: add(True),
        "visit-add",
        kind="soft",
        icon=ft.Icons.ADD_ROUNDED,
    )
    count = words.text(look, str(len(known.visits)), "label", look.palette.ink3)
    parts: list[ft.Control] = [layout.section(look, said.visits, "today-visits", count)]
    parts.append(_stops(desk, look, day, known) if known.visits else _none(look))
    parts.append(more)
    if known.suggestions:
        parts += _suggestions(desk, look, day, known)
    if adding:
        parts.append(AddVisitSheet(desk, look, day, known, lambda: add(False)))
    return layout.column(*parts, gap=Space.S)


def _none(look: Look) -> ft.Control:
    said = look.strings.today
    empty = states.empty_state(
        look,
        ft.Icons.EVENT_AVAILABLE_OUTLINED,
        said.no_visits,
        said.no_visits_way,
        identifier="no-visits",
    )
    return layout.card(look, empty, pad=0)


def _stops(desk: Desk, look: Look, day: Day, known: Today) -> ft.Control:
    """Dragged by the handle, or moved by the menu: both give the place."""
    last = len(known.visits)

    def dropped(e: ft.OnReorderEvent) -> None:
        if e.old_index is not None and e.new_index is not None and e.old_index != e.new_index:
            desk.do(day.arrange, known.visits[e.old_index].visit.id, e.new_index + 1)

    rows = [
        _stop(desk, look, day, known, stop, place, last)
        for place, stop in enumerate(known.visits, start=1)
    ]
    listed = ft.ReorderableListView(
        rows, show_default_drag_handles=False, on_reorder=dropped, padding=0, spacing=0
    )
    return ft.Container(
        listed,
        bgcolor=look.palette.surface,
        border_radius=Radius.CARD,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _stop(
    desk: Desk, look: Look, day: Day, known: Today, stop: Stop, place: int, last: int
) -> ft.Control:
    said, p, visit = look.strings.today, look.palette, stop.visit
    under: list[ft.Control] = []
    if visit.town:
        under.append(words.text(look, visit.town, "label", p.ink3))
    under.append(_owed(look, stop))
    if visit.report_id is not None:
        under.append(
            layout.row(marks.tag(look, said.made, "ok", ft.Icons.CHECK_ROUNDED), tight=True)
        )
    left = layout.column(
        words.text(look, visit.client.name, "heading", lines=3 if look.big else 2), *under
    )
    left.expand = True
    handle = ft.ReorderableDragHandle(
        content=ft.Container(
            marks.icon(look, ft.Icons.DRAG_INDICATOR_ROUNDED, p.ink3),
            width=TARGET,
            height=TARGET,
            alignment=ft.Alignment.CENTER,
            tooltip=said.drag,
        ),
        mouse_cursor=ft.MouseCursor.GRAB,
    )
    line = buttons.tappable(
        left,
        lambda: desk.do(desk.open_client, visit.client.id),
        f"visit-{visit.id}",
        x=0,
    )
    line.expand = True
    entries = _deeds(desk, look, day, known, stop, place, last)
    inside = layout.row(handle, line, menu(look, entries, f"visit-menu-{visit.id}"), gap=0)
    return ft.Container(inside, key=str(visit.id), bgcolor=p.surface)


def _owed(look: Look, stop: Stop) -> ft.Control:
    said = look.strings.today
    if stop.overdue <= 0:
        return words.text(look, said.nothing_overdue, "label", look.palette.ok)
    amount = look.amount(stop.overdue, stop.currency)
    spoken = look.strings.clients.overdue_spoken(
        amount=look.spoken(stop.overdue, stop.currency),
        days=look.spoken_days(stop.oldest_days_overdue),
    )
    late = words.text(look, said.overdue_for(amount=amount), "label", spoken=spoken)
    since = ages.age(look, stop.oldest_days_overdue)
    since.semantics_label = ""  # said with the amount
    return layout.wrap(late, since)


def _deeds(
    desk: Desk, look: Look, day: Day, known: Today, stop: Stop, place: int, last: int
) -> list[Entry]:
    said, icons, id_ = look.strings.today, ft.Icons, stop.visit.id
    shown: list[Entry] = []
    if place > 1:
        up = _doing(desk, day.arrange, id_, place - 1)
        shown.append(Entry(f"visit-up-{id_}", said.up, icons.ARROW_UPWARD_ROUNDED, up))
    if place < last:
        down = _doing(desk, day.arrange, id_, place + 1)
        shown.append(Entry(f"visit-down-{id_}", said.down, icons.ARROW_DOWNWARD_ROUNDED, down))
    if stop.visit.report_id is None:
        later = _doing(desk, day.put_off, id_, known.today + TOMORROW)
        shown.append(Entry(f"visit-later-{id_}", said.tomorrow, icons.EVENT_ROUNDED, later))
        gone = _doing(desk, day.remove, id_)
        shown.append(Entry(f"visit-remove-{id_}", said.remove, icons.CLOSE_ROUNDED, gone))
    return shown


def _doing(desk: Desk, verb: Callable[..., object], *values: object) -> Callable[[], None]:
    return lambda: desk.do(verb, *values)  # type: ignore[arg-type]


def _suggestions(desk: Desk, look: Look, day: Day, known: Today) -> list[ft.Control]:
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
