"""What is done with a comment: changed, pinned, looked back at, made a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components import buttons, layout, marks, sheets, words
from mobile.screens.comment_sheet import CommentSheet
from mobile.screens.comment_versions import VersionsSheet
from mobile.screens.dispute_sheet import DisputeSheet
from mobile.screens.guard import component
from mobile.screens.promise_sheet import PromiseSheet
from mobile.screens.thread_words import author_words, is_own, local
from mobile.store.origin import Origin
from mobile.store.session import may
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.thread import Opened, Sheet
    from shared.contract.threads import Comment


@component
def ThreadSheets(desk: Desk, look: Look, client: OneClient, opened: Opened) -> ft.Control:  # noqa: N802
    comment, thread = opened.comment, client.thread
    if opened.sheet == "write":
        new, files = thread.entry, thread.entry.attachments
        return CommentSheet(desk, look, thread.who, new, files, None, opened.closing("write"))
    if opened.sheet is None or comment is None:
        return ft.Container()
    return _over(desk, look, client, opened.sheet, comment)


def _over(desk: Desk, look: Look, client: OneClient, sheet: Sheet, comment: Comment) -> ft.Control:
    file, thread = client.file.value, client.thread
    close = thread.opened.closing(sheet)
    shown: ft.Control = ft.Container()
    match sheet:
        case "menu":
            shown = CommentMenu(desk, look, client, comment)
        case "edit":
            shown = CommentSheet(desk, look, thread.who, thread.edit(comment), None, comment, close)
        case "versions":
            shown = VersionsSheet(desk, look, thread, comment, close)
        case "promise" if file is not None:
            known = (client.promise_entry, client.promises, client.contacts)
            shown = PromiseSheet(desk, look, client, file, *known, close)
        case "dispute" if file is not None:
            asked = (client.disputes, client.dispute_owners, desk.dispute_reasons)
            shown = DisputeSheet(desk, look, client, file, client.signalling, *asked, close)
    return shown


@component
def CommentMenu(desk: Desk, look: Look, client: OneClient, comment: Comment) -> ft.Control:  # noqa: N802
    opened = client.thread.opened
    when = look.moment(local(desk, comment.said_at), desk.today())
    shown = sheets.sheet(
        look,
        author_words(desk, look, comment),
        [layout.column(*entries_of(desk, look, client, comment))],
        opened.closing("menu"),
        screen_height=min(desk.screen.height, HEIGHT),
        under=when,
        identifier="comment-menu",
    )
    ft.use_dialog(shown)
    return ft.Container()


HEIGHT = 480


def entries_of(desk: Desk, look: Look, client: OneClient, comment: Comment) -> list[ft.Control]:
    """What this person may do with it now: the server would refuse the rest."""
    said, icons = look.strings.thread, ft.Icons
    user, opened = desk.session.user, client.thread.opened
    shown = []
    if comment.editable_until is not None and is_own(desk, comment):
        edit = lambda: opened.show("edit", comment)  # noqa: E731
        shown.append(_entry(look, "comment-edit", said.edit, icons.EDIT_OUTLINED, edit))
    if may(user, "pin-comments"):
        shown.append(_pinning(desk, look, client, comment))
    if may(user, "take-promises"):
        promise = lambda: become(client, comment, "promise")  # noqa: E731
        name = "comment-to-promise"
        shown.append(_entry(look, name, said.to_promise, icons.HANDSHAKE_OUTLINED, promise))
    dispute = lambda: become(client, comment, "dispute")  # noqa: E731
    name = "comment-to-dispute"
    shown.append(_entry(look, name, said.to_dispute, icons.OUTLINED_FLAG_ROUNDED, dispute))
    if comment.version > 1:
        versions = lambda: opened.show("versions", comment)  # noqa: E731
        shown.append(
            _entry(look, "comment-versions", said.versions, icons.HISTORY_ROUNDED, versions)
        )
    return shown


def _pinning(desk: Desk, look: Look, client: OneClient, comment: Comment) -> ft.Control:
    said = look.strings.thread
    is_pinned = comment.pinned_at is not None

    async def turn() -> None:
        client.thread.opened.closing("menu")()
        await client.thread.pin(comment.id, is_pinned=not is_pinned)

    name = "comment-unpin" if is_pinned else "comment-pin"
    words_ = said.unpin if is_pinned else said.pin
    return _entry(look, name, words_, ft.Icons.PUSH_PIN_OUTLINED, lambda: desk.do(turn))


def become(client: OneClient, comment: Comment, what: Literal["promise", "dispute"]) -> None:
    """The sheet of what the comment is to become, over the thread."""
    entry = client.promise_entry if what == "promise" else client.signalling
    entry.change(origin=Origin(comment.id, comment.author.name))
    client.thread.opened.show(what, comment)


def _entry(
    look: Look, identifier: str, name: str, icon: ft.IconData, on_click: Callable[[], None]
) -> ft.Control:
    line = layout.row(
        marks.icon(look, icon, look.palette.accent), words.text(look, name, "body"), gap=Space.S
    )
    return buttons.tappable(line, on_click, identifier, x=0)
