"""The thread of a client: pinned decisions, then what was said and what happened, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, states, words
from mobile.components.semantics import identified
from mobile.screens.failures import reference, sentence
from mobile.screens.guard import component
from mobile.screens.hooks import kept, keyed
from mobile.screens.staleness import is_told_below
from mobile.screens.thread_comment import comment_bubble
from mobile.screens.thread_event import event_line
from mobile.screens.thread_pending import PendingWords
from mobile.screens.thread_sheets import ThreadSheets
from mobile.screens.thread_words import author_words, comment_text, day_heading, is_own, local
from mobile.theme import Space

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from mobile.store.thread import Opened, Thread
    from shared.contract.threads import Comment, ThreadEntry, ThreadHead

SKELETONS = 4
PINNED_LINES = 3


@component
def ThreadCards(  # noqa: N802
    desk: Desk, look: Look, client: OneClient, thread: Thread, head: Reading[ThreadHead]
) -> ft.Control:
    ft.use_effect(lambda: desk.do(thread.open), [client.client_id])
    newest = thread.rows[0].id if thread.rows else None
    unread = head.value.unread if head.value else None
    ft.use_effect(lambda: desk.do(desk.saw, thread), [newest, unread])
    parts: list[ft.Control] = [thread_head(desk, look, thread, head)]
    if thread.pinned:
        parts.append(_pinned(desk, look, thread.opened, thread.pinned))
    known = {one.id for one in thread.rows} | {subject_of(one) for one in thread.rows}
    pending = PendingWords(desk, look, desk.local, client.client_id, frozenset(known))
    entries = layout.column(*_entries(desk, look, client, thread), gap=Space.S)
    parts.append(layout.column(pending, entries))
    parts.append(keyed(ThreadSheets, "sheets")(desk, look, client, thread.opened))
    return identified(layout.column(*parts, gap=Space.S), "thread")


thread_cards = kept(ThreadCards)


def subject_of(entry: ThreadEntry) -> UUID:
    """The comment, or what the event is about."""
    if entry.comment is not None:
        return entry.comment.id
    return (entry.event.subject if entry.event else None) or entry.id


def thread_head(desk: Desk, look: Look, thread: Thread, head: Reading[ThreadHead]) -> ft.Control:
    """How many wrote how much, and whether one follows it."""
    said, stands = look.strings.thread, head.value
    if stands is None:
        return ft.Container()
    counts = [said.comments(stands.comments)]
    if stands.people:
        counts.append(said.people(stands.people))
    told = words.text(look, " · ".join(counts), "label", look.palette.ink3)
    left = identified(told, "thread-counts")
    left.expand = True
    following = stands.is_following

    async def turn() -> None:
        await thread.follow(is_following=not following)
        desk.say(said.unfollowed if following else said.followed)

    bell = buttons.chip(
        look,
        said.unfollow if following else said.follow,
        lambda: desk.do(turn),
        "thread-follow",
        on=following,
        icon=ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED
        if following
        else ft.Icons.NOTIFICATIONS_NONE_ROUNDED,
        wraps=look.big,
    )
    return layout.between(look, left, bell)


def _pinned(desk: Desk, look: Look, opened: Opened, comments: list[Comment]) -> ft.Control:
    said = look.strings.thread
    title = identified(
        words.text(look, said.pinned, "strong", look.palette.ink2), "pinned", header=True
    )
    rows: list[ft.Control] = [layout.padded(title, x=Space.M, top=Space.S)]
    rows += [_pinned_row(desk, look, opened, comment) for comment in comments]
    return layout.card(look, *rows, pad=0, gap=0)


def _pinned_row(desk: Desk, look: Look, opened: Opened, comment: Comment) -> ft.Control:
    who = author_words(desk, look, comment)
    when = look.moment(local(desk, comment.said_at), desk.today())
    by = look.strings.thread.spoken(who=who, when=when)
    under = words.text(look, by, "label", look.palette.ink3)
    told = layout.column(comment_text(look, comment, lines=PINNED_LINES), under)
    told.expand = True
    sign = marks.icon(look, ft.Icons.PUSH_PIN_ROUNDED, look.palette.accent)
    line = layout.row(sign, told, gap=Space.S, top=True)
    return buttons.tappable(
        line, lambda: opened.show("menu", comment), f"pinned-{comment.id}", y=Space.XS
    )


def _entries(desk: Desk, look: Look, client: OneClient, thread: Thread) -> list[ft.Control]:
    if not thread.rows:
        return [_nothing(desk, look, thread)]
    shown: list[ft.Control] = []
    day, today = None, desk.today()
    for entry in thread.rows:
        its_day = local(desk, entry.said_at).date()
        if its_day != day:
            day = its_day
            shown.append(_heading(look, day_heading(look, day, today), str(day)))
        shown.append(_entry(desk, look, client, thread, entry))
    return [*shown, *_tail(desk, look, thread)]


def _heading(look: Look, name: str, day: str) -> ft.Control:
    told = words.text(look, name, "strong", look.palette.ink3, align=ft.TextAlign.CENTER)
    box = ft.Container(told, alignment=ft.Alignment.CENTER, padding=ft.Padding.only(top=Space.XS))
    return identified(box, f"day-{day}", header=True)


def _entry(
    desk: Desk, look: Look, client: OneClient, thread: Thread, entry: ThreadEntry
) -> ft.Control:
    key = str(entry.id)
    if entry.comment is None:
        return event_line(desk, look, client.client_id, entry, key=key)
    is_new = (
        thread.is_marked
        and not is_own(desk, entry.comment)
        and (thread.new_after is None or entry.recorded_at > thread.new_after)
    )
    return comment_bubble(desk, look, entry.comment, thread.opened, is_new, key=key)


def _nothing(desk: Desk, look: Look, thread: Thread) -> ft.Control:
    said = look.strings.thread
    is_told = thread.is_held and is_told_below(desk, thread.failure)
    if thread.failure is not None and not is_told:
        return _failed(desk, look, thread)
    if thread.loading or not thread.asked:
        return layout.card(look, states.skeleton_rows(look, SKELETONS), pad=0)
    return states.empty_state(look, ft.Icons.FORUM_OUTLINED, said.empty, said.empty_way)


def _tail(desk: Desk, look: Look, thread: Thread) -> list[ft.Control]:
    if thread.is_held and is_told_below(desk, thread.failure):
        told = words.text(look, look.strings.offline.older, "label", look.palette.ink3)
        return [identified(told, "thread-held")]
    if thread.failure is not None:
        return [_failed(desk, look, thread)]
    if thread.loading:
        return [states.skeleton_rows(look, 1, identifier="loading-more")]
    if not thread.more_to_come:
        return []
    more = lambda: desk.do(thread.more)  # noqa: E731
    older = look.strings.thread.older
    return [buttons.button(look, older, more, "thread-older", kind="text", height=44)]


def _failed(desk: Desk, look: Look, thread: Thread) -> ft.Control:
    assert thread.failure is not None  # noqa: S101 - asked where there is one
    return states.error_state(
        look,
        sentence(look.strings, thread.failure),
        lambda: desk.do(thread.again),
        reference=reference(thread.failure),
    )
