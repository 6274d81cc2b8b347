"""The thread beside the client's file, where there is room for three panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, navigation, words
from mobile.screens.guard import component
from mobile.screens.hooks import kept
from mobile.screens.thread import thread_cards
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.clients import ClientFile

NEAR_END = 600
SCROLL_EVERY_MS = 150


@component
def ThreadPane(desk: Desk, look: Look, client_id: UUID) -> ft.Control:  # noqa: N802
    client = desk.files[client_id]
    return ThreadOf(desk, look, client, client.file)


thread_pane = kept(ThreadPane)


@component
def ThreadOf(  # noqa: N802
    desk: Desk, look: Look, client: OneClient, file: Reading[ClientFile]
) -> ft.Control:
    """Nothing of a client that cannot be seen."""
    if file.value is None:
        return ft.Container()
    thread = client.thread

    def scrolled(e: ft.OnScrollEvent) -> None:
        if e.max_scroll_extent - e.pixels < NEAR_END and thread.more_to_come:
            desk.do(thread.more)

    cards = thread_cards(desk, look, client, thread, thread.head, key=str(client.client_id))
    body = ft.ListView(
        [cards],
        expand=True,
        padding=ft.Padding(left=Space.M, right=Space.M, top=0, bottom=Space.L),
        scroll_interval=SCROLL_EVERY_MS,
        on_scroll=scrolled,
    )
    top = navigation.top_bar(look, look.strings.thread.title, file.value.identity.name, None)
    return ft.Column([top, body, _write(look, client)], spacing=0, expand=True)


def _write(look: Look, client: OneClient) -> ft.Control:
    p = look.palette
    hint = words.text(look, look.strings.thread.write, "body", p.ink3)
    line = buttons.tappable(
        layout.row(hint),
        lambda: client.thread.opened.show("write"),
        "thread-write",
        color=p.fill,
        radius=Radius.BUTTON,
    )
    return ft.Container(
        line,
        bgcolor=p.surface,
        padding=ft.Padding.all(Space.S),
        border=ft.Border.only(top=ft.BorderSide(1, p.line)),
    )
