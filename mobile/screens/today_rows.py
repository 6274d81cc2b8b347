"""The groups of Aujourd'hui: a title over a card of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import merged
from mobile.screens.contacts import tel
from mobile.theme import TARGET, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look
    from mobile.components.semantics import Handler
    from mobile.palette import Tone
    from shared.contract.today import ToCall

INDENT = 68


def group(
    look: Look,
    title: str,
    identifier: str,
    rows: Sequence[ft.Control],
    right: str | ft.Control = "",
    *,
    indent: int = INDENT,
) -> ft.Control | None:
    """None where there are no rows: an empty group says nothing. `right`: a remark, or a way on."""
    if not rows:
        return None
    lined: list[ft.Control] = []
    for row in rows:
        lined += [layout.hairline(look, indent)] if lined else []
        lined.append(row)
    remark = (
        words.text(look, right, "label", look.palette.ink3) if isinstance(right, str) else right
    )
    head = layout.section(look, title, identifier, remark if right else None)
    return layout.column(head, layout.card(look, *lined, pad=0, gap=0, spread=True), gap=Space.S)


def row(
    look: Look,
    sign: tuple[ft.IconData, Tone] | None,
    identifier: str,
    title: str,
    under: Sequence[ft.Control],
    on_tap: Handler,
    right: ft.Control | None = None,
    side: ft.Control | None = None,
) -> ft.Control:
    """A disc, who and what, a figure; `side` is a button of its own beside the row."""
    left = layout.column(words.text(look, title, "heading", lines=3 if look.big else 2), *under)
    told = left if right is None else layout.pair(look, left, right)
    told.expand = True
    parts: list[ft.Control] = [marks.disc(look, *sign)] if sign else []
    inside = layout.row(*parts, told, gap=Space.S, top=True)
    line = buttons.tappable(inside, on_tap, identifier)
    if side is None:
        return line
    line.expand = True
    return layout.row(line, side, gap=0)


def call_button(look: Look, call: ToCall | None, identifier: str) -> ft.Control | None:
    """One tap from the row to the phone."""
    if call is None:
        return None
    p = look.palette
    box = ft.Container(
        ft.IconButton(
            ft.Icons.CALL_ROUNDED,
            icon_color=p.on_accent_soft,
            icon_size=22,
            bgcolor=p.accent_soft,
            tooltip=look.strings.today.call(name=call.name),
            width=TARGET,
            height=TARGET,
            padding=0,
            url=tel(call.phone),
        ),
        padding=ft.Padding.only(right=Space.S),
    )
    return merged(box, identifier)
