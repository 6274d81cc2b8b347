"""The sheet of an entry's kind, with its words in it: said again, it is the same entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import sheets, states
from mobile.screens.comment_sheet import CommentSheet
from mobile.screens.dispute_sheet import DisputeSheet
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.promise_sheet import PromiseSheet
from mobile.screens.visit_sheet import VisitSheet
from mobile.store.comment_entry import CommentEntry
from mobile.store.dispute_entry import Signalling
from mobile.store.entries import MODIFIED
from mobile.store.modifying import id_in
from mobile.store.visit_entry import VisitEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from mobile.sync.entries import Entry
    from shared.contract.clients import ClientFile


def may_modify(entry: Entry) -> bool:
    return entry.kind in MODIFIED


@component
def ModifySheet(  # noqa: N802
    desk: Desk, look: Look, entry: Entry, close: Callable[[], None]
) -> ft.Control:
    client = desk.files[entry.client_id]
    ft.on_mounted(lambda: desk.do(client.ensure))
    ft.on_mounted(lambda: desk.do(client.contacts.ensure))
    return WordsSheet(desk, look, client, client.file, entry, close)


@component
def WordsSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    reading: Reading[ClientFile],
    entry: Entry,
    close: Callable[[], None],
) -> ft.Control:
    writing, file = desk.entries.modifying(entry, look.strings.language), reading.value

    def done() -> None:
        """Closed with the words said, or without: then they are here when it opens again."""
        if not writing.is_typed:
            desk.entries.modified(entry.id)
        close()

    if isinstance(writing, CommentEntry):
        files, who = writing.attachments, client.thread.who
        return CommentSheet(desk, look, who, writing, files, None, done)
    if isinstance(writing, VisitEntry):
        name, visit_id = (file.identity.name if file else ""), id_in(entry.body, "visit_id")
        told = (name, visit_id, desk.today(), writing, client.contacts)
        return VisitSheet(desk, look, client, *told, done)
    if file is None:
        return _without_file(desk, look, reading, close)
    if isinstance(writing, Signalling):
        asked = (client.disputes, client.dispute_owners, desk.dispute_reasons)
        return DisputeSheet(desk, look, client, file, writing, *asked, done)
    known = (client.promises, client.contacts)
    return PromiseSheet(desk, look, client, file, writing, *known, done)


def _without_file(
    desk: Desk, look: Look, reading: Reading[ClientFile], close: Callable[[], None]
) -> ft.Control:
    """Its invoices are what one chooses from."""
    body: ft.Control = states.skeleton_rows(look, 3)
    if reading.failure is not None:
        retry = lambda: desk.do(reading.refresh)  # noqa: E731
        body = states.error_state(look, sentence(look.strings, reading.failure), retry)
    ft.use_dialog(
        sheets.sheet(
            look,
            look.strings.entries.modify,
            [body],
            close,
            screen_height=desk.screen.height,
            identifier="modify-sheet",
        )
    )
    return ft.Container()
