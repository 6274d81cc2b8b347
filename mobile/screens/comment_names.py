"""Naming somebody in a comment: chips for the name being typed, and who will be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, words
from mobile.components.semantics import identified
from mobile.screens.guard import component
from mobile.store.mentioning import passages, proposed
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mobile.components.look import Look
    from mobile.store.comment_entry import CommentEntry
    from mobile.store.desk import Desk
    from mobile.store.mentioning import Name
    from mobile.store.who import Who


@component
def NamesPart(desk: Desk, look: Look, entry: CommentEntry, who: Who) -> ft.Control:  # noqa: N802
    """Under the words: what the fragment may mean, or else whom the words name."""
    fragment = entry.fragment
    asked = fragment.text if fragment else None

    def look_up() -> None:
        if asked is not None:
            desk.do(who.look_for, asked)

    ft.use_effect(look_up, [asked])
    names = who.names(look.strings.me.roles)
    if fragment is not None:
        found = proposed(fragment, names)
        if not found and who.failure is not None and not who.loading:
            return _unread(desk, look, who)
        return _proposals(look, entry, found, known=who.value is not None)
    said = look.strings.comment_sheet
    begin = buttons.chip(
        look,
        said.mention,
        entry.begin_name,
        "mention",
        icon=ft.Icons.ALTERNATE_EMAIL_ROUNDED,
    )
    return layout.column(*_told(look, entry, names), layout.wrap(begin), gap=Space.XXS)


def _proposals(
    look: Look, entry: CommentEntry, found: Sequence[Name], *, known: bool
) -> ft.Control:
    said = look.strings.comment_sheet
    if not found:
        waiting = look.strings.common.loading if not known else said.nobody
        told = words.text(look, waiting, "label", look.palette.ink3)
        return identified(told, "mention-nobody", live=True)
    chips = [
        buttons.chip(look, label(look, one), choosing(entry, one), identifier_of(one), wraps=True)
        for one in found
    ]
    return identified(layout.wrap(*chips), "mention-choices")


def _unread(desk: Desk, look: Look, who: Who) -> ft.Control:
    """Nobody knows whether there is somebody of that name."""
    told = words.text(look, look.strings.comment_sheet.names_unread, "label", look.palette.ink3)
    retry = buttons.chip(
        look, look.strings.common.retry, lambda: desk.do(who.refresh), "mention-retry"
    )
    return layout.column(identified(told, "mention-unread", live=True), layout.wrap(retry))


def label(look: Look, name: Name) -> str:
    if name.role is None:
        return name.words
    return look.strings.comment_sheet.everybody(role=name.words)


def identifier_of(name: Name) -> str:
    return f"mention-{name.account_id or name.role}"


def choosing(entry: CommentEntry, name: Name) -> Callable[[], None]:
    return lambda: entry.name(name)


def _told(look: Look, entry: CommentEntry, names: list[Name]) -> list[ft.Control]:
    found = dict.fromkeys(one.name for one in passages(entry.draft.text, names))
    if not found:
        return []
    listed = ", ".join(label(look, one) for one in found)
    told = words.text(
        look, look.strings.comment_sheet.named(names=listed), "label", look.palette.ink2
    )
    return [identified(told, "mentioned", live=True)]
