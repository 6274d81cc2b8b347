"""The places of the app: a bar on phones, a rail on tablets, then two panes or three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import layout, navigation, states
from mobile.components.navigation import Destination
from mobile.screens.aged_balance import aged_balance_pane
from mobile.screens.causes import causes_pane
from mobile.screens.client_file import file_pane
from mobile.screens.clients import clients_pane
from mobile.screens.data import data_screen
from mobile.screens.dispute import dispute_pane
from mobile.screens.document import document_pane
from mobile.screens.entries import entries_pane
from mobile.screens.frame import base_view
from mobile.screens.guard import screen
from mobile.screens.history import history_pane
from mobile.screens.hooks import kept
from mobile.screens.me import me_screen
from mobile.screens.my_disputes import my_disputes_pane
from mobile.screens.nowhere import nowhere
from mobile.screens.status import StatusStrip
from mobile.screens.team import team_screen
from mobile.screens.thread_pane import thread_pane
from mobile.screens.today import today_pane
from mobile.store import place as at
from mobile.store.screen import BESIDE
from mobile.store.session import may
from mobile.theme import LIST_WIDTH, THREAD_WIDTH

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.screen import Panes
    from mobile.strings.catalogue import Strings
    from shared.contract.identity import User


def destinations(words: Strings, user: User) -> list[tuple[at.Place, Destination]]:
    """The places of the bar, in order. What a person may not open is not there."""
    icons = ft.Icons
    shell = words.shell
    shown: list[tuple[at.Place, Destination]] = [
        (
            at.Today(),
            Destination("nav-today", shell.today, icons.TODAY_OUTLINED, icons.TODAY_ROUNDED),
        ),
        (
            at.Clients(),
            Destination(
                "nav-clients", shell.clients, icons.PEOPLE_OUTLINE_ROUNDED, icons.PEOPLE_ROUNDED
            ),
        ),
    ]
    if may(user, "manage-users"):
        team = Destination("nav-team", shell.team, icons.BADGE_OUTLINED, icons.BADGE_ROUNDED)
        shown.append((at.Team(), team))
    if may(user, "import-ledger"):
        data = Destination(
            "nav-data", shell.data, icons.UPLOAD_FILE_OUTLINED, icons.UPLOAD_FILE_ROUNDED
        )
        shown.append((at.Data(), data))
    me = Destination("nav-me", shell.me, icons.PERSON_OUTLINE_ROUNDED, icons.PERSON_ROUNDED)
    return [*shown, (at.Me(), me)]


@screen
def Shell(  # noqa: N802
    desk: Desk, look: Look, user: User, place: at.Place, panes: Panes
) -> ft.View:
    places = destinations(look.strings, user)
    home = at.trail(place)[0]
    selected = next((n for n, (to, _) in enumerate(places) if to == home), 0)

    def select(index: int) -> None:
        desk.screen.go(places[index][0])

    signs = [sign for _, sign in places]
    body = _body(desk, look, user, place, panes)
    strip = StatusStrip(desk, look, desk.line, desk.local)
    if panes == "bar":
        bar = navigation.nav_bar(look, signs, selected, select)
        return base_view(
            desk, look, "/home", [body, strip, layout.hairline(look)], navigation_bar=bar
        )
    rail = navigation.nav_rail(look, signs, selected, select)
    line = ft.Container(width=1, bgcolor=look.palette.line)
    across = ft.Row(
        [rail, line, body],
        spacing=0,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return base_view(desk, look, "/home", [across, strip])


shell = kept(Shell)


def _body(desk: Desk, look: Look, user: User, place: at.Place, panes: Panes) -> ft.Control:
    match place:
        case _ if panes in BESIDE and isinstance(place, at.OfClients):
            return _side_by_side(desk, look, user, place, panes)
        case at.Clients():
            return clients_pane(desk, look, desk.clients, user, None, in_pane=False)
        case _:
            return _place_of_bar(desk, look, user, place)


def _place_of_bar(desk: Desk, look: Look, user: User, place: at.Place) -> ft.Control:
    match place:
        case at.Today() | at.SignIn():
            return today_pane(desk, look, desk.day)
        case at.Me():
            return me_screen(desk, look, user)
        case at.Entries():
            return entries_pane(desk, look)
        case at.Data() if may(user, "import-ledger"):
            return data_screen(desk, look, desk.imports)
        case at.Team() if may(user, "manage-users"):
            return team_screen(desk, look, desk.team)
        case _:
            return nowhere(desk, look)


def _side_by_side(
    desk: Desk, look: Look, user: User, place: at.OfClients, panes: Panes
) -> ft.Control:
    """The list, what was opened from it, and, where there is room, what is said of the client."""
    selected = getattr(place, "client_id", None)
    three = panes == "three"
    left = ft.Container(
        clients_pane(desk, look, desk.clients, user, selected, in_pane=True),
        width=LIST_WIDTH,
        bgcolor=look.palette.surface,
    )
    shown: list[ft.Control] = [left, _line(look)]
    shown.append(ft.Container(_opened(desk, look, place, with_thread=not three), expand=True))
    if three and selected is not None:
        beside = ft.Container(thread_pane(desk, look, selected), width=THREAD_WIDTH)
        shown += [_line(look), beside]
    return ft.Row(shown, spacing=0, expand=True, vertical_alignment=ft.CrossAxisAlignment.STRETCH)


def _line(look: Look) -> ft.Control:
    return ft.Container(width=1, bgcolor=look.palette.line)


def _opened(desk: Desk, look: Look, place: at.OfClients, *, with_thread: bool) -> ft.Control:
    match place:
        case at.Clients():
            words = look.strings.clients
            return ft.Container(
                states.empty_state(
                    look, ft.Icons.TOUCH_APP_OUTLINED, words.choose, "", identifier="choose"
                ),
                alignment=ft.Alignment.CENTER,
            )
        case at.Client(client_id, tab):
            key = str(client_id)
            return file_pane(
                desk, look, client_id, tab, in_pane=True, with_thread=with_thread, key=key
            )
        case at.Document(client_id, document_id):
            return document_pane(
                desk, look, client_id, document_id, in_pane=True, key=str(document_id)
            )
        case at.History(client_id):
            return history_pane(desk, look, client_id, in_pane=True, key=place.path)
        case at.AgedBalance(as_of):
            return aged_balance_pane(desk, look, as_of, in_pane=True, key=place.path)
        case _:
            return _of_disputes(desk, look, place)


def _of_disputes(desk: Desk, look: Look, place: at.OfDisputes) -> ft.Control:
    match place:
        case at.Dispute(dispute_id=dispute_id) | at.MyDispute(dispute_id):
            return dispute_pane(desk, look, dispute_id, in_pane=True, key=place.path)
        case at.MyDisputes():
            return my_disputes_pane(desk, look, in_pane=True, key=place.path)
        case at.Causes():
            return causes_pane(desk, look, in_pane=True, key=place.path)
