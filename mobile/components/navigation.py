"""Getting about: the bar, the rail, the top of a pushed screen, tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components.buttons import chips, icon_button
from mobile.components.layout import column, row, wrap
from mobile.components.marks import count_badge
from mobile.components.semantics import Handler, identified
from mobile.components.words import text
from mobile.palette import CLEAR
from mobile.theme import RAIL_WIDTH, TYPE, Radius, Role, Space, style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mobile.components.look import Look

TAB_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class Destination:
    """A place of the bar or the rail; `count` is what waits there."""

    identifier: str
    words: str
    icon: ft.IconData
    selected_icon: ft.IconData
    count: int = 0


def _sign(look: Look, place: Destination, *, on: bool) -> ft.Control:
    p = look.palette
    sign = ft.Icon(
        place.selected_icon if on else place.icon,
        size=24,
        color=p.on_accent_soft if on else p.ink3,
        badge=count_badge(look, place.count),
    )
    return identified(sign, place.identifier)


def nav_bar(
    look: Look,
    places: Sequence[Destination],
    selected: int,
    on_select: Callable[[int], Any],
) -> ft.NavigationBar:
    """At the foot of a phone; when text is big only the selected place keeps its word."""
    behaviour = ft.NavigationBarLabelBehavior
    return ft.NavigationBar(
        selected_index=selected,
        label_behavior=behaviour.ONLY_SHOW_SELECTED if look.big else behaviour.ALWAYS_SHOW,
        destinations=[
            ft.NavigationBarDestination(
                icon=_sign(look, place, on=False),
                selected_icon=_sign(look, place, on=True),
                label=place.words,
            )
            for place in places
        ],
        on_change=lambda e: on_select(e.control.selected_index),
    )


def nav_rail(
    look: Look,
    places: Sequence[Destination],
    selected: int,
    on_select: Callable[[int], Any],
) -> ft.NavigationRail:
    """At the side, from theme.RAIL_FROM."""
    p = look.palette
    return ft.NavigationRail(
        selected_index=selected,
        bgcolor=p.surface,
        indicator_color=p.accent_soft,
        min_width=RAIL_WIDTH,
        label_type=ft.NavigationRailLabelType.ALL,
        group_alignment=-0.95,
        selected_label_text_style=style("micro", p.ink, weight=600),
        unselected_label_text_style=style("micro", p.ink3),
        scrollable=True,
        destinations=[
            ft.NavigationRailDestination(
                icon=_sign(look, place, on=False),
                selected_icon=_sign(look, place, on=True),
                label=place.words,
                padding=ft.Padding.symmetric(vertical=Space.XXS),
            )
            for place in places
        ],
        on_change=lambda e: on_select(e.control.selected_index),
    )


def title_bar(look: Look, title: str, under: str = "", *actions: ft.Control) -> ft.Container:
    """The head of a place of the bar: its name, a line about it, actions."""
    words: list[ft.Control] = [identified(text(look, title, "screen"), "screen-title", header=True)]
    if under:
        words.append(text(look, under, "label", look.palette.ink3))
    said = column(*words)
    said.expand = True
    return ft.Container(
        row(said, *actions), padding=ft.Padding(left=16, right=16, top=16, bottom=12)
    )


def top_bar(
    look: Look,
    title: str,
    under: str,
    on_back: Handler | None,
    *actions: ft.Control,
    lines: int = 2,
    under_lines: int | None = None,
) -> ft.Container:
    """The head of a pushed screen: back, two lines, at most two actions.

    Without `on_back`, as in the right-hand pane of a tablet, the title stands at the margin.
    """
    back = (
        [icon_button(look, ft.Icons.ARROW_BACK_ROUNDED, look.strings.common.back, on_back, "back")]
        if on_back
        else []
    )
    role: Role = "heading" if on_back else "title"
    name = identified(text(look, title, role, lines=lines), "screen-title", header=True)
    words: list[ft.Control] = [name]
    if under:
        below = text(look, under, "label", look.palette.ink3, lines=under_lines or lines)
        words.append(below)
    said = column(*words)
    said.expand = True
    left = Space.XXS if on_back else Space.L
    return ft.Container(
        row(*back, said, *actions, gap=Space.XXS),
        padding=ft.Padding(left=left, right=Space.XS, top=Space.XS, bottom=Space.XS),
    )


@dataclass(frozen=True, slots=True)
class Tab:
    """`count` is what there is; `fresh` of it is new, `fresh_words` say so."""

    identifier: str
    words: str
    count: int | None = None
    fresh: int = 0
    fresh_words: str = ""


def tabs(
    look: Look,
    shown: Sequence[Tab],
    selected: str,
    on_select: Callable[[Any], Any],
    *,
    gutter: int = Space.M,
) -> ft.Container:
    """Parts of a screen on one scrolling line; the selected one is underlined.

    It is in sight, whatever address it was opened by: the line stands at its end for one of the
    second half. In big letters there are several lines.
    """
    drawn = [_tab(look, tab, on_select, on=tab.identifier == selected) for tab in shown]
    place = next((at for at, tab in enumerate(shown) if tab.identifier == selected), 0)
    line: ft.Control
    if look.big:
        line = wrap(*drawn)
    else:
        line = chips(*drawn, gutter=gutter, at_end=2 * place >= len(shown))
    return ft.Container(
        line,
        border=ft.Border.only(bottom=ft.BorderSide(1, look.palette.line)),
    )


def _tab(look: Look, tab: Tab, on_select: Callable[[Any], Any], *, on: bool) -> ft.Semantics:
    p = look.palette
    color, weight = (p.ink, 600) if on else (p.ink3, 500)
    parts: list[ft.Control] = [
        text(look, tab.words, "heading", color, weight=weight, one_line=True)
    ]
    if tab.fresh:
        parts.append(_fresh(look, tab))
    elif tab.count is not None:
        parts.append(text(look, str(tab.count), "sum", p.ink3))
    box = ft.Container(
        row(*parts, gap=6, tight=True),
        ink=True,
        on_click=lambda: on_select(tab.identifier),
        border=ft.Border.only(bottom=ft.BorderSide(2, p.accent if on else CLEAR)),
        padding=ft.Padding.symmetric(
            horizontal=Space.XXS, vertical=(TAB_HEIGHT - TYPE["heading"].line) / 2
        ),
    )
    return identified(box, f"tab-{tab.identifier}", button=True, selected=on)


def _fresh(look: Look, tab: Tab) -> ft.Control:
    p = look.palette
    return ft.Container(
        text(look, str(tab.fresh), "micro", p.on_accent, weight=600, spoken=tab.fresh_words),
        bgcolor=p.accent,
        border_radius=Radius.PILL,
        padding=ft.Padding.symmetric(horizontal=7, vertical=2),
    )
