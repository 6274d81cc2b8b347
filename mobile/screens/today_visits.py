"""Aujourd'hui: the visits of the day in the person's order, and whom they could see too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import flet as ft

from mobile.components import ages, buttons, layout, marks, states, words
from mobile.components.menus import Entry, menu
from mobile.components.semantics import identified
from mobile.screens.entry_row import PendingVisits
from mobile.screens.guard import component
from mobile.screens.hooks import keyed, one_open
from mobile.screens.today_suggestions import suggestions
from mobile.screens.visit_adding import AddVisitSheet
from mobile.screens.visit_sheet import VisitSheet
from mobile.theme import TARGET, Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.day import Day
    from mobile.store.desk import Desk
    from shared.contract.today import Stop, Today

TOMORROW = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Adding:
    """One search for a client to see: no other is closed when its own is answered late."""


CLOSED: UUID | Adding | None = None
"""The visit that is reported on, or the search."""


@component
def VisitCards(desk: Desk, look: Look, day: Day, known: Today) -> ft.Control:  # noqa: N802
    opened, open_, close = one_open(CLOSED)
    said = look.strings.today
    more = buttons.button(
        look,
        said.add_visit,
        lambda: open_(Adding()),
        "visit-add",
        kind="soft",
        icon=ft.Icons.ADD_ROUNDED,
    )
    count = words.text(look, str(len(known.visits)), "label", look.palette.ink3)
    parts: list[ft.Control] = [layout.section(look, said.visits, "today-visits", count)]
    stops = _stops(desk, look, day, known, open_) if known.visits else _none(look)
    parts.append(layout.column(PendingVisits(desk, look, desk.local, known), stops))
    parts.append(more)
    if known.suggestions:
        parts += suggestions(desk, look, day, known)
    if isinstance(opened, UUID):
        parts.append(_reporting(desk, look, known, opened, close))
    elif opened is not None:
        parts.append(keyed(AddVisitSheet, "sheet")(desk, look, day, known, close))
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


def _stops(
    desk: Desk, look: Look, day: Day, known: Today, report: Callable[[UUID], None]
) -> ft.Control:
    """Dragged by the handle, or moved by the menu: both give the place."""
    last = len(known.visits)

    def dropped(e: ft.OnReorderEvent) -> None:
        if e.old_index is not None and e.new_index is not None and e.old_index != e.new_index:
            desk.do(day.arrange, known.visits[e.old_index].visit.id, e.new_index + 1)

    rows = [
        _stop(desk, look, stop, _deeds(desk, look, day, known, stop, place, last), report)
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
    desk: Desk,
    look: Look,
    stop: Stop,
    entries: list[Entry],
    report: Callable[[UUID], None],
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
    line = buttons.tappable(
        left,
        lambda: desk.do(desk.open_client, visit.client.id),
        f"visit-{visit.id}",
        x=0,
    )
    line.expand = True
    sides: list[ft.Control] = []
    if visit.report_id is None:
        write = buttons.icon_button(
            look,
            ft.Icons.EDIT_NOTE_ROUNDED,
            said.report,
            lambda: report(visit.id),
            f"visit-report-{visit.id}",
            fill=p.accent_soft,
            color=p.on_accent_soft,
        )
        sides.append(write)
    if entries:
        sides.append(menu(look, entries, f"visit-menu-{visit.id}"))
    inside = layout.row(_handle(look, visit.id), line, *sides, gap=0)
    edge = ft.Border.only(bottom=ft.BorderSide(1, p.line))
    return ft.Container(inside, key=str(visit.id), bgcolor=p.surface, border=edge)


def _handle(look: Look, visit_id: UUID) -> ft.Control:
    handle = ft.ReorderableDragHandle(
        content=ft.Container(
            marks.icon(look, ft.Icons.DRAG_INDICATOR_ROUNDED, look.palette.ink3),
            width=TARGET,
            height=TARGET,
            alignment=ft.Alignment.CENTER,
            tooltip=look.strings.today.drag,
        ),
        mouse_cursor=ft.MouseCursor.GRAB,
    )
    return identified(handle, f"visit-drag-{visit_id}")


def _reporting(
    desk: Desk, look: Look, known: Today, visit_id: UUID, close: Callable[[], None]
) -> ft.Control:
    """The sheet of that visit; nothing where it left the list meanwhile."""
    for stop in known.visits:
        if stop.visit.id == visit_id:
            client = desk.files[stop.visit.client.id]
            name, entry = stop.visit.client.name, client.visit_entry
            return keyed(VisitSheet, "sheet")(
                desk, look, client, name, visit_id, known.today, entry, client.contacts, close
            )
    return ft.Container()


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
