"""Why the server said no, over the button that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import layout, marks, words
from mobile.components.semantics import identified
from mobile.theme import Space

if TYPE_CHECKING:
    from mobile.components.look import Look


def refusal(look: Look, failure: str) -> ft.Control:
    """Why the server said no, over the button that asked."""
    return layout.card(
        look,
        layout.row(
            marks.icon(look, ft.Icons.ERROR_OUTLINE_ROUNDED, look.palette.hold),
            identified(
                words.text(look, failure, "body", look.palette.hold, expand=True),
                "refusal",
                live=True,
            ),
            top=True,
        ),
        color=look.palette.hold_soft,
        pad=Space.S,
    )
