"""The sheet that says who looks after a client: its branch, its rep, its collector."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, layout, marks, sheets, words
from mobile.screens.assignment_choice import choice
from mobile.screens.assignment_draft import PARTS, Draft, changes
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.refusal import refusal
from mobile.store.place import Clients
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.screens.assignment_draft import Part
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from mobile.store.reports import Colleagues
    from shared.contract.clients import Identity
    from shared.contract.organisation import Organisation

ICONS = {
    "branch": ft.Icons.STOREFRONT_OUTLINED,
    "rep": ft.Icons.BADGE_OUTLINED,
    "collector": ft.Icons.SUPPORT_AGENT_ROUNDED,
}


@component
def AssignSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    who: Identity,
    colleagues: Colleagues,
    organisation: Reading[Organisation],
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.assignment
    draft, put = state(Draft.of(who))
    ft.on_mounted(lambda: desk.do(colleagues.ensure))
    ft.on_mounted(lambda: desk.do(organisation.ensure))
    change = changes(Draft.of(who), draft)

    async def assign() -> None:
        put(replace(draft, busy=True, failure=""))
        try:
            still_seen = await client.assign(change)
        except Failure as failure:
            put(replace(draft, busy=False, failure=sentence(look.strings, failure)))
            return
        close()
        desk.do(desk.clients.refresh)
        desk.say(said.saved if still_seen else said.out_of_sight)
        if not still_seen:
            desk.screen.go(Clients())

    action: ft.Control | None = None
    if draft.choosing is None:
        title, body = said.title, _form(look, draft, put)
        action = _save(look, draft, lambda: desk.do(assign), live=bool(change.model_fields_set))
    else:
        title = name_of(look, draft.choosing)
        body = choice(desk, look, who, colleagues, organisation, draft, put)
    shown = sheets.sheet(
        look,
        title,
        body,
        close,
        screen_height=desk.screen.height,
        under=who.name,
        action=action,
        identifier="assign-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def _save(look: Look, draft: Draft, on_tap: Callable[[], None], *, live: bool) -> ft.Control:
    name = look.strings.assignment.save
    return buttons.button(look, name, on_tap, "assign-save", enabled=live, busy=draft.busy)


def name_of(look: Look, part: Part) -> str:
    said = look.strings.assignment
    return {"branch": said.branch, "rep": said.rep, "collector": said.collector}[part]


def _form(look: Look, draft: Draft, put: Callable[[Draft], None]) -> list[ft.Control]:
    rows: list[ft.Control] = []
    for part in PARTS:
        rows += [layout.hairline(look, 68)] if rows else []
        rows.append(_row(look, draft, part, _choosing(put, draft, part)))
    body: list[ft.Control] = [
        words.text(look, look.strings.assignment.way, "body", look.palette.ink2),
        layout.card(look, *rows, pad=0, gap=0, color=look.palette.canvas, spread=True),
    ]
    return [*body, refusal(look, draft.failure)] if draft.failure else body


def _choosing(put: Callable[[Draft], None], draft: Draft, part: Part) -> Callable[[], None]:
    return lambda: put(replace(draft, choosing=part, sought=""))


def _row(look: Look, draft: Draft, part: Part, on_tap: Callable[[], None]) -> ft.Control:
    held, said = draft.held(part), look.strings
    nobody = said.assignment.no_branch if part == "branch" else said.identity.nobody
    text = layout.column(
        words.text(look, name_of(look, part), "label", look.palette.ink3),
        words.text(look, held.name if held else nobody, "heading"),
    )
    text.expand = True
    more = marks.icon(look, ft.Icons.CHEVRON_RIGHT_ROUNDED, look.palette.ink3)
    line = layout.row(marks.disc(look, ICONS[part], "plain"), text, more, gap=Space.S)
    return buttons.tappable(line, on_tap, f"assign-{part}")
