"""The client file: what is owed, how old it is, how they pay, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import layout, navigation, states
from mobile.screens import position
from mobile.screens.became import Became
from mobile.screens.brief import BriefCard
from mobile.screens.failures import reference, sentence
from mobile.screens.file_actions import FileActions
from mobile.screens.file_head import compact_top, top
from mobile.screens.file_tabs import of_tab, tabs_of
from mobile.screens.frame import view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept, keyed, state
from mobile.screens.staleness import stale_parts
from mobile.screens.status import below
from mobile.store.dispute_draft import held_by_currency
from mobile.store.place import Client
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.disputes import ClientDisputes
    from mobile.store.place import FileTab
    from mobile.store.promises import Promises
    from mobile.store.reading import Reading
    from shared.contract.clients import ClientFile
    from shared.contract.receivables import BucketName
    from shared.contract.threads import ThreadHead

COMPACT_FROM = 140
"""Scrolled so far, the figures are gone: the head says them instead. Logical pixels."""
SCROLL_EVERY_MS = 100
NEAR_END = 600
EVERY: BucketName | None = None
FIGURES_FIRST: FileTab | None = "invoices"
"""The tab under which all the figures stand; over another one they are one line."""
FIRST, STEP = 10, 40
"""Invoices drawn at first, and as one scrolls: a file may hold a thousand."""


@screen
def FileScreen(desk: Desk, look: Look, client_id: UUID, tab: FileTab) -> ft.View:  # noqa: N802
    """On a phone, over the list."""
    pane = file_pane(desk, look, client_id, tab, in_pane=False, with_thread=True)
    return view(desk, look, f"/clients/{client_id}", [pane, *below(desk, look)])


file_screen = kept(FileScreen)


@component
def FilePane(  # noqa: N802
    desk: Desk,
    look: Look,
    client_id: UUID,
    tab: FileTab,
    *,
    in_pane: bool,
    with_thread: bool,
) -> ft.Control:
    """Without its thread where that stands beside it."""
    client = desk.files[client_id]
    read = (client.file, client.promises, client.disputes, client.thread.head)
    opened = "invoices" if tab == "thread" and not with_thread else tab
    how = {"in_pane": in_pane, "with_thread": with_thread}
    return file_of(desk, look, client, *read, opened, **how, key=str(client_id))


file_pane = kept(FilePane)


@component
def FileOf(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    reading: Reading[ClientFile],
    promises: Promises,
    disputes: ClientDisputes,
    said: Reading[ThreadHead],
    tab: FileTab,
    *,
    in_pane: bool,
    with_thread: bool,
) -> ft.Control:
    bucket, only = state(EVERY)
    unfolded, unfold = state(FIGURES_FIRST)
    file, folded = reading.value, tab != unfolded
    compact, drawn, draw, scrolled = _scrolled(desk, client, file, tab, folded=folded)

    # By the client, not once: Flet keeps a component where the address leads to another one.
    ft.use_effect(lambda: desk.do(client.ensure), [client.client_id])
    ft.use_effect(desk.wear, [file.identity.name if file else ""])

    def show(name: FileTab) -> None:
        unfold(None)
        desk.screen.go(Client(client.client_id, name))

    def chosen(name: BucketName) -> None:
        only(None if name == bucket else name)
        show("invoices")
        draw(FIRST)

    if file is None:
        return _unread(desk, look, client, reading, in_pane=in_pane)
    if folded:
        figures = [position.folded(look, file, lambda: unfold(tab))]
    else:
        figures = _figures(desk, look, client, file, bucket, chosen, disputes)
    tabs = tabs_of(look, file, promises, disputes, said.value, with_thread=with_thread)
    parts = [
        _above(desk, look, client, file, figures),
        navigation.tabs(look, tabs, tab, show, gutter=Space.XS),
    ]
    shown = (promises, disputes, tab, bucket, drawn)
    parts += of_tab(desk, look, client, file, *shown, lambda: only(None))
    head = (compact_top if compact else top)(desk, look, client, in_pane=in_pane)
    body = _scrolling(parts, scrolled, in_pane=in_pane)
    body.key = "folded" if folded else "unfolded"  # another list, which begins at the top
    actions = FileActions(desk, look, client, file, client.contacts)
    return ft.Column([head, body, actions], spacing=0, expand=True)


file_of = kept(FileOf)


def _scrolled(
    desk: Desk, client: OneClient, file: ClientFile | None, tab: FileTab, *, folded: bool
) -> tuple[bool, int, Callable[[int], None], Callable[[ft.OnScrollEvent], None]]:
    """Whether the figures are scrolled away; how many invoices are drawn, and how to draw others;
    what to do as it is scrolled.
    """
    compact, shrink = state(False)
    drawn, draw = state(FIRST)
    ft.use_effect(lambda: shrink(False), [folded])

    def scrolled(e: ft.OnScrollEvent) -> None:
        shrink(e.pixels > COMPACT_FROM)
        if e.max_scroll_extent - e.pixels < NEAR_END:
            draw(min(drawn + STEP, len(file.open_documents) + STEP) if file else STEP)
            if tab == "thread":
                desk.do(client.thread.more)

    return compact, drawn, draw, scrolled


def _scrolling(
    parts: list[ft.Control], scrolled: Callable[[ft.OnScrollEvent], None], *, in_pane: bool
) -> ft.ListView:
    gutter = Space.L if in_pane else Space.M
    return ft.ListView(
        parts,
        expand=True,
        spacing=Space.S,
        padding=ft.Padding(left=gutter, right=gutter, top=0, bottom=Space.L),
        scroll_interval=SCROLL_EVERY_MS,
        on_scroll=scrolled,
    )


def _above(
    desk: Desk, look: Look, client: OneClient, file: ClientFile, figures: list[ft.Control]
) -> ft.Control:
    """What is to be known first, then the figures: one item, so that the tabs keep their place."""
    parts = stale_parts(desk, look, client.file, again=client.refresh)
    if file.identity.id != client.client_id:
        parts.append(keyed(Became, "became")(desk, look, client, file.identity))
    above = layout.column(*parts, *figures, gap=Space.S)
    above.horizontal_alignment = ft.CrossAxisAlignment.STRETCH
    return above


def _figures(
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    bucket: BucketName | None,
    chosen: Callable[[BucketName], None],
    disputes: ClientDisputes,
) -> list[ft.Control]:
    held = held_by_currency(disputes.items)
    owed, *further = position.cards(look, file, bucket, chosen, held)
    return [owed, BriefCard(desk, look, client.client_id, client.brief), *further]


def _unread(
    desk: Desk, look: Look, client: OneClient, reading: Reading[ClientFile], *, in_pane: bool
) -> ft.Control:
    head = top(desk, look, client, in_pane=in_pane)
    return ft.Column([head, _awaited(desk, look, reading)], spacing=0, expand=True)


def _awaited(desk: Desk, look: Look, reading: Reading[ClientFile]) -> ft.Control:
    if reading.failure is not None:
        state = states.error_state(
            look,
            sentence(look.strings, reading.failure),
            lambda: desk.do(reading.refresh),
            reference=reference(reading.failure),
        )
        return ft.Container(state, alignment=ft.Alignment.CENTER, expand=True)
    cards = [states.skeleton_card(look, 3), states.skeleton_card(look, 5, "loading-more")]
    return ft.Container(
        layout.column(*cards, gap=Space.S), padding=ft.Padding.symmetric(horizontal=Space.M)
    )
