"""One of several, or several of several, as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from mobile.components import buttons, layout, words
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import flet as ft

    from mobile.components.look import Look

T = TypeVar("T")


def choices(
    look: Look,
    title: str,
    options: Mapping[T, str],
    chosen: Collection[T],
    on_tap: Callable[[T], Any],
    identifier: str,
) -> ft.Control:
    """A title over a chip for each option; what a tap does to the choice is the caller's."""
    chips = [
        buttons.chip(
            look,
            shown,
            _tapped(on_tap, value),
            f"{identifier}-{value}",
            on=value in chosen,
            icon=None,
        )
        for value, shown in options.items()
    ]
    return layout.column(
        words.text(look, title, "strong", look.palette.ink2),
        layout.wrap(*chips),
        gap=Space.XXS,
    )


def _tapped(on_tap: Callable[[T], Any], value: T) -> Callable[[], Any]:
    return lambda: on_tap(value)


def toggled(chosen: tuple[T, ...], value: T) -> tuple[T, ...]:
    """Without it if it was there, with it if not."""
    if value in chosen:
        return tuple(one for one in chosen if one != value)
    return (*chosen, value)
