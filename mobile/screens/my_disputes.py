"""The disputes that wait for the person who is signed in, those due first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, navigation, states
from mobile.screens.dispute_line import dispute_row
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import listed, view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept
from mobile.screens.staleness import is_told_below
from mobile.screens.status import below
from mobile.store.place import MyDispute, MyDisputes

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.disputes import ToAnswer
    from shared.contract.disputes import Dispute


@screen
def MyDisputesScreen(desk: Desk, look: Look) -> ft.View:  # noqa: N802
    pane = my_disputes_pane(desk, look, in_pane=False)
    return view(desk, look, MyDisputes().path, [pane, *below(desk, look)])


my_disputes_screen = kept(MyDisputesScreen)


@component
def MyDisputesPane(desk: Desk, look: Look, *, in_pane: bool) -> ft.Control:  # noqa: N802
    return MyDisputeCards(desk, look, desk.to_answer, in_pane)


my_disputes_pane = kept(MyDisputesPane)


@component
def MyDisputeCards(  # noqa: N802
    desk: Desk,
    look: Look,
    found: ToAnswer,
    in_pane: bool,  # noqa: FBT001
) -> ft.Control:
    ft.on_mounted(lambda: desk.do(found.from_the_start))
    said = look.strings.disputes
    back = None if in_pane else desk.screen.back
    top = navigation.top_bar(look, said.mine, said.mine_under, back)
    return ft.Column(
        [top, listed(*_shown(desk, look, found), in_pane=in_pane)], spacing=0, expand=True
    )


def _shown(desk: Desk, look: Look, found: ToAnswer) -> list[ft.Control]:
    said = look.strings.disputes
    parts: list[ft.Control] = []
    for place, one in enumerate(found.rows):
        parts += [layout.hairline(look, 16)] if place else []
        opening = _opening(desk, one)
        parts.append(dispute_row(look, one, desk.today(), opening, names_client=True))
    shown: list[ft.Control] = [layout.card(look, *parts, pad=0, gap=0)] if parts else []
    if found.failure is not None and not (found.is_held and is_told_below(desk, found.failure)):
        again = found.more if found.rows else found.from_the_start
        retry = lambda: desk.do(again)  # noqa: E731
        failed = sentence(look.strings, found.failure)
        shown.append(states.error_state(look, failed, retry, reference=reference(found.failure)))
    elif found.more_to_come:
        more = lambda: desk.do(found.more)  # noqa: E731
        shown.append(buttons.button(look, said.more, more, "more-disputes", kind="text"))
    elif not found.rows and (found.loading or not found.asked):
        shown.append(layout.card(look, states.skeleton_rows(look, 3), pad=0))
    elif not found.rows:
        icon = ft.Icons.TASK_ALT_ROUNDED
        shown.append(states.empty_state(look, icon, said.mine_empty, said.mine_empty_way))
    return shown


def _opening(desk: Desk, one: Dispute) -> Callable[[], None]:
    return lambda: desk.screen.go(MyDispute(one.id))
