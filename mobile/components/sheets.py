"""A sheet over the screen: one thing to do, then back where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.buttons import icon_button
from mobile.components.layout import column, row
from mobile.components.semantics import Handler, identified
from mobile.components.words import text
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look

LEFT_UNCOVERED = 92
"""What stays in sight of the screen below, in logical pixels."""
EDGE = 20
WIDEST = 640


def sheet(
    look: Look,
    title: str,
    body: Sequence[ft.Control],
    on_close: Handler,
    *,
    screen_height: float,
    under: str = "",
    action: ft.Control | None = None,
    identifier: str = "sheet",
) -> ft.BottomSheet:
    """Handle, title, a body that scrolls, and the one button at its foot.

    `on_close` runs however it is left: the cross, the barrier, a drag, the system's back.
    """
    p = look.palette
    parts: list[ft.Control] = [_handle(look), _head(look, title, under, on_close)]
    parts.append(
        ft.ListView(
            list(body),
            spacing=EDGE,
            expand=True,
            padding=ft.Padding(left=EDGE, right=EDGE, top=Space.S, bottom=Space.M),
        )
    )
    if action is not None:
        parts.append(_foot(look, action))
    inside = ft.Container(column(*parts, expand=True), height=screen_height - LEFT_UNCOVERED)
    corners = ft.BorderRadius.only(top_left=Radius.SHEET, top_right=Radius.SHEET)
    return ft.BottomSheet(
        identified(inside, identifier),
        open=True,
        bgcolor=p.surface,
        scrollable=True,  # else it stops at half the height
        use_safe_area=True,
        barrier_color=p.scrim,
        shape=ft.RoundedRectangleBorder(radius=corners),
        elevation=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        size_constraints=ft.BoxConstraints(max_width=WIDEST),
        on_dismiss=on_close,
    )


def _handle(look: Look) -> ft.Container:
    return ft.Container(
        ft.Container(
            width=36,
            height=4,
            bgcolor=ft.Colors.with_opacity(0.35, look.palette.ink3),
            border_radius=2,
        ),
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.only(top=10, bottom=6),
    )


def _head(look: Look, title: str, under: str, on_close: Handler) -> ft.Container:
    words: list[ft.Control] = [identified(text(look, title, "title"), "sheet-title", header=True)]
    if under:
        words.append(text(look, under, "label", look.palette.ink3))
    said = column(*words)
    said.expand = True
    cross = icon_button(
        look,
        ft.Icons.CLOSE_ROUNDED,
        look.strings.common.close,
        on_close,
        "sheet-close",
        color=look.palette.ink2,
        fill=look.palette.fill,
    )
    return ft.Container(
        row(said, cross), padding=ft.Padding(left=EDGE, right=Space.M, top=0, bottom=Space.XS)
    )


def _foot(look: Look, action: ft.Control) -> ft.Container:
    return ft.Container(
        action,
        padding=ft.Padding(left=EDGE, right=EDGE, top=Space.S, bottom=Space.M),
        border=ft.Border.only(top=ft.BorderSide(1, look.palette.line)),
    )
