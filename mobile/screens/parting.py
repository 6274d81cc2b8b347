"""The sheet that takes a merge back: which client, then what will happen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, layout, sheets, states, words
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.clients import Identity, MergedClient, MergedClientList


@dataclass(frozen=True, slots=True)
class Draft:
    """Which client is to stand alone again."""

    chosen: UUID | None = None
    failure: str = ""
    busy: bool = False


@component
def PartSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    who: Identity,
    named: UUID,
    merged: Reading[MergedClientList],
    close: Callable[[], None],
) -> ft.Control:
    """`named` is the client of the address: it may be the very one that was merged."""
    said = look.strings.merging
    draft, put = state(Draft(named))
    ft.on_mounted(lambda: desk.do(merged.refresh))
    known = merged.value.items if merged.value else []
    leaving = chosen_of(known, draft.chosen)

    async def part(one: MergedClient) -> None:
        put(replace(draft, busy=True, failure=""))
        try:
            await desk.unmerge(one.id, who.id)
        except Failure as failure:
            put(replace(draft, busy=False, failure=sentence(look.strings, failure)))
            return
        close()
        desk.say(said.parted(code=one.code))

    action: ft.Control | None = None
    if leaving is None:
        body = _choice(desk, look, who, merged, put)
    else:
        body, one = _confirmation(look, leaving, draft), leaving
        action = buttons.button(
            look,
            said.part_confirm,
            lambda: desk.do(part, one),
            "part-confirm",
            kind="danger",
            busy=draft.busy,
        )
    shown = sheets.sheet(
        look,
        said.part_title,
        body,
        close,
        screen_height=desk.screen.height,
        under=who.name,
        action=action,
        identifier="part-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def chosen_of(known: Sequence[MergedClient], chosen: UUID | None) -> MergedClient | None:
    """The one that was chosen; without a choice, the only one there is."""
    if len(known) == 1:
        return known[0]
    return next((one for one in known if one.id == chosen), None)


def _choice(
    desk: Desk,
    look: Look,
    who: Identity,
    merged: Reading[MergedClientList],
    put: Callable[[Draft], None],
) -> list[ft.Control]:
    said = look.strings.merging
    if merged.value is None:
        if merged.failure is None:
            return [states.skeleton_rows(look, 2, said.loading)]
        retry = lambda: desk.do(merged.refresh)  # noqa: E731
        return [states.error_state(look, sentence(look.strings, merged.failure), retry)]
    rows: list[ft.Control] = []
    for one in merged.value.items:
        rows += [layout.hairline(look, 16)] if rows else []
        rows.append(_row(look, one, _chosen(put, one.id)))
    return [
        words.text(look, said.part_which(name=who.name), "body", look.palette.ink2),
        layout.card(look, *rows, pad=0, gap=0, color=look.palette.canvas, spread=True),
    ]


def _chosen(put: Callable[[Draft], None], id_: UUID) -> Callable[[], None]:
    return lambda: put(Draft(id_))


def _row(look: Look, one: MergedClient, on_tap: Callable[[], None]) -> ft.Control:
    under = " · ".join(part for part in (one.code, one.town) if part)
    text = layout.column(
        words.text(look, one.name, "heading"), words.text(look, under, "label", look.palette.ink3)
    )
    return buttons.tappable(text, on_tap, f"part-{one.id}")


def _confirmation(look: Look, one: MergedClient, draft: Draft) -> list[ft.Control]:
    said = look.strings.merging
    body: list[ft.Control] = [words.text(look, said.part_ask(code=one.code, name=one.name), "body")]
    if draft.failure:
        body.append(refusal(look, draft.failure))
    return body
