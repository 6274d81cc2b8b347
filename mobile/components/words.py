"""Text, and the figures that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.theme import TYPE, Role, style
from shared.formats import NBSP
from shared.money import minor_units

if TYPE_CHECKING:
    from decimal import Decimal

    from mobile.components.look import Look
    from shared.wording import Language

CENTS_SIZE = 0.62
"""Cents and sign stand at this share of the figure, and lighter."""
CENTS_OPACITY = 0.72


def text(
    look: Look,
    words: str,
    role: Role = "body",
    color: str | None = None,
    *,
    weight: int | None = None,
    lines: int | None = None,
    one_line: bool = False,
    align: ft.TextAlign = ft.TextAlign.START,
    spoken: str | None = None,
    expand: bool | None = None,
) -> ft.Text:
    """Words in a role of the type scale, cut past `lines` with an ellipsis; `spoken` is read."""
    return ft.Text(
        words,
        style=style(role, color or look.palette.ink, weight=weight),
        max_lines=lines,
        overflow=ft.TextOverflow.ELLIPSIS if lines else ft.TextOverflow.CLIP,
        no_wrap=one_line,
        text_align=align,
        semantics_label=spoken,
        expand=expand,
    )


def label(look: Look, words: str, *, lines: int | None = None) -> ft.Text:
    """The small quiet words above a figure."""
    return text(look, words, "label", look.palette.ink3, lines=lines)


def figure(
    look: Look,
    amount: Decimal,
    currency: str,
    role: Role = "figure",
    color: str | None = None,
    *,
    spoken: str | None = None,
) -> ft.Text:
    """An amount that matters: units large, cents and sign a step quieter, read as one phrase."""
    color = color or look.palette.ink
    units, cents = _parts(look.amount(amount, currency), currency, look.strings.language)
    quiet = style(role, ft.Colors.with_opacity(CENTS_OPACITY, color))
    quiet.size, quiet.height = round(TYPE[role].size * CENTS_SIZE), None
    return ft.Text(
        spans=[ft.TextSpan(units, style(role, color)), ft.TextSpan(cents, quiet)],
        semantics_label=spoken or look.spoken(amount, currency),
        no_wrap=True,
    )


def _parts(shown: str, currency: str, language: Language) -> tuple[str, str]:
    """What is read first, and the rest: from the decimal mark on, else from the sign behind."""
    if minor_units(currency):
        mark = "," if language == "fr" else "."
    else:
        mark = NBSP if language == "fr" else ""
    at = shown.rfind(mark) if mark else len(shown)
    return shown[:at], shown[at:]


def amount(
    look: Look,
    value: Decimal,
    currency: str,
    color: str | None = None,
    *,
    role: Role = "amount",
    weight: int | None = None,
    spoken: str | None = None,
) -> ft.Text:
    """An amount for a right-aligned column: equal figures, never broken."""
    return text(
        look,
        look.amount(value, currency),
        role,
        color,
        weight=weight,
        one_line=True,
        align=ft.TextAlign.START if look.big else ft.TextAlign.RIGHT,
        spoken=spoken or look.spoken(value, currency),
    )
