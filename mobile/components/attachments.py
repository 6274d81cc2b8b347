"""Photos and papers: as they are being sent with an entry, and as they are shown afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components.buttons import icon_button
from mobile.components.layout import column, row
from mobile.components.marks import icon
from mobile.components.semantics import Handler, identified
from mobile.components.words import text
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from mobile.components.look import Look

SMALL: Final = 44
TILE: Final = 88
KILO: Final = 1024
MEGA: Final = 1 << 20


def size_words(look: Look, size_bytes: int) -> str:
    """`240 Ko`, `3,2 Mo`."""
    said = look.strings.files
    if size_bytes < MEGA:
        return said.kilobytes(n=str(max(1, round(size_bytes / KILO))))
    tenths = f"{size_bytes / MEGA:.1f}"
    return said.megabytes(n=tenths.replace(".", ",") if look.strings.language == "fr" else tenths)


def thumbnail(
    look: Look, picture: bytes | None, size: int = SMALL, *, is_photo: bool = True
) -> ft.Container:
    """The picture, or the icon that stands for it until it has come, or for a paper."""
    p = look.palette
    sign = ft.Icons.IMAGE_OUTLINED if is_photo else ft.Icons.DESCRIPTION_OUTLINED
    shown: ft.Control = ft.Icon(sign, color=p.on_accent_soft, size=size // 2)
    if picture is not None:
        shown = ft.Image(picture, width=size, height=size, fit=ft.BoxFit.COVER)
    return ft.Container(
        shown,
        width=size,
        height=size,
        bgcolor=p.accent_soft,
        border_radius=Radius.FIELD,
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def sent_row(
    look: Look,
    identifier: str,
    name: str,
    under: str,
    *,
    picture: bytes | None = None,
    is_photo: bool = True,
    share: float | None = None,
    error: str = "",
    on_remove: Handler,
    on_retry: Handler | None = None,
) -> ft.Control:
    """A file of an entry: how far it is, or why it was refused, and a cross to take it away."""
    said, p = look.strings.files, look.palette
    words: list[ft.Control] = [text(look, name, "body", lines=1)]
    if error:
        why = text(look, error, "label", p.hold)
        words.append(identified(why, f"{identifier}-error", live=True))
    else:
        words.append(text(look, under, "label", p.ink3))
    if share is not None:
        words.append(ft.ProgressBar(value=share or None, color=p.accent, bar_height=4))
    told = column(*words, gap=2)
    told.expand = True
    again = [] if on_retry is None else [_again(look, on_retry, identifier)]
    cross = icon_button(
        look,
        ft.Icons.CLOSE_ROUNDED,
        f"{said.remove} {name}",
        on_remove,
        f"{identifier}-remove",
        color=p.ink2,
    )
    line = row(_sign(look, picture, error, is_photo=is_photo), told, *again, cross, gap=Space.S)
    return identified(line, identifier)


def _sign(look: Look, picture: bytes | None, error: str, *, is_photo: bool) -> ft.Control:
    if not error:
        return thumbnail(look, picture, is_photo=is_photo)
    p = look.palette
    return ft.Container(
        icon(look, ft.Icons.ERROR_OUTLINE_ROUNDED, p.hold),
        width=SMALL,
        height=SMALL,
        bgcolor=p.hold_soft,
        border_radius=Radius.FIELD,
        alignment=ft.Alignment.CENTER,
    )


def _again(look: Look, on_retry: Handler, identifier: str) -> ft.Control:
    words = look.strings.common.retry
    sign = ft.Icons.REFRESH_ROUNDED
    return icon_button(
        look, sign, words, on_retry, f"{identifier}-retry", color=look.palette.accent
    )


def photo_tile(
    look: Look, identifier: str, name: str, picture: bytes | None, on_open: Handler
) -> ft.Control:
    """A photo that one taps to see large."""
    tile = thumbnail(look, picture, TILE)
    tile.ink, tile.on_click = True, on_open
    return identified(tile, identifier, label=name, button=True)


def paper_tile(look: Look, identifier: str, name: str, under: str, on_open: Handler) -> ft.Control:
    p = look.palette
    words = column(text(look, name, "label", p.ink, weight=500), text(look, under, "label", p.ink3))
    words.expand = True
    box = ft.Container(
        row(icon(look, ft.Icons.DESCRIPTION_OUTLINED, p.accent), words, gap=Space.S),
        bgcolor=p.fill,
        border_radius=Radius.FIELD,
        padding=ft.Padding.symmetric(horizontal=Space.S, vertical=Space.XS),
        ink=True,
        on_click=on_open,
    )
    return identified(box, identifier, button=True)
