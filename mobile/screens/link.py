"""A one-time link: an invited person, or one who forgot, chooses a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, words
from mobile.screens.failures import sentence
from mobile.screens.guard import screen
from mobile.screens.refusal import refusal
from mobile.screens.sign_in import framed
from mobile.store.place import SignIn
from mobile.theme import Space

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.desk import Desk


@screen
def LinkScreen(desk: Desk, look: Look, token: str) -> ft.View:  # noqa: N802
    password, type_ = ft.use_state("")
    failure, fail = ft.use_state("")
    busy, work = ft.use_state(False)
    said = look.strings.sign_in

    async def submit() -> None:
        if not password:
            fail(said.password_missing)
            return
        work(True)
        try:
            await desk.session.open_link(token, password)
        except Failure as refused:
            fail(sentence(look.strings, refused))
            return
        finally:
            work(False)
        desk.screen.go(SignIn())

    def send() -> None:
        desk.do(submit)

    parts: list[ft.Control] = [
        words.text(look, said.choose_title, "title"),
        words.text(look, said.choose_welcome, "body", look.palette.ink2),
        fields.password_field(
            look, said.password, password, type_, "new-password", on_submit=send, new=True
        ),
    ]
    if failure:
        parts.append(refusal(look, failure))
    parts.append(buttons.button(look, said.choose_submit, send, "choose-password", busy=busy))
    column = ft.Column(
        parts, spacing=Space.M, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    return framed(desk, look, "/lien", [column])
