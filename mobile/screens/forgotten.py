"""A forgotten password: a one-time link by mail, where the server sends any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, words
from mobile.components.semantics import identified
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk

EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
"""Enough to catch a slip; what an address is, the server knows."""


@component
def Forgotten(desk: Desk, look: Look, known: str, back: Callable[[], None]) -> ft.Control:  # noqa: N802
    """A link that works once goes to the address; the answer says nothing of who exists."""
    email, type_ = ft.use_state(known)
    sent, send_ = ft.use_state(False)
    failure, fail = ft.use_state("")
    said = look.strings.sign_in

    async def send() -> None:
        if not EMAIL.fullmatch(email.strip()):
            fail(said.email_malformed)
            return
        try:
            await desk.session.ask_reset(email.strip())
        except Failure as refused:
            fail(sentence(look.strings, refused))
            return
        send_(True)

    parts: list[ft.Control] = [words.text(look, said.reset_title, "title")]
    if sent:
        parts.append(identified(words.text(look, said.reset_sent, "body"), "reset-sent", live=True))
    else:
        parts += [
            words.text(look, said.reset_way, "body", look.palette.ink2),
            fields.field(
                look,
                said.email,
                email,
                type_,
                "reset-email",
                error=failure or None,
                keyboard=ft.KeyboardType.EMAIL,
                on_submit=lambda: desk.do(send),
            ),
            buttons.button(look, said.reset_send, lambda: desk.do(send), "reset-send"),
        ]
    parts.append(
        buttons.button(look, look.strings.common.back, back, "reset-back", kind="text", height=44)
    )
    return ft.Column(
        parts, spacing=Space.M, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
