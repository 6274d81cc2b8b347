"""Which views are on the stack: signed in or not, where, and how wide the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.look import Look
from mobile.palette import DARK, LIGHT
from mobile.screens.aged_balance import aged_balance_screen
from mobile.screens.causes import causes_screen
from mobile.screens.client_file import file_screen
from mobile.screens.dispute import dispute_screen
from mobile.screens.document import document_screen
from mobile.screens.entries import entries_screen
from mobile.screens.guard import broken_view, guarded
from mobile.screens.history import history_screen
from mobile.screens.link import LinkScreen
from mobile.screens.my_disputes import my_disputes_screen
from mobile.screens.shell import shell
from mobile.screens.sign_in import SignInScreen
from mobile.screens.starting import StartingScreen
from mobile.store import place as at
from mobile.store.screen import BESIDE
from mobile.strings import strings

if TYPE_CHECKING:
    from mobile.store.desk import Desk
    from mobile.store.screen import Screen
    from mobile.store.session import Session


def look_of(screen: Screen, session: Session) -> Look:
    dark = session.theme == "dark" or (session.theme == "system" and screen.dark_system)
    return Look(DARK if dark else LIGHT, strings(session.language), screen.big)


def _broken(desk: Desk) -> list[ft.Control]:
    return [broken_view(desk, look_of(desk.screen, desk.session))]


def root(desk: Desk) -> list[ft.Control]:
    screen, _ = ft.use_state(desk.screen)
    session, _ = ft.use_state(desk.session)
    look = look_of(screen, session)
    ft.use_effect(desk.wear, [screen.place, session.phase, session.theme, session.language])
    ft.use_effect(desk.come_back, [screen.place])
    if session.phase == "starting":
        return [StartingScreen(desk, look, session)]
    if isinstance(screen.place, at.Link):
        return [LinkScreen(desk, look, screen.place.token)]
    if session.phase == "out":
        return [SignInScreen(desk, look, session)]
    return _stack(desk, look)


Root = guarded(root, _broken)


def _stack(desk: Desk, look: Look) -> list[ft.Control]:
    """One view on a tablet; on a phone one for each step of the trail.

    Their keys change where another thing is shown, and where all is to be drawn anew.
    """
    screen = desk.screen
    place, panes = screen.place, screen.panes
    home, *further = screen.trail
    below = place if panes in BESIDE else home
    views: list[ft.Control] = [
        shell(desk, look, desk.session.user, below, panes, key=f"shell {screen.drawing}")
    ]
    if panes not in BESIDE:
        views += [_over(desk, look, step, f"{_thing(step)} {screen.drawing}") for step in further]
    return views


def _thing(step: at.Place) -> str:
    """A client's file is one thing, whichever of its tabs is open."""
    return at.Client(step.client_id).path if isinstance(step, at.Client) else step.path


def _over(desk: Desk, look: Look, step: at.Place, key: str) -> ft.Control:
    match step:
        case at.Client(client_id, tab):
            return file_screen(desk, look, client_id, tab, key=key)
        case at.Document(client_id, document_id):
            return document_screen(desk, look, client_id, document_id, key=key)
        case at.History(client_id):
            return history_screen(desk, look, client_id, key=key)
        case at.AgedBalance(as_of):
            return aged_balance_screen(desk, look, as_of, key=key)
        case _:
            return _over_lists(desk, look, step, key)


def _over_lists(desk: Desk, look: Look, step: at.Place, key: str) -> ft.Control:
    match step:
        case at.Dispute(dispute_id=dispute_id) | at.MyDispute(dispute_id):
            return dispute_screen(desk, look, dispute_id, step.path, key=key)
        case at.Causes():
            return causes_screen(desk, look, key=key)
        case at.Entries():
            return entries_screen(desk, look, key=key)
        case at.MyDisputes():
            return my_disputes_screen(desk, look, key=key)
        case _:
            raise AssertionError(step)
