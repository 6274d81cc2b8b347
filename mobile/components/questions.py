"""A question before something that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.layout import column
from mobile.components.semantics import Handler, identified
from mobile.components.words import text
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look

WIDEST = 420


def question(
    look: Look,
    title: str,
    sentence: str,
    answers: Sequence[ft.Control],
    on_close: Handler,
    *,
    identifier: str,
) -> ft.AlertDialog:
    """Over the screen, its answers under each other: the safest first, the way back last."""
    p = look.palette
    told = column(
        identified(text(look, title, "title"), f"{identifier}-title", header=True),
        text(look, sentence, "body", p.ink2),
        gap=Space.XS,
    )
    inside = column(told, column(*answers, gap=Space.XS), gap=Space.L)
    inside.horizontal_alignment = ft.CrossAxisAlignment.STRETCH
    return ft.AlertDialog(
        content=identified(ft.Container(inside, width=WIDEST), identifier),
        open=True,
        scrollable=True,  # at twice the text size it is taller than a phone
        bgcolor=p.surface,
        barrier_color=p.scrim,
        shape=ft.RoundedRectangleBorder(radius=Radius.SHEET),
        elevation=0,
        # Flutter leaves room for actions of its own below, of which there are none.
        content_padding=ft.Padding(left=Space.L, top=Space.L, right=Space.L, bottom=0),
        inset_padding=ft.Padding.all(Space.M),
        on_dismiss=on_close,
    )
