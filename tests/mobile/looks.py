"""Looks to draw with, and a phone that shows one component."""

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.components.look import Look
from mobile.palette import DARK, LIGHT
from mobile.strings import strings
from tests.mobile.headless import Headless

FR = Look(LIGHT, strings("fr"))
EN = Look(DARK, strings("en"))
BIG = Look(LIGHT, strings("fr"), big=True)
EUR = "EUR"


def phone_showing(draw: Callable[[], Any]) -> Any:
    """A phone that shows what `draw` makes."""

    def shown() -> Any:
        return draw()

    return Headless.showing(ft.component(shown))
