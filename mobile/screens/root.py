"""Which views are on the stack: signed in or not, where, and how wide the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.look import Look
from mobile.palette import DARK, LIGHT
from mobile.screens.client_file import file_screen
from mobile.screens.document import document_screen
from mobile.screens.link import LinkScreen
from mobile.screens.shell import shell
from mobile.screens.sign_in import SignInScreen
from mobile.screens.starting import StartingScreen
from mobile.store import place as at
from mobile.strings import strings

if TYPE_CHECKING:
    from mobile.store.desk import Desk
    from mobile.store.screen import Screen
    from mobile.store.session import Session


def look_of(screen: Screen, session: Session) -> Look:
    dark = session.theme == "dark" or (session.theme == "system" and screen.dark_system)
    return Look(DARK if dark else LIGHT, strings(session.language), screen.big)


@ft.component
def Root(desk: Desk) -> list[ft.Control]:  # noqa: N802 - components are named as Flet names them
    screen, _ = ft.use_state(desk.screen)
    session, _ = ft.use_state(desk.session)
    look = look_of(screen, session)
    ft.use_effect(desk.wear, [screen.place, session.phase, session.theme, session.language])
    if session.phase == "starting":
        return [StartingScreen(desk, look, session)]
    if isinstance(screen.place, at.Link):
        return [LinkScreen(desk, look, screen.place.token)]
    if session.phase == "out":
        return [SignInScreen(desk, look, session)]
    return _stack(desk, look)


def _stack(desk: Desk, look: Look) -> list[ft.Control]:
    """One view on a tablet; on a phone one for each step of the trail."""
    place, panes = desk.screen.place, desk.screen.panes
    home, *further = at.trail(place)
    if panes == "two":
        return [shell(desk, look, desk.session.user, place, panes)]
    views: list[ft.Control] = [shell(desk, look, desk.session.user, home, panes)]
    for step in further:
        match step:
            case at.Client(client_id):
                views.append(file_screen(desk, look, client_id, key=step.path))
            case at.Document(client_id, document_id):
                views.append(document_screen(desk, look, client_id, document_id, key=step.path))
            case _:
                pass
    return views
