"""An address of no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, states
from mobile.store.place import HOME

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.desk import Desk


def nowhere(desk: Desk, look: Look) -> ft.Control:
    words = look.strings.shell
    home = buttons.button(look, words.home, lambda: desk.screen.go(HOME), "go-home", kind="soft")
    return ft.Container(
        states.empty_state(
            look,
            ft.Icons.EXPLORE_OFF_OUTLINED,
            words.not_found,
            words.not_found_way,
            action=home,
            identifier="not-found",
        ),
        alignment=ft.Alignment.CENTER,
        expand=True,
    )
