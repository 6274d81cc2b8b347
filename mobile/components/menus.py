"""The overflow menu: what is done from a screen now and then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from mobile.components.layout import row
from mobile.components.marks import icon
from mobile.components.semantics import Handler, identified
from mobile.components.words import text
from mobile.theme import TARGET, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do."""

    identifier: str
    words: str
    icon: ft.IconData
    on_click: Handler


def menu(
    look: Look, entries: Sequence[Entry], identifier: str = "more", *, fill: str | None = None
) -> ft.Semantics:
    """Three dots that open the entries, in their order."""
    p = look.palette
    button = ft.PopupMenuButton(
        icon=ft.Icons.MORE_VERT_ROUNDED,
        icon_color=p.ink,
        tooltip=look.strings.common.more,
        bgcolor=p.surface,
        items=[_item(look, entry) for entry in entries],
    )
    box = ft.Container(button, bgcolor=fill, border_radius=TARGET, width=TARGET, height=TARGET)
    return identified(box, identifier)


def _item(look: Look, entry: Entry) -> ft.PopupMenuItem:
    line = row(icon(look, entry.icon), text(look, entry.words, "body"), gap=Space.S, tight=True)
    return ft.PopupMenuItem(
        content=identified(line, entry.identifier), on_click=entry.on_click, height=TARGET + 4
    )
