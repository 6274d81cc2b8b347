"""How a thread says who and when: day headings, names, the words of a comment with its names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.store.mentioning import Name, passages
from mobile.strings import LANGUAGES
from mobile.theme import style
from shared.formats import near_date_text, time_text

if TYPE_CHECKING:
    from datetime import date, datetime

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from shared.contract.threads import Comment

FOLDED_FROM: Final = 900
"""Letters; a longer comment is folded until it is asked for whole."""
FOLDED_LINES: Final = 10


def day_heading(look: Look, day: date, today: date) -> str:
    said = look.strings.thread
    if day == today:
        return said.today
    if day == today - timedelta(days=1):
        return said.yesterday
    words = near_date_text(day, today, look.strings.language)
    return words[0].upper() + words[1:]


def local(desk: Desk, moment: datetime) -> datetime:
    return moment.astimezone(desk.platform.zone)


def at_words(desk: Desk, look: Look, moment: datetime) -> str:
    """The time alone: the day stands above."""
    return time_text(local(desk, moment).time(), look.strings.language)


def is_own(desk: Desk, comment: Comment) -> bool:
    user = desk.session.user
    return user is not None and user.id == comment.author.id


def author_words(desk: Desk, look: Look, comment: Comment) -> str:
    return look.strings.thread.you if is_own(desk, comment) else comment.author.name


def names_in(comment: Comment) -> list[Name]:
    """Whom it names: a role was written as the language of its author calls it."""
    people = [Name(one.name, account_id=one.id) for one in comment.mentions]
    called = [
        Name(strings.me.roles[role], role=role)
        for role in comment.roles
        for strings in LANGUAGES.values()
    ]
    return [*people, *called]


def comment_text(look: Look, comment: Comment, *, lines: int | None = None) -> ft.Text:
    """The words, those named in the accent."""
    p = look.palette
    shown, at = [], 0
    for start, end, _ in passages(comment.text, names_in(comment)):
        if start >= at:
            shown += [
                ft.TextSpan(comment.text[at:start]),
                ft.TextSpan(comment.text[start:end], style("body", p.on_accent_soft, weight=600)),
            ]
            at = end
    if not shown:
        return _text(look, comment.text, lines)
    text = _text(look, "", lines)
    text.spans = [*shown, ft.TextSpan(comment.text[at:])]
    return text


def _text(look: Look, words: str, lines: int | None) -> ft.Text:
    return ft.Text(
        words,
        style=style("body", look.palette.ink),
        max_lines=lines,
        overflow=ft.TextOverflow.ELLIPSIS if lines else ft.TextOverflow.CLIP,
    )
