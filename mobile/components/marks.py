"""Small signs: discs, tags, avatars, the logo. A colour never speaks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.words import text
from mobile.palette import CLEAR, Tone, pair
from mobile.theme import Motion, Radius, Space, style

if TYPE_CHECKING:
    from mobile.components.look import Look

INITIALS = 2
BADGE_TWO_DIGITS = 99
BADGE_SMALL = 8


def icon(look: Look, name: ft.IconData, color: str | None = None, size: int = 20) -> ft.Icon:
    return ft.Icon(name, color=color or look.palette.ink2, size=size)


def disc(
    look: Look, name: ft.IconData, tone: Tone, size: int = 40, *, solid: bool = False
) -> ft.Container:
    """An icon in a round of its tone: soft, or `solid` where it stands on the soft colour."""
    strong, soft = pair(look.palette, tone)
    return ft.Container(
        ft.Icon(name, color=soft if solid else strong, size=size // 2),
        width=size,
        height=size,
        bgcolor=strong if solid else soft,
        border_radius=Radius.PILL,
        alignment=ft.Alignment.CENTER,
    )


def tag(
    look: Look, word: str, tone: Tone = "plain", name: ft.IconData | None = None
) -> ft.Container:
    """One word on a soft colour, with the icon that means the same."""
    strong, soft = pair(look.palette, tone)
    word_part = text(look, word, "micro", strong, weight=600)
    return ft.Container(
        word_part
        if name is None
        else ft.Row([ft.Icon(name, size=14, color=strong), word_part], spacing=4, tight=True),
        bgcolor=soft,
        border_radius=Radius.TAG,
        padding=ft.Padding.symmetric(horizontal=Space.XS, vertical=3),
    )


def initials(name: str) -> str:
    """`Inès Valmont` → `IV`; one word gives one letter."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]])[:INITIALS].upper()


def avatar(look: Look, name: str, size: int = 40) -> ft.Container:
    letters = text(look, initials(name), "micro", look.palette.on_accent_soft, weight=600)
    letters.semantics_label = name
    return ft.Container(
        letters,
        width=size,
        height=size,
        bgcolor=look.palette.accent_soft,
        border_radius=Radius.PILL,
        alignment=ft.Alignment.CENTER,
    )


def tick(look: Look, *, on: bool) -> ft.Container:
    """The box of a choice that stands by itself."""
    p = look.palette
    return ft.Container(
        ft.Icon(ft.Icons.CHECK_ROUNDED, size=16, color=p.on_accent) if on else None,
        width=22,
        height=22,
        border_radius=Radius.TAG,
        bgcolor=p.accent if on else CLEAR,
        border=ft.Border.all(2, p.accent if on else p.ink3),
        alignment=ft.Alignment.CENTER,
        animate=Motion.TAP,
    )


def count_badge(look: Look, count: int) -> ft.Badge | None:
    """How many wait, on the corner of an icon; nothing for none."""
    if not count:
        return None
    face = style("micro", look.palette.surface, weight=600)
    if count > BADGE_TWO_DIGITS:
        # A badge is no wider than its icon, and cuts what is.
        face.size, face.letter_spacing = BADGE_SMALL, -0.6
    return ft.Badge(
        label=ft.Text(
            str(count) if count <= BADGE_TWO_DIGITS else f"{BADGE_TWO_DIGITS}+",
            style=face,
            no_wrap=True,
        ),
        bgcolor=look.palette.hold,
    )


BARS = ((0.20, 0.55), (0.34, 0.78), (0.50, 1.0))
"""The logo's three bars: height as a share of the side, opacity."""


def logo(look: Look, side: int = 56) -> ft.Row:
    """Our mark, square whatever width its parent would give it."""
    bars: list[ft.Control] = [
        ft.Container(
            width=side * 0.11,
            height=side * height,
            bgcolor=look.palette.on_accent,
            border_radius=Radius.SWATCH,
            opacity=opacity,
        )
        for height, opacity in BARS
    ]
    square = ft.Container(
        ft.Row(
            bars,
            spacing=side * 0.07,
            vertical_alignment=ft.CrossAxisAlignment.END,
            alignment=ft.MainAxisAlignment.CENTER,
            height=side * 0.5,
        ),
        width=side,
        height=side,
        bgcolor=look.palette.accent,
        border_radius=side * 0.3,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Row([square], tight=True)
