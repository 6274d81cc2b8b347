"""When there is nothing to show yet, nothing at all, or something went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.buttons import button
from mobile.components.layout import card, column, hairline, row
from mobile.components.marks import disc, icon
from mobile.components.semantics import Handler, identified
from mobile.components.words import text
from mobile.palette import Tone, pair
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from mobile.components.look import Look

TAPPED = 13
"""Above and below one line of a strip that is tapped: 44 pixels with it."""
STATE_WIDTH = 320
"""Sentences of a state are read in short lines, even on a desktop."""


def status_strip(
    look: Look,
    words: str,
    icon_name: ft.IconData,
    *,
    tone: Tone = "watch",
    right: str = "",
    identifier: str = "status",
    on_tap: Handler | None = None,
) -> ft.Semantics:
    """The truth about the data, over the whole width; absent when all is well.

    With `on_tap` it leads to more about it, and says so.
    """
    ink, soft = pair(look.palette, tone)
    parts: list[ft.Control] = [
        icon(look, icon_name, ink, 18),
        text(look, words, "strong", ink, expand=True),
    ]
    if right:
        parts.append(text(look, right, "strong", ink))
    if on_tap is not None:
        parts.append(icon(look, ft.Icons.CHEVRON_RIGHT_ROUNDED, ink, 18))
    strip = ft.Container(
        row(*parts),
        bgcolor=soft,
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=10 if on_tap is None else TAPPED),
        ink=on_tap is not None,
        on_click=on_tap,
    )
    return identified(strip, identifier, live=True)


def _centred(
    look: Look, mark: ft.Control, title: str, sentences: list[str], action: ft.Control | None
) -> ft.Container:
    centre = ft.TextAlign.CENTER
    parts: list[ft.Control] = [mark, text(look, title, "heading", align=centre)]
    parts += [text(look, s, "body", look.palette.ink2, align=centre) for s in sentences if s]
    if action is not None:
        parts.append(ft.Container(action, padding=ft.Padding.only(top=Space.XS)))
    inside = column(*parts, gap=Space.XS)
    inside.horizontal_alignment = ft.CrossAxisAlignment.CENTER
    inside.width = None if look.big else STATE_WIDTH
    around = ft.Padding.symmetric(vertical=Space.XL, horizontal=Space.L)
    return ft.Container(inside, alignment=ft.Alignment.CENTER, padding=around)


def empty_state(
    look: Look,
    icon_name: ft.IconData,
    what: str,
    way: str,
    *,
    action: ft.Control | None = None,
    identifier: str = "empty",
) -> ft.Semantics:
    """What would be here, and how to get it."""
    mark = disc(look, icon_name, "plain", 56)
    return identified(_centred(look, mark, what, [way], action), identifier, live=True)


def error_state(
    look: Look,
    happened: str,
    on_retry: Handler,
    *,
    kept: str = "",
    reference: str = "",
    icon_name: ft.IconData = ft.Icons.CLOUD_OFF_ROUNDED,
    identifier: str = "error",
) -> ft.Semantics:
    """What happened, what was kept, and *Réessayer*."""
    words = look.strings
    named = words.failure.reference(id=reference) if reference else ""
    retry = button(look, words.common.retry, on_retry, f"{identifier}-retry", kind="soft")
    mark = disc(look, icon_name, "watch", 56)
    return identified(_centred(look, mark, happened, [kept, named], retry), identifier, live=True)


def skeleton(
    look: Look, width: float | None = None, height: float = 14, *, expand: bool | None = None
) -> ft.Container:
    """Where something will be: a still grey bar."""
    return ft.Container(
        width=width,
        height=height,
        bgcolor=look.palette.fill,
        border_radius=Radius.TAG if height > Space.S else Radius.BAR,
        expand=expand,
    )


def _skeleton_row(look: Look, width: int) -> ft.Container:
    left = column(skeleton(look, width, 16), skeleton(look, width * 0.6), gap=Space.XS, expand=None)
    right = column(skeleton(look, 84, 16), skeleton(look, 60), gap=Space.XS)
    right.horizontal_alignment = ft.CrossAxisAlignment.END
    left.expand, left.tight = True, True
    mark = ft.Container(width=40, height=40, border_radius=Radius.PILL, bgcolor=look.palette.fill)
    return ft.Container(
        row(mark, left, right, gap=Space.S, top=True),
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
    )


WIDTHS = (148, 120, 164, 132, 156, 112)
"""Uneven, as names are."""


def skeleton_rows(
    look: Look, count: int, words: str | None = None, identifier: str = "loading"
) -> ft.Semantics:
    """So many rows to come; `words` are read instead of them."""
    parts: list[ft.Control] = []
    for place in range(count):
        parts += [hairline(look, 68)] if place else []
        parts.append(_skeleton_row(look, WIDTHS[place % len(WIDTHS)]))
    return identified(
        column(*parts), identifier, label=words or look.strings.common.loading, live=True
    )


def skeleton_card(look: Look, lines: int = 3, identifier: str = "loading") -> ft.Semantics:
    """A card to come: a label, a figure, and some lines."""
    parts: list[ft.Control] = [skeleton(look, 72, 12), skeleton(look, 168, 28)]
    parts += [skeleton(look, height=14) for _ in range(lines)]
    return identified(
        card(look, *parts, spread=False), identifier, label=look.strings.common.loading
    )
