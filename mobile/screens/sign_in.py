"""Signing in, and what to do about a forgotten password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, marks, states, words
from mobile.screens.demo import DemoSignIns
from mobile.screens.failures import sentence
from mobile.screens.forgotten import EMAIL, Forgotten
from mobile.screens.frame import base_view
from mobile.screens.guard import screen
from mobile.screens.refusal import refusal
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.session import Notice, Session

FORM_WIDTH = 420


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed, and what is wrong with it."""

    email: str = ""
    password: str = ""
    remember: bool = True
    email_error: str | None = None
    password_error: str | None = None
    failure: str | None = None
    busy: bool = False

    def checked(self, look: Look) -> Form:
        """With the errors one sees without asking the server."""
        said = look.strings.sign_in
        email = self.email.strip()
        malformed = None if EMAIL.fullmatch(email) else said.email_malformed
        return replace(
            self,
            email_error=malformed if email else said.email_missing,
            password_error=None if self.password else said.password_missing,
            failure=None,
        )

    @property
    def sound(self) -> bool:
        return self.email_error is None and self.password_error is None


@screen
def SignInScreen(desk: Desk, look: Look, session: Session) -> ft.View:  # noqa: N802
    form, put = ft.use_state(Form())
    forgotten, forget = ft.use_state(False)

    async def submit() -> None:
        checked = form.checked(look)
        if not checked.sound:
            put(checked)
            return
        put(replace(checked, busy=True))
        try:
            await session.sign_in(form.email.strip(), form.password, remember=form.remember)
        except Failure as failure:
            put(replace(checked, busy=False, failure=sentence(look.strings, failure)))

    async def enter(email: str, password: str) -> None:
        await session.sign_in(email, password, remember=form.remember)

    inside = (
        Forgotten(desk, look, form.email, lambda: forget(False))
        if forgotten
        else _form(desk, look, form, put, submit, lambda: forget(True))
    )
    parts: list[ft.Control] = [_brand(look)]
    if session.notice is not None:
        parts.append(_notice(look, session.notice))
    parts.append(inside)
    if not forgotten:
        parts.append(DemoSignIns(desk, look, enter))
    return framed(desk, look, "/connexion", parts)


def framed(desk: Desk, look: Look, route: str, parts: list[ft.Control]) -> ft.View:
    """The form in the middle of the window, the promise at its foot."""
    body = ft.Container(
        ft.Column(
            parts,
            spacing=Space.L,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        width=FORM_WIDTH,
        padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.XL),
    )
    middle = ft.Column(
        [body],
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        scroll=ft.ScrollMode.AUTO,
    )
    return base_view(
        desk,
        look,
        route,
        [ft.Row([middle], expand=True, alignment=ft.MainAxisAlignment.CENTER), _promise(look)],
    )


def _brand(look: Look) -> ft.Control:
    common = look.strings.common
    return layout.column(
        ft.Row([marks.logo(look, 56)]),
        ft.Container(height=Space.L),
        words.text(look, common.app, "hero"),
        words.text(look, common.motto, "body", look.palette.ink2),
    )


def _notice(look: Look, notice: Notice) -> ft.Control:
    said = look.strings.sign_in
    match notice:
        case "session-over":
            return states.status_strip(look, said.session_over, ft.Icons.LOGOUT_ROUNDED)
        case "password-chosen":
            return states.status_strip(look, said.chosen, ft.Icons.CHECK_ROUNDED, tone="ok")


def _promise(look: Look) -> ft.Control:
    ink = look.palette.ink3
    said = words.text(look, look.strings.sign_in.promise, "label", ink)
    return ft.Container(
        ft.Row(
            [marks.icon(look, ft.Icons.LOCK_OUTLINE_ROUNDED, ink, 16), said],
            spacing=Space.XS,
            wrap=True,
        ),
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.only(bottom=Space.L),
    )


def _form(
    desk: Desk,
    look: Look,
    form: Form,
    put: Callable[[Form], None],
    submit: Callable[[], Awaitable[None]],
    forget: Callable[[], None],
) -> ft.Control:
    said = look.strings.sign_in

    def send() -> None:
        desk.do(submit)

    parts: list[ft.Control] = [
        fields.field(
            look,
            said.email,
            form.email,
            lambda text: put(replace(form, email=text, email_error=None)),
            "email",
            error=form.email_error,
            keyboard=ft.KeyboardType.EMAIL,
            autofill=ft.AutofillHint.EMAIL,
            on_submit=send,
        ),
        fields.password_field(
            look,
            said.password,
            form.password,
            lambda text: put(replace(form, password=text, password_error=None)),
            "password",
            error=form.password_error,
            on_submit=send,
        ),
        _remember(look, form, put),
    ]
    if form.failure:
        parts.append(refusal(look, form.failure))
    parts += [
        buttons.button(look, said.submit, send, "sign-in", busy=form.busy),
        buttons.button(look, said.forgotten, forget, "forgotten", kind="text", height=44),
    ]
    return ft.AutofillGroup(
        ft.Column(
            parts,
            spacing=Space.M,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _remember(look: Look, form: Form, put: Callable[[Form], None]) -> ft.Control:
    line = layout.row(
        marks.tick(look, on=form.remember),
        words.text(look, look.strings.sign_in.remember, "body", look.palette.ink2, expand=True),
        gap=Space.S,
    )
    return buttons.tappable(
        line,
        lambda: put(replace(form, remember=not form.remember)),
        "remember",
        x=0,
        radius=Radius.TAG,
        selected=form.remember,
    )
