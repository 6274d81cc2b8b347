"""How large this person reads: Flet does not say, so an unseen text is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Callable

RULER_SIZE = 10


def ruler(on_scale: Callable[[float], Any]) -> ft.Stack:
    """An unseen figure whose height tells the text scale: 1.0 as designed, 2.0 at 200 %.

    It stands in every screen. In a browser the scale is the root font size over 16 px.
    """

    def measured(e: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> Any:
        return on_scale(round(e.height / RULER_SIZE, 2))

    unseen = ft.Text("0", style=ft.TextStyle(size=RULER_SIZE, height=1))
    box = ft.Container(
        ft.Semantics(content=unseen, exclude_semantics=True), opacity=0, on_size_change=measured
    )
    # A row lets it keep its own size, and in a stack of no height it takes no room. Placed in the
    # stack without the row, its size is never reported.
    return ft.Stack(
        [ft.Row([box], left=0, top=0, tight=True)], height=0, clip_behavior=ft.ClipBehavior.NONE
    )
