"""The team: who there is, what they see, and how to bring in, change or see off somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, navigation, states, words
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import centred
from mobile.screens.guard import component
from mobile.screens.hooks import kept, one_drafted
from mobile.screens.me import scope_words
from mobile.screens.person import person_sheet
from mobile.screens.person_edit import Person
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.team import Team
    from shared.contract.identity import User

NOBODY: Person | None = None
SKELETONS = 6


@component
def TeamScreen(desk: Desk, look: Look, team: Team) -> ft.Control:  # noqa: N802
    opened, open_, put = one_drafted(NOBODY)
    ft.on_mounted(lambda: desk.do(team.refresh))
    ft.on_mounted(lambda: desk.do(team.organisation.refresh))
    ft.use_dialog(person_sheet(desk, look, team, opened, put) if opened else None)
    said = look.strings.team
    invite = buttons.icon_button(
        look,
        ft.Icons.PERSON_ADD_ALT_1_ROUNDED,
        said.invite,
        lambda: open_(Person()),
        "invite",
        color=look.palette.on_accent,
        fill=look.palette.accent,
    )
    under = said.count(len(team.value)) if team.value is not None else look.strings.common.loading
    return ft.Column(
        [
            navigation.title_bar(look, said.title, under, invite),
            centred(desk, *_list(desk, look, team, open_)),
        ],
        spacing=0,
        expand=True,
    )


team_screen = kept(TeamScreen)


def _list(desk: Desk, look: Look, team: Team, open_: Callable[[Person], None]) -> list[ft.Control]:
    if team.value is None:
        if team.failure is None:
            return [layout.card(look, states.skeleton_rows(look, SKELETONS), pad=0)]
        return [
            states.error_state(
                look,
                sentence(look.strings, team.failure),
                lambda: desk.do(team.refresh),
                reference=reference(team.failure),
            )
        ]
    shown: list[ft.Control] = []
    for place, user in enumerate(team.value):
        shown += [layout.hairline(look, 68)] if place else []
        shown.append(_line(look, user, _opening(open_, user)))
    return [layout.card(look, *shown, pad=0, gap=0)]


def _opening(open_: Callable[[Person], None], user: User) -> Callable[[], None]:
    return lambda: open_(Person.of(user))


def _line(look: Look, user: User, on_tap: Callable[[], None]) -> ft.Control:
    said = look.strings
    sees = (
        f"{said.me.roles[user.role]} · {scope_words(look, user.scope, said.team.scope_portfolio)}"
    )
    parts: list[ft.Control] = [
        words.text(look, user.name, "heading"),
        words.text(look, sees, "label", look.palette.ink3, lines=2),
    ]
    if user.disabled:
        parts.append(
            layout.row(marks.tag(look, said.team.disabled, "hold", ft.Icons.BLOCK_ROUNDED))
        )
    elif user.invited:
        parts.append(
            layout.row(marks.tag(look, said.team.invited, "watch", ft.Icons.MAIL_OUTLINE_ROUNDED))
        )
    who = layout.column(*parts)
    who.expand = True
    line: list[ft.Control] = [marks.avatar(look, user.name), who]
    if user.clients and not look.big:
        line.append(words.text(look, said.team.portfolio(user.clients), "sum", look.palette.ink3))
    return buttons.tappable(layout.row(*line, gap=Space.S, top=True), on_tap, f"user-{user.id}")
