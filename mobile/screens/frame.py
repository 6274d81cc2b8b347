"""What is around every screen: the view itself, safe edges, the measure of the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components.scale import ruler
from mobile.store.screen import BESIDE
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look
    from mobile.store.desk import Desk

PROSE_WIDTH = 720
"""A form or a page of facts is not read wider than this, in logical pixels."""


def view(
    desk: Desk, look: Look, route: str, parts: Sequence[ft.Control], **options: Any
) -> ft.View:
    """A screen. `route` tells the views on the stack apart.

    Each measures the text, for what lies under it on the stack is not laid out.
    """
    inside = ft.Column([ruler(desk.screen.read_at), *parts], spacing=0, expand=True)
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
    """The screen at the bottom of the stack: nothing to go back to."""
    return view(desk, look, route, parts, can_pop=False, **options)


def listed(*parts: ft.Control, in_pane: bool) -> ft.Control:
    """A scrolling column of cards, at the margin of the screen's head."""
    gutter = Space.L if in_pane else Space.M
    return ft.ListView(
        list(parts),
        spacing=Space.S,
        expand=True,
        padding=ft.Padding(left=gutter, right=gutter, top=0, bottom=Space.L),
    )


def centred(desk: Desk, *parts: ft.Control) -> ft.Control:
    """A scrolling column of cards, as wide as a phone's screen but no wider than one reads."""
    cards = ft.ListView(
        list(parts),
        spacing=Space.S,
        expand=True,
        padding=ft.Padding(left=Space.M, right=Space.M, top=0, bottom=Space.L),
    )
    if desk.screen.panes in BESIDE:
        return ft.Container(cards, width=PROSE_WIDTH, expand=True)
    return cards
