"""The sheet to change one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, sheets
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.refusal import refusal
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk

HEIGHT = 520


def password_sheet(desk: Desk, look: Look, close: Callable[[], None]) -> ft.BottomSheet:
    return sheets.sheet(
        look,
        look.strings.me.password_change,
        [PasswordForm(desk, look, close)],
        close,
        screen_height=min(desk.screen.height, HEIGHT),
        identifier="password-sheet",
    )


@component
def PasswordForm(desk: Desk, look: Look, close: Callable[[], None]) -> ft.Control:  # noqa: N802
    current, type_current = state("")
    new, type_new = state("")
    failure, fail = state("")
    said = look.strings.me

    async def save() -> None:
        if not current or not new:
            fail(look.strings.sign_in.password_missing)
            return
        try:
            await desk.session.change_password(current, new)
        except Failure as refused:
            fail(sentence(look.strings, refused))
            return
        close()
        desk.say(said.password_changed)

    parts: list[ft.Control] = [
        fields.password_field(
            look, said.password_current, current, type_current, "current-password"
        ),
        fields.password_field(look, said.password_new, new, type_new, "new-password", new=True),
    ]
    if failure:
        parts.append(refusal(look, failure))
    parts.append(
        buttons.button(look, look.strings.common.save, lambda: desk.do(save), "save-password")
    )
    return ft.Column(
        parts, spacing=Space.M, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
