"""What a thumb hits: buttons, icon buttons, chips, rows, the action bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components.marks import disc
from mobile.components.semantics import Handler, identified, merged
from mobile.components.words import text
from mobile.palette import CLEAR, pair
from mobile.theme import BUTTON_HEIGHT, TARGET, TYPE, Motion, Radius, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mobile.components.look import Look

Kind = Literal["primary", "soft", "quiet", "danger", "text"]


def _colors(look: Look, kind: Kind) -> tuple[str, str]:
    p = look.palette
    match kind:
        case "primary":
            return p.on_accent, p.accent
        case "soft":
            return p.on_accent_soft, p.accent_soft
        case "quiet":
            return p.ink, p.fill
        case "danger":
            return p.hold, p.hold_soft
        case "text":
            return p.accent, CLEAR


def button(
    look: Look,
    words: str,
    on_click: Handler,
    identifier: str,
    *,
    kind: Kind = "primary",
    icon: ft.IconData | None = None,
    enabled: bool = True,
    busy: bool = False,
    expand: bool | None = None,
    height: int = BUTTON_HEIGHT,
    action: ft.ClientAction | None = None,
    url: str | None = None,
) -> ft.Semantics:
    """A word to do. `busy` shows that it is being done and takes no second tap.

    `primary` is for *the* action of a screen. The height is padding: the words may grow to 200 %.
    """
    ink, fill = _colors(look, kind)
    parts: list[ft.Control] = [text(look, words, "heading", ink, align=ft.TextAlign.CENTER)]
    if busy:
        parts.insert(0, ft.ProgressRing(width=18, height=18, stroke_width=2, color=ink))
    elif icon is not None:
        parts.insert(0, ft.Icon(icon, size=20, color=ink))
    live = enabled and not busy
    box = ft.Container(
        _centred(parts),
        bgcolor=fill,
        border_radius=Radius.BUTTON,
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.symmetric(
            horizontal=Space.S, vertical=(max(height, TARGET) - TYPE["heading"].line) / 2
        ),
        ink=True,
        on_click=on_click if live else None,
        action=action if live else None,
        url=url if live else None,
        opacity=1 if enabled else 0.45,
        expand=expand,
    )
    return identified(box, identifier, button=True)


def _centred(parts: list[ft.Control]) -> ft.Control:
    if len(parts) == 1:
        return parts[0]
    return ft.Row(
        parts, spacing=Space.XS, tight=True, wrap=True, alignment=ft.MainAxisAlignment.CENTER
    )


def icon_button(
    look: Look,
    icon: ft.IconData,
    words: str,
    on_click: Handler,
    identifier: str,
    *,
    color: str | None = None,
    fill: str | None = None,
) -> ft.MergeSemantics:
    """An icon to tap; `words` are its tooltip and what is read aloud."""
    return merged(
        ft.IconButton(
            icon,
            icon_color=color or look.palette.ink,
            icon_size=22,
            tooltip=words,
            width=TARGET,
            height=TARGET,
            bgcolor=fill,
            padding=0,
            on_click=on_click,
        ),
        identifier,
    )


def tappable(
    content: ft.Control,
    on_click: Handler,
    identifier: str,
    *,
    x: float = Space.M,
    y: float = Space.S,
    color: str | None = None,
    radius: float | None = None,
    selected: bool | None = None,
    expand: bool | None = None,
) -> ft.Semantics:
    """A row or a tile that is one button: read as one sentence, the words of its content."""
    box = ft.Container(
        content,
        padding=ft.Padding.symmetric(horizontal=x, vertical=y),
        bgcolor=color,
        border_radius=radius,
        ink=True,
        on_click=on_click,
        expand=expand,
    )
    return identified(box, identifier, selected=selected)


@dataclass(frozen=True, slots=True)
class Action:
    """Something one can do from a screen; `url` opens outside (tel:, mailto:)."""

    identifier: str
    words: str
    icon: ft.IconData
    on_click: Handler | None = None
    url: str | None = None
    primary: bool = False


def action_bar(look: Look, actions: Sequence[Action]) -> ft.Container:
    """Discs at the foot of a screen, the main one last, at the thumb's side.

    When text is big they scroll, the main one first so that it is in sight.
    """
    shown = [_action(look, action) for action in actions]
    return ft.Container(
        ft.Row(
            [*reversed(shown)] if look.big else [*shown],
            spacing=Space.S if look.big else 0,
            scroll=ft.ScrollMode.HIDDEN if look.big else None,
        ),
        bgcolor=look.palette.surface,
        padding=ft.Padding.symmetric(horizontal=Space.XS, vertical=Space.S),
        border=ft.Border.only(top=ft.BorderSide(1, look.palette.line)),
    )


def _action(look: Look, action: Action) -> ft.Semantics:
    p = look.palette
    round_ = disc(look, action.icon, "accent", 48)
    if action.primary:
        round_.bgcolor = p.accent
        round_.content = ft.Icon(action.icon, color=p.on_accent, size=24)
    under = text(look, action.words, "micro", p.ink2, one_line=True)
    return identified(
        ft.Container(
            ft.Column(
                [round_, under],
                spacing=4,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            ink=True,
            border_radius=Radius.TAG,
            on_click=action.on_click or _nothing_more,
            url=action.url,
            expand=None if look.big else True,
        ),
        action.identifier,
    )


def _nothing_more() -> None:
    """A link is opened by the client; the tap needs no answer here."""


def chip(
    look: Look,
    words: str,
    on_click: Handler,
    identifier: str,
    *,
    on: bool = False,
    count: int | None = None,
    icon: ft.IconData | None = None,
    fill: str | None = None,
    wraps: bool = False,
) -> ft.Semantics:
    """A choice that is on or off, 36 tall to see and 44 to hit; `wraps` words of any length."""
    p = look.palette
    ink, soft = pair(p, "accent") if on else (p.ink2, fill or p.fill)
    parts: list[ft.Control] = [ft.Icon(icon, size=16, color=ink)] if icon else []
    parts.append(text(look, words, "label", ink, weight=600 if on else 500, one_line=not wraps))
    if count is not None:
        parts.append(text(look, str(count), "sum", ink if on else p.ink3, weight=500))
    seen = ft.Container(
        parts[0] if len(parts) == 1 else ft.Row(parts, spacing=6, tight=True),
        bgcolor=soft,
        border_radius=Radius.PILL,
        # The border is there when off too, unseen: nothing jumps.
        border=ft.Border.all(1.5, p.accent if on else CLEAR),
        padding=ft.Padding.symmetric(horizontal=Space.S, vertical=7.5),
        animate=Motion.STATE,
    )
    hit = ft.Container(seen, padding=ft.Padding.symmetric(vertical=4), on_click=on_click)
    return identified(hit, identifier, button=True, selected=on)


def chips(*shown: ft.Control, gutter: int = Space.M, at_end: bool = False) -> ft.ShaderMask:
    """One scrolling line that fades at its right edge, so that a cut chip reads as "more".

    `at_end`: its last ones are in sight, and it fades at its left edge.
    """
    line = [ft.Container(width=gutter - Space.XS), *shown, ft.Container(width=gutter)]
    hidden, ink = ft.ScrollMode.HIDDEN, "#FF000000"
    return ft.ShaderMask(
        content=ft.Row(line, spacing=Space.XS, scroll=hidden, auto_scroll=at_end),
        blend_mode=ft.BlendMode.DST_IN,
        shader=ft.LinearGradient(
            begin=ft.Alignment.CENTER_LEFT,
            end=ft.Alignment.CENTER_RIGHT,
            stops=[0, 0.16, 1] if at_end else [0, 0.84, 1],
            colors=[CLEAR, ink, ink] if at_end else [ink, ink, CLEAR],
        ),
    )
