"""The list of clients: found by three letters, filtered, sorted, without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import fields, layout, navigation, rows, states
from mobile.components.menus import menu
from mobile.screens.exporting import entries
from mobile.screens.failures import reference, sentence
from mobile.screens.filter_chips import FilterChips
from mobile.screens.guard import component
from mobile.screens.hooks import kept
from mobile.screens.sorting import last_seen, sort_button
from mobile.screens.staleness import is_told_below
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.clients import ClientList
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.clients import ClientRow, ClientTotals
    from shared.contract.identity import User

NEAR_END = 800
"""The next page is asked for this many logical pixels before the last row is in sight."""
SCROLL_EVERY_MS = 150
SKELETONS = 8


@component
def ClientsPane(  # noqa: N802
    desk: Desk, look: Look, found: ClientList, user: User, selected: UUID | None, *, in_pane: bool
) -> ft.Control:
    ft.on_mounted(lambda: desk.do(found.refresh))
    fill = look.palette.fill if in_pane else None
    head = ft.Column(
        [
            Totals(desk, look, found.totals, found, fill),
            SearchLine(desk, look, found, fill),
            FilterChips(desk, look, found, found.totals, user, fill),
        ],
        spacing=0,
    )
    return ft.Column(
        [head, _sheet(desk, look, found, user, selected, in_pane)], spacing=0, expand=True
    )


clients_pane = kept(ClientsPane)


def _sheet(
    desk: Desk,
    look: Look,
    found: ClientList,
    user: User,
    selected: UUID | None,
    in_pane: bool,  # noqa: FBT001
) -> ft.Control:
    """The rows on their own surface, rounded where it begins."""
    corner = 0 if in_pane else Radius.CARD + 4
    return ft.Container(
        ft.Column([_waiting(look, found), _rows(desk, look, found, user, selected)], spacing=0),
        bgcolor=look.palette.surface,
        expand=True,
        border_radius=ft.BorderRadius.only(top_left=corner, top_right=corner),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _waiting(look: Look, found: ClientList) -> ft.Control:
    """A thin line while a new answer is awaited above an old one. Its height is always there."""
    busy = found.loading and found.known is not None
    return ft.ProgressBar(
        bar_height=2,
        color=look.palette.accent if busy else look.palette.surface,
        bgcolor=look.palette.surface,
        value=None if busy else 0,
    )


def _rows(
    desk: Desk, look: Look, found: ClientList, user: User, selected: UUID | None
) -> ft.Control:
    if found.known is None:
        if found.failure is not None:
            return _scrolling(_failed(desk, look, found))
        return _scrolling(states.skeleton_rows(look, SKELETONS, look.strings.clients.loading))
    if not found.known.value.rows:
        return _scrolling(_empty(look, found, user))
    shown: list[ft.Control] = []
    if found.stale and not is_told_below(desk, found.failure):
        shown.append(_stale(desk, look, found))
    for place, row in enumerate(found.known.value.rows):
        chosen, seen = row.id == selected, last_seen(look, found, row, desk.today())
        shown.append(client_line(desk, look, row, place == 0, chosen, seen, key=str(row.id)))
    shown.append(_end(look, found))

    def scrolled(e: ft.OnScrollEvent) -> None:
        if e.max_scroll_extent - e.pixels < NEAR_END:
            desk.do(found.more)

    return ft.ListView(
        shown, expand=True, spacing=0, scroll_interval=SCROLL_EVERY_MS, on_scroll=scrolled
    )


@component
def ClientLine(  # noqa: N802
    desk: Desk,
    look: Look,
    row: ClientRow,
    first: bool,  # noqa: FBT001
    selected: bool,  # noqa: FBT001
    seen: str | None,
) -> ft.Control:
    line = rows.client_row(
        look, row, lambda: desk.do(desk.open_client, row.id), selected=selected, seen=seen
    )
    if first:
        return line
    return ft.Column([layout.hairline(look, rows.ROW_INDENT), line], spacing=0, tight=True)


client_line = kept(ClientLine)


def _scrolling(inside: ft.Control) -> ft.ListView:
    return ft.ListView([inside], expand=True)


def _end(look: Look, found: ClientList) -> ft.Control:
    if found.known is not None and found.known.value.cursor is not None:
        return states.skeleton_rows(look, 1, look.strings.clients.loading_more, "loading-more")
    return ft.Container(height=Space.XL)


def _failed(desk: Desk, look: Look, found: ClientList) -> ft.Control:
    assert found.failure is not None  # noqa: S101 - asked where there is one
    said = sentence(look.strings, found.failure)
    return states.error_state(
        look,
        look.strings.offline.nothing_yet if is_told_below(desk, found.failure) else said,
        lambda: desk.do(found.refresh),
        reference=reference(found.failure),
    )


def _stale(desk: Desk, look: Look, found: ClientList) -> ft.Control:
    """What is shown could not be confirmed: since when, and the way to try again."""
    assert found.known is not None  # noqa: S101 - asked where there is something
    assert found.failure is not None  # noqa: S101
    when = look.moment(found.known.read_at.astimezone(desk.platform.zone), desk.today())
    strip = states.status_strip(
        look,
        sentence(look.strings, found.failure),
        ft.Icons.CLOUD_OFF_ROUNDED,
        right=look.strings.common.retry,
        identifier="stale",
    )
    said = look.strings.failure.kept_shown(when=when)
    return ft.Container(strip, on_click=lambda: desk.do(found.refresh), tooltip=said)


def _empty(look: Look, found: ClientList, user: User) -> ft.Control:
    words = look.strings.clients
    if found.wanted.query:
        said = words.no_match(query=found.wanted.query)
        return states.empty_state(look, ft.Icons.SEARCH_OFF_ROUNDED, said, words.no_match_way)
    way = words.empty_way_admin if user.role == "admin" else words.empty_way
    if found.wanted.chosen != "all":
        return states.empty_state(
            look, ft.Icons.FILTER_ALT_OFF_OUTLINED, words.none_chosen, words.none_chosen_way
        )
    return states.empty_state(look, ft.Icons.PEOPLE_OUTLINE_ROUNDED, words.empty, way)


@component
def Totals(  # noqa: N802
    desk: Desk, look: Look, totals: Reading[ClientTotals], found: ClientList, fill: str | None
) -> ft.Control:
    """The title, how many clients, what they owe in each currency."""
    return navigation.title_bar(
        look,
        look.strings.clients.title,
        _under(look, totals.value),
        sort_button(desk, look, found, fill or look.palette.surface),
        menu(look, entries(desk, look), "clients-menu", fill=fill or look.palette.surface),
    )


def _under(look: Look, totals: ClientTotals | None) -> str:
    if totals is None:
        return look.strings.common.loading
    words = look.strings.clients
    count = words.count(totals.clients)
    if not totals.currencies:
        return count
    owed = " · ".join(look.amount(one.outstanding, one.currency) for one in totals.currencies)
    return words.count_owing(count=count, amount=owed)


@component
def SearchLine(  # noqa: N802
    desk: Desk, look: Look, found: ClientList, fill: str | None
) -> ft.Control:
    typed, type_ = ft.use_state(found.wanted.query)

    def change(text: str) -> None:
        type_(text)
        desk.do(found.look_for, text)

    return layout.padded(
        fields.search_field(look, typed, change, lambda: change(""), fill=fill), x=Space.M
    )
