"""On the sheet of a promise or a dispute: the comment that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.origin import Origin


def origin_part(
    look: Look, origin: Origin | None, on_remove: Callable[[], None]
) -> list[ft.Control]:
    """One line, that can be taken away; nothing where it comes from no comment."""
    if origin is None:
        return []
    p, said = look.palette, look.strings.thread
    whose = said.from_comment(who=origin.author) if origin.author else said.from_a_comment
    told = words.text(look, whose, "label", p.ink2, expand=True)
    cross = buttons.icon_button(
        look,
        ft.Icons.CLOSE_ROUNDED,
        look.strings.files.remove,
        on_remove,
        "origin-remove",
        color=p.ink2,
    )
    sign = marks.icon(look, ft.Icons.CHAT_BUBBLE_OUTLINE_ROUNDED, p.accent)
    box = ft.Container(
        layout.row(sign, told, cross, gap=Space.S),
        bgcolor=p.fill,
        border_radius=Radius.FIELD,
        padding=ft.Padding(left=Space.S, right=0, top=0, bottom=0),
    )
    return [identified(box, "origin")]
