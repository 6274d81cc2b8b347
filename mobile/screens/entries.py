"""Saisies: everything that was entered on this device and is not with the server yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, navigation, questions, states, words
from mobile.components.semantics import identified
from mobile.screens.entry_modifying import ModifySheet, may_modify
from mobile.screens.entry_row import client_name, reason_words, told_of, what_part
from mobile.screens.failures import sentence
from mobile.screens.frame import centred, view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept, keyed, one_open
from mobile.store.place import Entries as EntriesPlace
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.entries import Shown
    from mobile.store.local import Local
    from mobile.sync.entries import Entry

NONE_CHANGED: Entry | None = None
NONE_LEFT: UUID | None = None


@screen
def EntriesScreen(desk: Desk, look: Look) -> ft.View:  # noqa: N802
    """It may be the first that is opened: what lies below is then not measured."""
    pane = entries_pane(desk, look)
    return view(desk, look, EntriesPlace().path, [pane])


entries_screen = kept(EntriesScreen)


@component
def EntriesPane(desk: Desk, look: Look) -> ft.Control:  # noqa: N802
    return EntryCards(desk, look, desk.local)


entries_pane = kept(EntriesPane)


@component
def EntryCards(desk: Desk, look: Look, local: Local) -> ft.Control:  # noqa: N802
    changed, change, close = one_open(NONE_CHANGED)
    left, leave, stay = one_open(NONE_LEFT)
    shown = desk.entries.unsent()
    said = look.strings.entries
    ft.use_dialog(discarding(desk, look, left, stay) if left else None)
    parts: list[ft.Control] = [_empty(look, local)] if not shown else []
    if any(one.entry.is_open and one.standing != "held" for one in shown):
        parts.append(_send_now(desk, look))
    parts += [entry_card(desk, look, one, change, leave) for one in shown]
    if changed is not None:  # it stays, whatever becomes of the entry while words are typed
        parts.append(keyed(ModifySheet, f"modify-{changed.id}")(desk, look, changed, close))
    top = navigation.top_bar(look, said.title, counts_words(desk, look), desk.screen.back)
    return ft.Column([top, centred(desk, *parts)], spacing=0, expand=True)


def counts_words(desk: Desk, look: Look) -> str:
    """`3 saisies en attente · 1 saisie à revoir`; empty where everything has gone."""
    said, counts = look.strings.entries, desk.entries.counts()
    waiting = said.waiting(counts.waiting) if counts.waiting else ""
    review = said.review(counts.review) if counts.review else ""
    return " · ".join(part for part in (waiting, review) if part)


def _empty(look: Look, local: Local) -> ft.Control:
    said, icon = look.strings.entries, ft.Icons.CLOUD_DONE_OUTLINED
    what, way = said.none, said.none_way
    if local.state == "failed" and local.failure is not None:
        icon, what = ft.Icons.ERROR_OUTLINE_ROUNDED, said.failed
        way = sentence(look.strings, local.failure)
    elif local.state == "elsewhere":
        icon, what, way = ft.Icons.TAB_ROUNDED, said.elsewhere, said.elsewhere_way
    elif not local.is_kept:
        what, way = said.nothing_kept, said.nothing_kept_way
    return states.empty_state(look, icon, what, way, identifier="no-entries")


def _send_now(desk: Desk, look: Look) -> ft.Control:
    return buttons.button(
        look,
        look.strings.entries.send_now,
        desk.entries.send_now,
        "entries-send",
        kind="soft",
        icon=ft.Icons.CLOUD_UPLOAD_OUTLINED,
        height=44,
    )


def entry_card(
    desk: Desk,
    look: Look,
    shown: Shown,
    change: Callable[[Entry], None],
    leave: Callable[[UUID], None],
) -> ft.Control:
    """Whose, what, how it is doing and why; and what can be done with it."""
    parts: list[ft.Control] = [_whose(desk, look, shown)]
    parts.append(what_part(look, told_of(desk, look, shown.entry), shown.standing))
    if why := reason_words(look, shown):
        parts.append(_reason(look, why, shown))
    parts += _deeds(desk, look, shown, change, leave)
    return identified(layout.card(look, *parts, spread=True), f"entry-{shown.entry.id}")


def _whose(desk: Desk, look: Look, shown: Shown) -> ft.Control:
    """The client by name while the device may hold it; then only what was typed is left."""
    entry, said, p = shown.entry, look.strings.entries, look.palette
    known = client_name(desk, entry)
    name = known or said.client_unknown
    told = told_of(desk, look, entry)
    at = look.moment(entry.said_at.astimezone(desk.platform.zone), desk.today())
    who = layout.column(
        words.text(look, name, "heading", p.ink if known else p.ink2, lines=2),
        words.text(look, said.said_at(when=at), "label", p.ink3),
    )
    who.expand = True
    line = layout.row(marks.disc(look, told.sign, "plain"), who, gap=Space.S)
    if not known:
        return line
    open_ = lambda: desk.do(desk.open_client, entry.client_id)  # noqa: E731
    return buttons.tappable(line, open_, f"entry-client-{entry.id}", x=0, y=0)


def _reason(look: Look, why: str, shown: Shown) -> ft.Control:
    p = look.palette
    is_refused = shown.entry.problem is not None
    box = ft.Container(
        words.text(look, why, "body", p.hold if is_refused else p.ink2),
        bgcolor=p.hold_soft if is_refused else p.fill,
        border_radius=Radius.FIELD,
        padding=Space.S,
    )
    return identified(box, f"entry-why-{shown.entry.id}", live=True)


def _deeds(
    desk: Desk,
    look: Look,
    shown: Shown,
    change: Callable[[Entry], None],
    leave: Callable[[UUID], None],
) -> list[ft.Control]:
    """Nothing of one that is on its way: whether it was taken is not known yet."""
    if not shown.is_changeable:
        return []
    id_, said = shown.entry.id, look.strings.entries

    def one(name: str, do: Callable[[], None], identifier: str, kind: buttons.Kind) -> ft.Control:
        return buttons.button(
            look,
            name,
            do,
            f"{identifier}-{id_}",
            kind=kind,
            height=44,
            expand=None if look.big else True,
        )

    async def say_again() -> None:
        await desk.entries.again(id_)
        desk.say(said.kept_again)

    deeds: list[ft.Control] = []
    if may_modify(shown.entry):
        deeds.append(one(said.modify, lambda: change(shown.entry), "entry-modify", "soft"))
    if shown.standing == "review":
        deeds.append(one(said.again, lambda: desk.do(say_again), "entry-again", "quiet"))
    discard = one(said.discard, lambda: leave(id_), "entry-discard", "danger")
    if look.big:
        return [layout.column(*deeds, discard, gap=Space.XS)]
    if len(deeds) > 1:  # three words do not stand side by side on a phone
        return [layout.column(layout.row(*deeds), layout.row(discard), gap=Space.XS)]
    return [layout.row(*deeds, discard)]


def discarding(desk: Desk, look: Look, id_: UUID, close: Callable[[], None]) -> ft.AlertDialog:
    said = look.strings.entries

    async def discard() -> None:
        close()
        await desk.entries.discard(id_)
        desk.say(said.discarded)

    answers = [
        buttons.button(look, said.discard_keep, close, "discard-keep"),
        buttons.button(
            look, said.discard_yes, lambda: desk.do(discard), "discard-yes", kind="danger"
        ),
    ]
    return questions.question(
        look, said.discard_title, said.discard_ask, answers, close, identifier="discarding"
    )
