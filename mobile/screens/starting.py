"""Before anything is known: the logo, or why the server cannot be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import marks, states
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import base_view
from mobile.screens.guard import screen

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.session import Session


@screen
def StartingScreen(desk: Desk, look: Look, session: Session) -> ft.View:  # noqa: N802
    if session.failure is None:
        inside: ft.Control = marks.logo(look, 72)
    else:
        inside = states.error_state(
            look,
            sentence(look.strings, session.failure),
            lambda: desk.do(desk.start),
            reference=reference(session.failure),
        )
    middle = ft.Container(inside, alignment=ft.Alignment.CENTER, expand=True)
    return base_view(desk, look, "/starting", [middle])
