"""Flet's hooks with their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
C = TypeVar("C", bound=ft.Control)


def state(initial: T) -> tuple[T, Callable[[T], None]]:
    """A value the component keeps, and how to change it. The value is no function."""
    return ft.use_state(initial)


def kept(component: Callable[..., C]) -> Callable[..., C]:
    """The component, drawn again only when what it is given has changed."""
    return ft.memo(component)  # type: ignore[no-any-return, no-untyped-call]
