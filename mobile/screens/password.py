"""The sheet to change one's own password."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from mobile.api.failures import Failure
from mobile.components import buttons, fields, sheets
from mobile.screens.failures import sentence
from mobile.screens.hooks import Change
from mobile.screens.refusal import refusal
from shared.ids import new_id

if TYPE_CHECKING:
    import flet as ft

    from mobile.components.look import Look
    from mobile.store.desk import Desk

HEIGHT = 520


@dataclass(frozen=True, slots=True)
class Passwords:
    """What is typed in one opening of the sheet; it goes with it."""

    current: str = field(default="", repr=False)
    new: str = field(default="", repr=False)
    failure: str = ""
    busy: bool = False
    id: UUID = field(default_factory=new_id)


Put: TypeAlias = Change[Passwords]
NOT_CHANGING: Passwords | None = None


def password_sheet(desk: Desk, look: Look, typed: Passwords, put: Put) -> ft.BottomSheet:
    said = look.strings.me

    def save() -> None:
        if not typed.current or not typed.new:
            put(lambda now: replace(now, failure=look.strings.sign_in.password_missing))
            return
        put(lambda now: replace(now, busy=True, failure=""))
        desk.do(_saved, desk, look, typed, put)

    body: list[ft.Control] = [
        fields.password_field(
            look,
            said.password_current,
            typed.current,
            lambda text: put(lambda now: replace(now, current=text)),
            "current-password",
        ),
        fields.password_field(
            look,
            said.password_new,
            typed.new,
            lambda text: put(lambda now: replace(now, new=text)),
            "new-password",
            new=True,
        ),
    ]
    if typed.failure:
        body.append(refusal(look, typed.failure))
    body.append(
        buttons.button(look, look.strings.common.save, save, "save-password", busy=typed.busy)
    )
    return sheets.sheet(
        look,
        said.password_change,
        body,
        lambda: put(lambda _: None),
        screen_height=min(desk.screen.height, HEIGHT),
        identifier="password-sheet",
    )


async def _saved(desk: Desk, look: Look, typed: Passwords, put: Put) -> None:
    """The sheet it was typed in goes, or says why not; closed already, that is told all the same.

    Another one that was opened since stays as it is.
    """
    try:
        await desk.session.change_password(typed.current, typed.new)
    except Failure as refused:
        why = sentence(look.strings, refused)
        if not put(lambda now: replace(now, failure=why, busy=False)):
            raise
        return
    put(lambda _: None)
    desk.say(look.strings.me.password_changed)
