"""What a screen shows where it cannot be drawn.

An exception in a component's function ends Flet's drawing loop: the window then answers nothing,
and nothing says so. It cannot be caught above the component, since Flet draws what a component
gave only when that is compared with what was there, and by then half of the old tree is marked as
gone. So each component answers for itself: every component of the screens is declared with
`component`, or with `screen` where it gives a whole view, and never with Flet's own decorator.
"""

from __future__ import annotations

import logging
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import flet as ft

from mobile.components import buttons, states
from mobile.screens.frame import view
from mobile.store.place import HOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk

logger = logging.getLogger(__name__)

P = ParamSpec("P")
C = TypeVar("C")
IDENTIFIER = "broken"


def component(fn: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A part of a screen. Its first two arguments are the desk and the look."""
    return guarded(fn, broken)


def screen(fn: Callable[P, ft.View]) -> Callable[P, ft.View]:
    """The same for a whole view."""
    return guarded(fn, broken_view)


def guarded(fn: Callable[P, C], instead: Callable[..., C]) -> Callable[P, C]:
    """Flet's component, that draws `instead` of its arguments where it cannot draw itself."""

    @wraps(fn)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> C:
        try:
            return fn(*args, **kwargs)
        except Exception:
            logger.exception("%s cannot be drawn", fn.__name__)
            return instead(*args)

    return ft.component(drawn)


def broken_view(desk: Desk, look: Look, *_: object) -> ft.View:
    place = desk.screen.place
    return view(desk, look, place.path, [broken(desk, look)], can_pop=len(desk.screen.trail) > 1)


def broken(desk: Desk, look: Look, *_: object) -> ft.Control:
    """*Réessayer* draws the whole window anew: what broke has missed its beginnings."""
    words = look.strings

    def go_home() -> None:
        desk.screen.go(HOME)
        desk.screen.start_again()

    home = buttons.button(look, words.shell.home, go_home, f"{IDENTIFIER}-home", kind="text")
    told = states.error_state(
        look,
        words.failure.broken,
        desk.screen.start_again,
        kept=words.failure.broken_kept,
        icon_name=ft.Icons.BUILD_OUTLINED,
        identifier=IDENTIFIER,
    )
    return ft.Container(
        ft.Column([told, home], tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER),
        alignment=ft.Alignment.CENTER,
        expand=True,
    )
