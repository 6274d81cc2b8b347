"""The sheet that puts a client on today's list: found like in the client list, one tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, sheets, states, words
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.clients import ClientList
    from mobile.store.day import Day
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientRow
    from shared.contract.today import Today

SKELETONS = 4


@component
def AddVisitSheet(  # noqa: N802
    desk: Desk, look: Look, day: Day, known: Today, close: Callable[[], None]
) -> ft.Control:
    query, put = state("")
    failure, fail = state("")
    said = look.strings.today
    ft.on_mounted(lambda: desk.do(day.search.look_for, ""))

    def sought(text: str) -> None:
        put(text)
        desk.do(day.search.look_for, text)

    async def add(row: ClientRow) -> None:
        try:
            made = await day.plan(row.id, known.today)
        except Failure as told:
            fail(sentence(look.strings, told))
            return
        desk.say(taken_words(look, made, lambda _: said.added(name=row.name)))
        close()

    line = fields.search_field(
        look,
        query,
        sought,
        lambda: sought(""),
        "visit-search",
        fill=look.palette.fill,
        words=said.search,
    )
    body: list[ft.Control] = [line]
    if failure:
        body.append(refusal(look, failure))
    body.append(_Found(desk, look, day.search, lambda row: lambda: desk.do(add, row)))
    shown = sheets.sheet(
        look,
        said.add_title,
        body,
        close,
        screen_height=desk.screen.height,
        identifier="visit-adding",
    )
    ft.use_dialog(shown)
    return ft.Container()


@component
def _Found(  # noqa: N802
    desk: Desk,
    look: Look,
    found: ClientList,
    adding: Callable[[ClientRow], Callable[[], None]],
) -> ft.Control:
    if found.failure is not None:
        retry = lambda: desk.do(found.look_for, found.wanted.query)  # noqa: E731
        return states.error_state(look, sentence(look.strings, found.failure), retry)
    if found.known is None:
        return states.skeleton_rows(look, SKELETONS)
    rows: list[ft.Control] = []
    for row in found.known.value.rows:
        rows += [layout.hairline(look, Space.M)] if rows else []
        rows.append(_row(look, row, adding(row)))
    if not rows:
        none = look.strings.today.none_found
        return states.empty_state(
            look, ft.Icons.SEARCH_OFF_ROUNDED, none, "", identifier="visit-none-found"
        )
    return layout.card(look, *rows, pad=0, gap=0, color=look.palette.canvas, spread=True)


def _row(look: Look, row: ClientRow, on_tap: Callable[[], None]) -> ft.Control:
    under = " · ".join(part for part in (row.code, row.town, row.branch) if part)
    left = layout.column(
        words.text(look, row.name, "heading"),
        words.text(look, under, "label", look.palette.ink3, lines=2),
    )
    owed = words.amount(look, row.overdue, row.currency, weight=500)
    return buttons.tappable(layout.pair(look, left, owed), on_tap, f"visit-of-{row.id}")
