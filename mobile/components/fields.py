"""What is typed in. Values are the screen's: a field shows what it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import flet as ft

from mobile.components.buttons import icon_button
from mobile.components.layout import column, row
from mobile.components.marks import icon
from mobile.components.semantics import Handler, identified, merged
from mobile.components.words import text
from mobile.palette import CLEAR
from mobile.theme import TARGET, Radius, Space, style

if TYPE_CHECKING:
    from mobile.components.look import Look

Typed: TypeAlias = Callable[[str], Any]
"""What to do with the text as it now stands."""


def _outline(color: str, width: float) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(
        side=ft.BorderSide(width, color), border_radius=ft.BorderRadius.all(Radius.FIELD)
    )


def _typed(
    look: Look, value: str, on_change: Typed, *, failed: bool, **options: Any
) -> ft.TextField:
    p = look.palette
    idle = _outline(p.hold, 2) if failed else _outline(p.line, 1)
    focused = _outline(p.hold if failed else p.accent, 2)
    options.setdefault("content_padding", ft.Padding.symmetric(horizontal=Space.M, vertical=15))
    return ft.TextField(
        value=value,
        filled=True,
        fill_color=p.surface,
        expand=True,
        cursor_color=p.accent,
        text_style=style("body", p.ink),
        hint_style=style("body", p.ink3),
        border={ft.ControlState.DEFAULT: idle, ft.ControlState.FOCUSED: focused},
        on_change=lambda e: on_change(e.control.value),
        **options,
    )


def _labelled(
    look: Look, name: str, box: ft.Control, identifier: str, error: str | None
) -> ft.Column:
    """The label above, never floating: it cannot be cut at 200 %. The error below, read at once."""
    title = text(look, name, "strong", look.palette.ink2)
    shown: list[ft.Control] = [ft.Semantics(content=title, exclude_semantics=True), box]
    if error:
        shown.append(_error(look, error, identifier))
    return column(*shown, gap=6)


def _error(look: Look, error: str, identifier: str) -> ft.Control:
    sign = icon(look, ft.Icons.ERROR_OUTLINE_ROUNDED, look.palette.hold, 16)
    words = text(look, error, "label", look.palette.hold, expand=True)
    return identified(row(sign, words, gap=6, top=True), f"{identifier}-error", live=True)


def group(
    look: Look, name: str, *controls: ft.Control, identifier: str, error: str | None = None
) -> ft.Column:
    """Choices that answer one question, which stands above them; what is wrong, under them."""
    title = identified(text(look, name, "strong", look.palette.ink2), identifier, header=True)
    return answered(look, column(title, *controls, gap=Space.XS), identifier, error)


def answered(look: Look, content: ft.Control, identifier: str, error: str | None) -> ft.Column:
    """The content, and what is wrong with it under it."""
    return column(content, *([_error(look, error, identifier)] if error else []), gap=6)


def field(
    look: Look,
    name: str,
    value: str,
    on_change: Typed,
    identifier: str,
    *,
    error: str | None = None,
    hint: str | None = None,
    on_submit: Handler | None = None,
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    autofill: ft.AutofillHint | None = None,
    lines: int = 1,
    autofocus: bool = False,
    enabled: bool = True,
) -> ft.Column:
    """One labelled line of text, or several; `error` is the sentence under it."""
    typed = _typed(
        look,
        value,
        on_change,
        failed=error is not None,
        hint_text=hint,
        on_submit=on_submit,
        keyboard_type=keyboard,
        autofill_hints=autofill,
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        autofocus=autofocus,
        disabled=not enabled,
        # An address or a code is not prose: nothing may correct or capitalise it.
        autocorrect=keyboard == ft.KeyboardType.TEXT and lines > 1,
        enable_suggestions=lines > 1,
    )
    box = ft.Row([merged(typed, identifier, label=name)], spacing=0)
    return _labelled(look, name, box, identifier, error)


@ft.component
def password_field(
    look: Look,
    name: str,
    value: str,
    on_change: Typed,
    identifier: str,
    *,
    error: str | None = None,
    on_submit: Handler | None = None,
    new: bool = False,
) -> ft.Control:
    """A password, hidden until its eye is tapped; `new` tells the keychain to propose one."""
    shown, show = ft.use_state(False)
    words = look.strings.sign_in
    typed = _typed(
        look,
        value,
        on_change,
        failed=error is not None,
        password=not shown,
        on_submit=on_submit,
        autofill_hints=ft.AutofillHint.NEW_PASSWORD if new else ft.AutofillHint.PASSWORD,
        autocorrect=False,
        enable_suggestions=False,
        content_padding=ft.Padding(left=Space.M, right=TARGET + Space.M, top=15, bottom=15),
    )
    eye = icon_button(
        look,
        ft.Icons.VISIBILITY_OFF_OUTLINED if shown else ft.Icons.VISIBILITY_OUTLINED,
        words.hide_password if shown else words.show_password,
        lambda: show(not shown),
        f"{identifier}-reveal",
        color=look.palette.ink2,
    )
    # Over the field rather than in it: a suffix would make it taller and share its name.
    box = ft.Stack(
        [
            ft.Row([merged(typed, identifier, label=name)], spacing=0),
            ft.Container(eye, right=Space.XXS, top=0, bottom=0, alignment=ft.Alignment.CENTER),
        ]
    )
    return _labelled(look, name, box, identifier, error)


def search_field(
    look: Look,
    value: str,
    on_change: Typed,
    on_clear: Handler,
    identifier: str = "search",
    *,
    fill: str | None = None,
    words: str | None = None,
) -> ft.Container:
    """One rounded line: magnifier, what is sought, a cross once there is something to clear.

    `words` say what can be sought, where that is not the clients.
    """
    p = look.palette
    hint = words or look.strings.clients.search
    none = ft.OutlineInputBorder(side=ft.BorderSide(0, CLEAR))
    typed: ft.TextField = ft.TextField(
        value=value,
        hint_text=hint,
        hint_style=style("body", p.ink3),
        hint_max_lines=1,
        text_style=style("body", p.ink),
        border=none,
        dense=True,
        content_padding=ft.Padding.symmetric(vertical=13),
        cursor_color=p.accent,
        autocorrect=False,
        enable_suggestions=False,
        expand=True,
        on_change=lambda e: on_change(e.control.value),
    )
    parts: list[ft.Control] = [
        icon(look, ft.Icons.SEARCH_ROUNDED, p.ink3, 22),
        # The hint names it while it is empty.
        merged(typed, identifier, label=hint if value else None),
    ]
    if value:
        cross = ft.Icons.CLOSE_ROUNDED
        named = (look.strings.clients.clear_search, on_clear, f"{identifier}-clear")
        parts.append(icon_button(look, cross, *named, color=p.ink2))
    return ft.Container(
        row(*parts, gap=Space.S),
        bgcolor=fill or p.surface,
        border_radius=Radius.BUTTON,
        padding=ft.Padding.only(left=Space.M, right=2 if value else Space.M),
    )
