"""What one has said of a client that waits to be sent: at the top of its thread, as one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.entry_row import above, pending_card, reason_words, standing_tag
from mobile.screens.guard import component
from mobile.screens.thread_event import AVATAR
from mobile.screens.thread_words import FOLDED_LINES, at_words
from mobile.store.place import Entries
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.entries import Shown
    from mobile.store.local import Local
    from mobile.sync.commands import Kind

COMMENTS: Final[tuple[Kind, ...]] = ("post-comment", "edit-comment")
REPORTS: Final[tuple[Kind, ...]] = ("report-visit",)


@component
def PendingWords(  # noqa: N802
    desk: Desk,
    look: Look,
    local: Local,  # noqa: ARG001 - drawn again with each change of an entry
    client_id: UUID,
    known: Collection[UUID],
) -> ft.Control:
    """`known`: comments and events of the thread as it was read, that took their place."""
    said = desk.entries.of_client(client_id, COMMENTS)
    reported = desk.entries.of_client(client_id, REPORTS)
    shown = [bubble(desk, look, one) for one in said if not one.is_known_as(known)]
    card = pending_card(desk, look, [one for one in reported if not one.is_known_as(known)])
    return above(*card, *shown)


def bubble(desk: Desk, look: Look, shown: Shown) -> ft.Control:
    entry, p, said = shown.entry, look.palette, look.strings
    name = words.text(look, said.thread.you, "heading")
    name.expand = True
    at = words.text(look, at_words(desk, look, entry.said_at), "label", p.ink3)
    parts: list[ft.Control] = [layout.row(name, at)]
    if entry.kind == "edit-comment":
        parts.append(words.text(look, said.entries.kinds[entry.kind], "label", p.ink3))
    parts.append(words.text(look, str(entry.body.get("text", "")), lines=FOLDED_LINES))
    if entry.files:
        parts.append(words.text(look, said.entries.files(len(entry.files)), "label", p.ink2))
    parts.append(ft.Row([standing_tag(look, shown.standing)], tight=True))
    if why := reason_words(look, shown):
        parts.append(words.text(look, why, "label", p.hold if entry.problem else p.ink2))
    box = ft.Container(
        layout.column(*parts, gap=Space.XXS),
        bgcolor=p.accent_soft,
        border=ft.Border.all(1, p.accent),
        border_radius=ft.BorderRadius(Space.XXS, Radius.CARD, Radius.CARD, Radius.CARD),
        padding=ft.Padding(left=14, right=14, top=10, bottom=Space.S),
        ink=True,
        on_click=lambda: desk.screen.go(Entries()),
        expand=True,
    )
    if look.big:
        return identified(box, f"pending-{entry.id}")
    user = desk.session.user
    who = marks.avatar(look, user.name if user else said.thread.you, AVATAR)
    return identified(layout.row(who, box, gap=Space.S, top=True), f"pending-{entry.id}")
