"""In demo mode only: enter as one of the people of the demo company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, words
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from shared.contract.demo import DemoAccount


NOBODY: tuple[DemoAccount, ...] = ()


@component
def DemoSignIns(  # noqa: N802
    desk: Desk, look: Look, enter: Callable[[str, str], Awaitable[None]]
) -> ft.Control:
    """Nothing at all where the server has no demo."""
    people, show = state(NOBODY)

    async def ask() -> None:
        show(tuple((await desk.session.demo_accounts()).items))

    ft.on_mounted(lambda: desk.do(ask))
    if not people:
        return ft.Container()
    return _stretched(
        words.text(look, look.strings.sign_in.demo, "strong", look.palette.ink2),
        ft.Container(height=Space.XS),
        layout.card(
            look,
            *[_person(desk, look, one, enter) for one in people],
            pad=0,
            gap=0,
            spread=True,
        ),
    )


def _stretched(*parts: ft.Control) -> ft.Column:
    return ft.Column(
        list(parts), spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _person(
    desk: Desk, look: Look, one: DemoAccount, enter: Callable[[str, str], Awaitable[None]]
) -> ft.Control:
    role = look.strings.me.roles[one.role]
    return buttons.tappable(
        layout.column(
            words.text(look, one.name, "heading"),
            words.text(look, role, "label", look.palette.ink3),
        ),
        lambda: desk.do(enter, one.email, one.password),
        f"demo-{one.email}",
        radius=Radius.TAG,
    )
