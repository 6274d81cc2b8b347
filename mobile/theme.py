"""The look, in steps: every size, space, face and duration a screen may use, and Material's theme.

Colours are in palette.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import flet as ft

from mobile.palette import SEED, Palette


class Space:
    """Distances in logical pixels: a grid of 8, and 4 inside a component."""

    XXS: Final = 4
    XS: Final = 8
    S: Final = 12
    M: Final = 16
    L: Final = 24
    XL: Final = 32


class Radius:
    """Corners in logical pixels."""

    CARD: Final = 20
    SHEET: Final = 28
    BUTTON: Final = 16
    FIELD: Final = 14
    TAG: Final = 8
    BAR: Final = 5
    SWATCH: Final = 3
    PILL: Final = 999


class Motion:
    """Durations in milliseconds. Things ease out and nothing bounces."""

    TAP: Final = 120
    STATE: Final = 200
    SCREEN: Final = 280


TARGET: Final = 44
"""The least a thumb may be asked to hit, in logical pixels."""
BUTTON_HEIGHT: Final = 52
ROW_HEIGHT: Final = 64
NAV_HEIGHT: Final = 72
RAIL_WIDTH: Final = 88
LIST_WIDTH: Final = 384
THREAD_WIDTH: Final = 360
RAIL_FROM: Final = 600
"""Width from which the bar becomes a rail; then two panes, then three."""
TWO_PANES_FROM: Final = 840
THREE_PANES_FROM: Final = 1200
BIG_TEXT_FROM: Final = 1.3
"""Text scale above which what stood side by side stands one below the other."""


def gutter(width: float) -> int:
    """Left and right margin of a screen so wide."""
    return Space.M if width < RAIL_FROM else Space.L


PROSE: Final = "Inter"
FIGURES: Final = "InterNum"
DISPLAY: Final = "InterDisplay"
FONTS: Final[dict[str, str]] = {
    family: f"fonts/{family}.ttf" for family in (PROSE, FIGURES, DISPLAY)
}

Role = Literal[
    "hero",
    "figure",
    "screen",
    "title",
    "heading",
    "body",
    "label",
    "strong",
    "micro",
    "amount",
    "sum",
]


@dataclass(frozen=True, slots=True)
class Face:
    """How a role of text is set; size, line and tracking in logical pixels."""

    size: int
    line: int
    weight: int
    tracking: float  # always set: Material's own loosens everything
    family: str = PROSE


TYPE: Final[dict[Role, Face]] = {
    "hero": Face(34, 40, 600, -0.3, DISPLAY),  # one per screen
    "figure": Face(26, 32, 600, -0.1, DISPLAY),  # the numbers that matter
    "screen": Face(28, 36, 600, -0.5, DISPLAY),
    "title": Face(20, 28, 600, -0.3, DISPLAY),
    "heading": Face(16, 24, 600, -0.2),
    "body": Face(15, 22, 400, -0.1),
    "label": Face(13, 18, 400, 0),
    "strong": Face(13, 18, 600, 0),
    "micro": Face(11, 16, 500, 0.1),  # under icons and bars only
    "amount": Face(16, 24, 600, -0.2, FIGURES),  # columns: figures of equal width
    "sum": Face(13, 18, 400, 0, FIGURES),
}


def style(role: Role, color: str, *, weight: int | None = None) -> ft.TextStyle:
    face = TYPE[role]
    return ft.TextStyle(
        size=face.size,
        height=face.line / face.size,
        weight=ft.FontWeight(f"w{weight or face.weight}"),
        letter_spacing=face.tracking,
        font_family=face.family,
        font_family_fallback=[PROSE],
        color=color,
    )


def theme(palette: Palette) -> ft.Theme:
    """Material 3 from the seed, with the palette's calm surfaces upon it: given roles win."""
    return ft.Theme(
        color_scheme_seed=SEED,
        color_scheme=_scheme(palette),
        font_family=PROSE,
        scaffold_bgcolor=palette.canvas,
        splash_color=ft.Colors.with_opacity(0.06, palette.accent),
        navigation_bar_theme=ft.NavigationBarTheme(
            bgcolor=palette.surface,
            indicator_color=palette.accent_soft,
            elevation=0,
            height=NAV_HEIGHT,
            label_text_style={
                ft.ControlState.SELECTED: style("micro", palette.ink, weight=600),
                ft.ControlState.DEFAULT: style("micro", palette.ink3),
            },
        ),
    )


def _scheme(palette: Palette) -> ft.ColorScheme:
    return ft.ColorScheme(
        primary=palette.accent,
        on_primary=palette.on_accent,
        primary_container=palette.accent_soft,
        on_primary_container=palette.on_accent_soft,
        secondary_container=palette.accent_soft,
        on_secondary_container=palette.on_accent_soft,
        surface=palette.canvas,
        on_surface=palette.ink,
        on_surface_variant=palette.ink2,
        surface_container_low=palette.surface,
        surface_container=palette.surface,
        surface_container_high=palette.fill,
        surface_tint=palette.surface,  # else Material tints raised bars with the accent
        outline=palette.ink3,
        outline_variant=palette.line,
        error=palette.hold,
        error_container=palette.hold_soft,
        scrim=palette.scrim,
    )
