"""Boxes: cards, lines, columns, and what stands side by side until text is big."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.semantics import identified
from mobile.components.words import text
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look

END = ft.CrossAxisAlignment.END
START = ft.CrossAxisAlignment.START


def column(*controls: ft.Control, gap: int = 0, expand: bool | None = None) -> ft.Column:
    """As tall as its content, unless it expands: a loose column takes all the height offered."""
    return ft.Column(list(controls), spacing=gap, tight=not expand, expand=expand)


def row(
    *controls: ft.Control,
    gap: int = Space.XS,
    top: bool = False,
    tight: bool = False,
    expand: bool | None = None,
) -> ft.Row:
    """Side by side, centred, or aligned at the `top`."""
    return ft.Row(
        list(controls),
        spacing=gap,
        tight=tight,
        expand=expand,
        vertical_alignment=START if top else ft.CrossAxisAlignment.CENTER,
    )


def wrap(*controls: ft.Control, gap: int = Space.XS, line_gap: int = 0) -> ft.Row:
    return ft.Row(list(controls), wrap=True, spacing=gap, run_spacing=line_gap)


def padded(
    content: ft.Control, *, x: float = 0, y: float = 0, top: float | None = None
) -> ft.Container:
    over = y if top is None else top
    return ft.Container(content, padding=ft.Padding(left=x, top=over, right=x, bottom=y))


def card(
    look: Look,
    *controls: ft.Control,
    gap: int = Space.S,
    pad: int = Space.M,
    color: str | None = None,
    spread: bool = False,
) -> ft.Container:
    """A surface of its own. `pad=0` for rows that reach its edges; `spread` for the full width."""
    inside = column(*controls, gap=gap)
    if spread:
        inside.horizontal_alignment = ft.CrossAxisAlignment.STRETCH
    return ft.Container(
        inside,
        bgcolor=color or look.palette.surface,
        border_radius=Radius.CARD,
        padding=pad,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def hairline(look: Look, indent: int = 0) -> ft.Container:
    """One pixel, from the text column to the edge."""
    return ft.Container(height=1, bgcolor=look.palette.line, margin=ft.Margin.only(left=indent))


def between(look: Look, left: ft.Control, right: ft.Control) -> ft.Control:
    """A label that may wrap, a figure that may not; one under the other when text is big."""
    if look.big:
        return column(left, right)
    left.expand = True
    return ft.Row([left, right], spacing=Space.S)


def pair(look: Look, left: ft.Control, right: ft.Control) -> ft.Control:
    """Two blocks, the second against the right edge; one under the other when text is big."""
    if look.big:
        return column(left, right, gap=Space.XS)
    left.expand = True
    if isinstance(right, ft.Column):
        right.horizontal_alignment = END
    return ft.Row([left, right], spacing=Space.S, vertical_alignment=START)


def section(
    look: Look, title: str, identifier: str, right: ft.Control | None = None
) -> ft.Container:
    """The title over a group of cards, with a figure or a remark at its right."""
    words = identified(text(look, title, "heading"), identifier, header=True)
    inside = words if right is None else between(look, words, right)
    return ft.Container(inside, padding=ft.Padding(left=4, right=4, top=8))


def fact(look: Look, name: str, value: str | ft.Control, identifier: str) -> ft.Semantics:
    """What something is called, and what it is. Long words wrap within their share of the line."""
    title = text(look, name, "label", look.palette.ink3)
    if isinstance(value, ft.Control):
        line = between(look, title, value)
    elif look.big:
        line = column(title, text(look, value))
    else:
        said = text(look, value, align=ft.TextAlign.RIGHT)
        title.expand, said.expand = 2, 3
        line = row(title, said, gap=Space.S, top=True)
    return identified(padded(line, y=Space.XS), identifier)


def facts(look: Look, items: Sequence[tuple[str, str, str | ft.Control]]) -> ft.Column:
    """Rows of (identifier, name, value) with hairlines between them."""
    rows: list[ft.Control] = []
    for identifier, name, value in items:
        rows += [hairline(look)] if rows else []
        rows.append(fact(look, name, value, identifier))
    return column(*rows)


def stated(
    look: Look,
    name: str,
    value: ft.Control,
    identifier: str,
    *under: ft.Control,
    end: bool = False,
) -> ft.Semantics:
    """A quiet label over a figure and what qualifies it; `end` for the second of a pair."""
    block = column(text(look, name, "label", look.palette.ink3), value, *under)
    if end and not look.big:
        block.horizontal_alignment = END
    return identified(block, identifier)
