"""Something that happened to the client, on one line of its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.palette import pair
from mobile.screens.guard import component
from mobile.screens.hooks import kept, state
from mobile.screens.thread_words import at_words
from mobile.screens.visit_told import VisitTold
from mobile.store.place import Client, Dispute, Document
from mobile.theme import Space

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from mobile.store.place import Place
    from shared.contract.threads import ThreadEntry, ThreadEvent

AVATAR: Final = 36
SIGNS: Final[dict[str, tuple[ft.IconData, Tone]]] = {
    "promise": (ft.Icons.HANDSHAKE_OUTLINED, "accent"),
    "plan": (ft.Icons.EDIT_CALENDAR_ROUNDED, "accent"),
    "dispute": (ft.Icons.FLAG_OUTLINED, "watch"),
    "document": (ft.Icons.PAYMENTS_OUTLINED, "ok"),
    "settlement": (ft.Icons.UNDO_ROUNDED, "watch"),
    "ledger": (ft.Icons.UPLOAD_FILE_OUTLINED, "plain"),
    "import": (ft.Icons.UNDO_ROUNDED, "plain"),
    "client": (ft.Icons.SWAP_HORIZ_ROUNDED, "plain"),
    "contact": (ft.Icons.PERSON_OUTLINE_ROUNDED, "plain"),
    "visit": (ft.Icons.DIRECTIONS_CAR_OUTLINED, "accent"),
}
OTHER: Final[tuple[ft.IconData, Tone]] = (ft.Icons.INFO_OUTLINE_ROUNDED, "plain")


@component
def EventLine(desk: Desk, look: Look, client_id: UUID, entry: ThreadEntry) -> ft.Control:  # noqa: N802
    """It opens the row that it is about, where there is one; a visit, what was reported of it."""
    opened, open_ = state(False)
    event = entry.event
    if event is None:
        return ft.Container()
    icon, tone = SIGNS.get(event.kind.partition("-")[0], OTHER)
    sign = ft.Container(
        marks.icon(look, icon, pair(look.palette, tone)[0]),
        width=AVATAR,
        alignment=ft.Alignment.CENTER,
    )
    told = _told(look, event)
    told.expand = True
    at = words.text(look, at_words(desk, look, entry.said_at), "label", look.palette.ink3)
    line = layout.row(sign, told, at, gap=Space.S, top=True)
    name, place = f"event-{entry.id}", place_of_event(client_id, event)
    if event.kind == "visit-reported" and event.subject is not None:
        tapped = buttons.tappable(line, lambda: open_(True), name, x=0, y=Space.XXS)
        reading = desk.visit_reports[event.subject]
        told_ = [VisitTold(desk, look, reading, lambda: open_(False))] if opened else []
        return layout.column(tapped, *told_)
    if place is None:
        return identified(layout.padded(line, y=Space.XXS), name)
    go = lambda: desk.screen.go(place)  # noqa: E731
    return buttons.tappable(line, go, name, x=0, y=Space.XXS)


event_line = kept(EventLine)


def _told(look: Look, event: ThreadEvent) -> ft.Control:
    p = look.palette
    shown: list[ft.Control] = [words.text(look, event.text, "body", p.ink2)]
    if event.actor is not None:
        shown.append(words.text(look, event.actor.name, "label", p.ink3))
    return layout.column(*shown)


def place_of_event(client_id: UUID, event: ThreadEvent) -> Place | None:
    """Where the row is that the event tells of."""
    match event.kind.partition("-")[0]:
        case "promise" | "plan":
            return Client(client_id, "promises")
        case "dispute" if event.subject is not None:
            return Dispute(client_id, event.subject)
        case "contact":
            return Client(client_id, "contacts")
        case "document" | "settlement" if event.subject is not None:
            return Document(client_id, event.subject)
        case _:
            return None
