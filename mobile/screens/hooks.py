"""Flet's hooks with their types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

T = TypeVar("T")
C = TypeVar("C", bound=ft.Control)
P = ParamSpec("P")


class Drafted(Protocol):
    """What is typed in a sheet; each opening of one has an id of its own."""

    @property
    def id(self) -> UUID: ...


D = TypeVar("D", bound=Drafted)


class Change(Protocol[D]):
    """Changes what is typed; None closes the sheet. Whether it is still open, and was changed."""

    def __call__(self, how: Callable[[D], D | None], /) -> bool: ...


def state(initial: T) -> tuple[T, Callable[[T], None]]:
    """A value the component keeps, and how to change it. The value is no function."""
    return ft.use_state(initial)


def one_open(closed: T) -> tuple[T, Callable[[T], None], Callable[[], None]]:
    """Which sheet is open, how to open one, and how to close the one that is open now.

    Closing leaves another that was opened since as it is: what was entered in a sheet may be
    answered after it went down, and a sheet that goes down tells so when the next one is up.
    """
    opened, open_ = ft.use_state(closed)
    return opened, open_, lambda: open_(lambda now: closed if now == opened else now)


def one_drafted(nothing: D | None) -> tuple[D | None, Callable[[D], None], Change[D]]:
    """What is typed in the one sheet that is open, how to open one, and how to change it.

    A change is of the draft it was drawn with, as that is by now, and tells whether it was made: an
    answer that comes when its sheet is closed, or another one is up, changes nothing.
    """
    drafted, put = ft.use_state(nothing)

    def change(how: Callable[[D], D | None]) -> bool:
        made = False

        def changed(now: D | None) -> D | None:
            nonlocal made
            made = now is not None and drafted is not None and now.id == drafted.id
            return how(now) if made else now  # type: ignore[arg-type]

        put(changed)
        return made

    return drafted, put, change


def keyed(component: Callable[P, C], key: str) -> Callable[P, C]:
    """The component under a key among its siblings.

    Without one it is known by its place among those that have none: where something comes or goes
    above it, it is made anew, loses its state and closes the sheet that it shows.
    """
    return partial(component, key=key)  # type: ignore[arg-type]


def kept(component: Callable[..., C]) -> Callable[..., C]:
    """The component, drawn again only when what it is given has changed."""
    return ft.memo(component)  # type: ignore[no-any-return, no-untyped-call]
