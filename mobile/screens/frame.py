"""What is around every screen: the view itself, safe edges, the measure of the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components.scale import ruler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look
    from mobile.store.desk import Desk

PROSE_WIDTH = 720
"""A form or a page of facts is not read wider than this, in logical pixels."""


def view(look: Look, route: str, parts: Sequence[ft.Control], **options: Any) -> ft.View:
    """A screen. `route` tells the views on the stack apart."""
    inside = ft.Column(list(parts), spacing=0, expand=True)
    return ft.View(
        controls=[ft.SafeArea(inside, expand=True)],
        route=route,
        padding=0,
        spacing=0,
        bgcolor=look.palette.canvas,
        **options,
    )


def base_view(
    desk: Desk, look: Look, route: str, parts: Sequence[ft.Control], **options: Any
) -> ft.View:
    """The screen at the bottom of the stack: nothing to go back to, and the text is measured."""
    return view(look, route, [ruler(desk.screen.read_at), *parts], can_pop=False, **options)


def centred(*parts: ft.Control, gap: int = 12, gutter: int = 16) -> ft.ListView:
    """A scrolling column of cards in the middle of a wide window, over all of a narrow one."""
    column = ft.Container(
        ft.Column(list(parts), spacing=gap, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=ft.Padding(left=gutter, right=gutter, top=0, bottom=24),
        width=PROSE_WIDTH,
    )
    return ft.ListView([ft.Row([column], alignment=ft.MainAxisAlignment.CENTER)], expand=True)
