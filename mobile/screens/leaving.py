"""Signing out, and what is asked first where something entered has not gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, questions, words
from mobile.screens.entries import counts_words
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.store.place import Entries
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from mobile.store.local import Local


@component
def SignOutPart(desk: Desk, look: Look, local: Local) -> ft.Control:  # noqa: ARG001, N802
    asking, ask = state(False)
    unsent = len(desk.entries.unsent())
    shut = lambda: ask(False)  # noqa: E731
    ft.use_dialog(_question(desk, look, unsent, shut) if asking and unsent else None)

    def leave() -> None:
        if unsent:
            ask(True)
        else:
            desk.do(desk.sign_out)

    return buttons.button(
        look,
        look.strings.me.sign_out,
        leave,
        "sign-out",
        kind="danger",
        icon=ft.Icons.LOGOUT_ROUNDED,
    )


def _question(desk: Desk, look: Look, unsent: int, close: Callable[[], None]) -> ft.AlertDialog:
    said = look.strings.entries

    def send() -> None:
        close()
        desk.entries.send_now()
        desk.screen.go(Entries())

    answers = [
        buttons.button(look, said.leave_first, send, "leave-send"),
        buttons.button(
            look,
            said.leave_anyway,
            lambda: desk.do(desk.sign_out),
            "leave-anyway",
            kind="danger",
        ),
        buttons.button(look, look.strings.common.cancel, close, "leave-cancel", kind="quiet"),
    ]
    return questions.question(
        look, said.leave_title, said.leave_ask(unsent), answers, close, identifier="leaving"
    )


@component
def EntriesLine(desk: Desk, look: Look, local: Local) -> ft.Control:  # noqa: N802
    """On Moi: what waits, and the way to it; nothing where this window keeps nothing."""
    if not local.is_kept:
        return ft.Container()
    said, p = look.strings.entries, look.palette
    under = counts_words(desk, look) or said.none
    tone: Tone = "hold" if desk.entries.counts().review else "plain"
    who = layout.column(
        words.text(look, said.title, "heading"), words.text(look, under, "label", p.ink2)
    )
    who.expand = True
    line = layout.row(
        marks.disc(look, ft.Icons.OUTBOX_OUTLINED, tone),
        who,
        marks.icon(look, ft.Icons.CHEVRON_RIGHT_ROUNDED, p.ink3),
        gap=Space.S,
    )
    go = lambda: desk.screen.go(Entries())  # noqa: E731
    return layout.card(look, buttons.tappable(line, go, "my-entries"), pad=0, spread=True)
