"""What was changed about a client: who, when, on which device, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, navigation, states, words
from mobile.components.semantics import identified
from mobile.screens.change_words import differences_of, title_of
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept
from mobile.screens.nowhere import nowhere
from mobile.store.session import may
from mobile.theme import Space

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.screens.change_words import Difference
    from mobile.store.client_file import History
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.clients import Change, ClientFile

SKELETONS = 4
NEAR_END = 600
SCROLL_EVERY_MS = 150
ICONS = {
    "client-assigned": ft.Icons.SWAP_HORIZ_ROUNDED,
    "client-merged": ft.Icons.MERGE_ROUNDED,
    "client-unmerged": ft.Icons.CALL_SPLIT_ROUNDED,
    "contact-added": ft.Icons.PERSON_ADD_OUTLINED,
    "contact-changed": ft.Icons.PERSON_OUTLINE_ROUNDED,
    "contact-removed": ft.Icons.PERSON_REMOVE_OUTLINED,
    "ledger-imported": ft.Icons.UPLOAD_FILE_OUTLINED,
    "import-undone": ft.Icons.UNDO_ROUNDED,
}


@screen
def HistoryScreen(desk: Desk, look: Look, client_id: UUID) -> ft.View:  # noqa: N802
    pane = history_pane(desk, look, client_id, in_pane=False)
    return view(desk, look, f"/clients/{client_id}/historique", [pane])


history_screen = kept(HistoryScreen)


@component
def HistoryPane(desk: Desk, look: Look, client_id: UUID, *, in_pane: bool) -> ft.Control:  # noqa: N802
    if not may(desk.session.user, "see-audit"):
        return nowhere(desk, look)
    client = desk.files[client_id]
    return HistoryOf(desk, look, client.file, client.history, in_pane=in_pane)


history_pane = kept(HistoryPane)


@component
def HistoryOf(  # noqa: N802
    desk: Desk, look: Look, file: Reading[ClientFile], history: History, *, in_pane: bool
) -> ft.Control:
    ft.on_mounted(lambda: desk.do(history.from_the_start))
    ft.on_mounted(lambda: desk.do(file.ensure))

    def scrolled(e: ft.OnScrollEvent) -> None:
        if e.max_scroll_extent - e.pixels < NEAR_END and history.more_to_come:
            desk.do(history.more)

    who = file.value.identity.name if file.value else ""
    gutter = Space.L if in_pane else Space.M
    body = ft.ListView(
        _body(desk, look, history),
        expand=True,
        spacing=Space.S,
        padding=ft.Padding(left=gutter, right=gutter, top=0, bottom=Space.L),
        scroll_interval=SCROLL_EVERY_MS,
        on_scroll=scrolled,
    )
    top = navigation.top_bar(look, look.strings.history.title, who, desk.screen.back)
    return ft.Column([top, body], spacing=0, expand=True)


def _body(desk: Desk, look: Look, history: History) -> list[ft.Control]:
    said = look.strings.history
    if not history.rows:
        if history.failure is not None:
            return [_failed(desk, look, history)]
        if history.loading or not history.asked:
            return [layout.card(look, states.skeleton_rows(look, SKELETONS), pad=0)]
        return [
            states.empty_state(look, ft.Icons.HISTORY_ROUNDED, said.empty, said.empty_way),
        ]
    shown: list[ft.Control] = []
    for place, change in enumerate(history.rows):
        shown += [layout.hairline(look, 68)] if place else []
        shown.append(change_line(desk, look, change, key=str(change.id)))
    return [layout.card(look, *shown, pad=0, gap=0, spread=True), *_tail(desk, look, history)]


def _tail(desk: Desk, look: Look, history: History) -> list[ft.Control]:
    if history.failure is not None:
        return [_failed(desk, look, history)]
    if history.loading:
        return [states.skeleton_rows(look, 1, identifier="loading-more")]
    if not history.more_to_come:
        return []
    said, more = look.strings.history, lambda: desk.do(history.more)
    return [buttons.button(look, said.more, more, "more-changes", kind="text", height=44)]


def _failed(desk: Desk, look: Look, history: History) -> ft.Control:
    assert history.failure is not None  # noqa: S101 - asked where there is one
    again = history.more if history.rows else history.from_the_start
    return states.error_state(
        look,
        sentence(look.strings, history.failure),
        lambda: desk.do(again),
        reference=reference(history.failure),
    )


@component
def ChangeLine(desk: Desk, look: Look, change: Change) -> ft.Control:  # noqa: N802
    today = desk.today()
    parts: list[ft.Control] = [
        words.text(look, title_of(look, change), "heading"),
        words.text(look, _by(desk, look, change), "label", look.palette.ink3),
    ]
    told = differences_of(look, change, today)
    if told:
        lines = layout.column(*[_difference(look, one) for one in told], gap=Space.XXS)
        parts.append(layout.padded(lines, top=Space.XXS))
    inside = layout.column(*parts)
    inside.expand = True
    sign = marks.disc(look, ICONS.get(change.kind, ft.Icons.EDIT_OUTLINED), "plain")
    line = layout.row(sign, inside, gap=Space.S, top=True)
    return identified(layout.padded(line, x=Space.M, y=Space.S), f"change-{change.id}")


change_line = kept(ChangeLine)


def _by(desk: Desk, look: Look, change: Change) -> str:
    said = look.strings.history
    who = change.actor.name if change.actor and change.actor.name else said.nobody
    when = look.moment(change.recorded_at.astimezone(desk.platform.zone), desk.today())
    if change.device:
        return said.by_on(who=who, when=when, device=change.device)
    return said.by(who=who, when=when)


def _difference(look: Look, one: Difference) -> ft.Control:
    """The field, then what it was and what it became; read aloud with both named."""
    said, p = look.strings.history, look.palette
    spoken = [said.was(value=one.before)] if one.before else []
    spoken += [said.became(value=one.after)] if one.after else []
    shown = " → ".join(part for part in (one.before, one.after) if part)
    # What is gone is told quietly; what holds now, in ink.
    color = p.ink if one.after else p.ink3
    value = words.text(look, shown, "label", color, spoken=", ".join(spoken))
    name = words.text(look, one.name, "label", p.ink3)
    if look.big:
        return layout.column(name, value)
    name.expand, value.expand = 2, 3
    return layout.row(name, value, gap=Space.XS, top=True)
