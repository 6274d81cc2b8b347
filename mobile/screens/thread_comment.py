"""One comment of a thread: who, when, the words, the files, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.guard import component
from mobile.screens.hooks import kept, state
from mobile.screens.stored_files import StoredFiles
from mobile.screens.thread_event import AVATAR
from mobile.screens.thread_words import (
    FOLDED_FROM,
    FOLDED_LINES,
    at_words,
    author_words,
    comment_text,
    is_own,
    local,
)
from mobile.store.place import Client, Dispute
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.place import Place
    from mobile.store.thread import Opened
    from shared.contract.threads import Comment, CommentOutcome


@component
def CommentBubble(  # noqa: N802
    desk: Desk,
    look: Look,
    comment: Comment,
    opened: Opened,
    is_new: bool,  # noqa: FBT001
) -> ft.Control:
    unfolded, unfold = state(False)
    p = look.palette
    parts: list[ft.Control] = [_head(desk, look, comment, opened, is_new=is_new)]
    folds = len(comment.text) > FOLDED_FROM and not unfolded
    parts.append(comment_text(look, comment, lines=FOLDED_LINES if folds else None))
    if folds:
        name = f"comment-whole-{comment.id}"
        said = look.strings.thread.whole
        parts.append(buttons.button(look, said, lambda: unfold(True), name, kind="text", height=44))
    if comment.files:
        parts.append(StoredFiles(desk, look, comment.files))
    parts += [_became(desk, look, comment, one) for one in comment.outcomes]
    parts += _foot(desk, look, comment)
    bubble = ft.Container(
        layout.column(*parts, gap=Space.XXS),
        bgcolor=p.accent_soft if is_own(desk, comment) else p.surface,
        border_radius=ft.BorderRadius(Space.XXS, Radius.CARD, Radius.CARD, Radius.CARD),
        padding=ft.Padding(left=14, right=Space.XXS, top=Space.XXS, bottom=Space.S),
        expand=True,
    )
    if look.big:
        return identified(bubble, f"comment-{comment.id}")
    who = marks.avatar(look, comment.author.name, AVATAR)
    line = layout.row(who, bubble, gap=Space.S, top=True)
    return identified(line, f"comment-{comment.id}")


comment_bubble = kept(CommentBubble)


def _head(desk: Desk, look: Look, comment: Comment, opened: Opened, *, is_new: bool) -> ft.Control:
    p, said = look.palette, look.strings.thread
    name = words.text(look, author_words(desk, look, comment), "heading", lines=2)
    role = words.text(look, look.strings.me.roles[comment.author.role], "label", p.ink3)
    at = words.text(look, at_words(desk, look, comment.said_at), "label", p.ink3)
    who: list[ft.Control] = [name, role]
    if is_new:
        sign = marks.tag(look, said.new, "accent")
        who.append(identified(ft.Row([sign], tight=True), f"comment-new-{comment.id}"))
    if comment.pinned_at is not None:
        who.append(marks.icon(look, ft.Icons.PUSH_PIN_ROUNDED, p.accent, 16))
    left = ft.Row(
        who,
        spacing=Space.XS,
        wrap=True,
        run_spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    left.expand = True
    more = buttons.icon_button(
        look,
        ft.Icons.MORE_HORIZ_ROUNDED,
        said.menu(who=comment.author.name),
        lambda: opened.show("menu", comment),
        f"comment-menu-{comment.id}",
        color=p.ink3,
    )
    return layout.row(left, at, more, gap=Space.XXS)


def _foot(desk: Desk, look: Look, comment: Comment) -> list[ft.Control]:
    if comment.edited_at is None:
        return []
    edited = look.strings.thread.edited(
        at=look.moment(local(desk, comment.edited_at), desk.today())
    )
    told = words.text(look, edited, "label", look.palette.ink3)
    return [identified(told, f"comment-edited-{comment.id}")]


def _became(desk: Desk, look: Look, comment: Comment, one: CommentOutcome) -> ft.Control:
    """What it became, and the way there."""
    said, p = look.strings.thread, look.palette
    if one.kind == "promise":
        name, icon = said.became_promise, ft.Icons.HANDSHAKE_OUTLINED
        place: Place = Client(comment.client_id, "promises")
    else:
        name, icon = said.became_dispute, ft.Icons.OUTLINED_FLAG_ROUNDED
        place = Dispute(comment.client_id, one.id)
    line = layout.row(
        marks.icon(look, icon, p.accent, 16),
        words.text(look, name, "strong", p.accent),
        tight=True,
    )
    go = lambda: desk.screen.go(place)  # noqa: E731
    return buttons.tappable(line, go, f"became-{one.id}", x=0, y=13)
