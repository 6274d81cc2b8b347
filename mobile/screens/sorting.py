"""The order of the list of clients: a menu of five."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import flet as ft

from mobile.components.semantics import identified
from mobile.components.words import text
from mobile.theme import TARGET
from shared.contract.clients import ClientSort

if TYPE_CHECKING:
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.clients import ClientList
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientRow


def sort_button(desk: Desk, look: Look, found: ClientList, fill: str) -> ft.Control:
    """The order in force is ticked; its name is read with the button's."""
    words, p = look.strings.clients, look.palette
    now = found.wanted.sort
    button = ft.PopupMenuButton(
        icon=ft.Icons.SWAP_VERT_ROUNDED,
        icon_color=p.ink,
        tooltip=f"{words.sort}: {words.sorts[now]}",
        bgcolor=p.surface,
        items=[
            ft.PopupMenuItem(
                content=identified(
                    text(look, words.sorts[name], "body"), f"sort-{name}", selected=name == now
                ),
                checked=name == now,
                on_click=_ordered(desk, found, name),
            )
            for name in get_args(ClientSort)
        ],
    )
    return identified(
        ft.Container(button, bgcolor=fill, border_radius=TARGET, width=TARGET, height=TARGET),
        "sort",
    )


def last_seen(look: Look, found: ClientList, row: ClientRow, today: date) -> str | None:
    """When somebody was last at the client's, where the list is ordered by it."""
    if found.wanted.sort != "last_visit":
        return None
    if row.last_visit_on is None:
        return look.strings.clients.never_visited
    return look.strings.clients.visited(day=look.short_day(row.last_visit_on, today))


def _ordered(desk: Desk, found: ClientList, name: ClientSort) -> Any:
    return lambda: desk.do(found.order, name)
