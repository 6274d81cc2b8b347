"""What one can do from a client file: take a promise, signal a dispute, call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components import buttons, layout
from mobile.components.buttons import Action
from mobile.screens.calling import call_action, call_sheet
from mobile.screens.comment_sheet import CommentSheet
from mobile.screens.dispute_sheet import DisputeSheet
from mobile.screens.guard import component
from mobile.screens.hooks import one_open
from mobile.screens.promise_sheet import PromiseSheet
from mobile.store.session import may

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts, OneClient
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientFile

Sheet = Literal["call", "promise", "dispute", "comment"]

CLOSED: Sheet | None = None


@component
def FileActions(  # noqa: N802
    desk: Desk, look: Look, client: OneClient, file: ClientFile, contacts: Contacts
) -> ft.Control:
    opened, open_, close = one_open(CLOSED)
    ft.use_effect(lambda: desk.do(contacts.ensure), [file.identity.id])
    known = contacts.value.items if contacts.value else []

    ft.use_dialog(call_sheet(desk, look, known, close) if opened == "call" else None)
    actions = [*_entries(desk, look, open_), call_action(look, known, lambda: open_("call"))]
    shown: list[ft.Control] = [buttons.action_bar(look, actions)]
    if opened == "promise":
        known_of = (client.promise_entry, client.promises, contacts)
        shown.append(PromiseSheet(desk, look, client, file, *known_of, close))
    if opened == "dispute":
        asked = (client.disputes, client.dispute_owners, desk.dispute_reasons)
        shown.append(DisputeSheet(desk, look, client, file, client.signalling, *asked, close))
    if opened == "comment":
        thread = client.thread
        new = thread.entry
        shown.append(CommentSheet(desk, look, thread.who, new, new.attachments, None, close))
    return layout.column(*shown)


def _entries(desk: Desk, look: Look, open_: Callable[[Sheet | None], None]) -> list[Action]:
    """What this person may enter of the client, in the order of the bar."""
    shown, icons = [], ft.Icons
    if may(desk.session.user, "take-promises"):
        name = look.strings.promise_sheet.action
        take = lambda: open_("promise")  # noqa: E731
        shown.append(Action("promise", name, icons.HANDSHAKE_OUTLINED, take))
    signal = lambda: open_("dispute")  # noqa: E731
    name = look.strings.dispute_sheet.action
    shown.append(Action("dispute", name, icons.OUTLINED_FLAG_ROUNDED, signal))
    write = lambda: open_("comment")  # noqa: E731
    name = look.strings.comment_sheet.action
    shown.append(Action("comment", name, icons.CHAT_BUBBLE_OUTLINE_ROUNDED, write))
    return shown
