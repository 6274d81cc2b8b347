"""What a client contests: the tab of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import layout, states, words
from mobile.components.semantics import identified
from mobile.screens.dispute_line import dispute_row
from mobile.screens.entry_row import NothingYet, PendingPart
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.store.disputes import standing
from mobile.store.place import Dispute as DisputePlace
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.disputes import ClientDisputes
    from mobile.sync.commands import Kind
    from shared.contract.clients import ClientFile
    from shared.contract.disputes import Dispute

MOVES: Final[tuple[Kind, ...]] = (
    *("add-dispute-entry", "assign-dispute"),
    *("resolve-dispute", "close-dispute", "reopen-dispute"),
)
PENDING: Final[tuple[Kind, ...]] = ("open-dispute", *MOVES)


@component
def DisputeCards(  # noqa: N802
    desk: Desk, look: Look, file: ClientFile, disputes: ClientDisputes
) -> ft.Control:
    """Those that stand first."""
    ft.on_mounted(lambda: desk.do(disputes.ensure))
    known = frozenset(one.id for one in disputes.items)
    pending = PendingPart(desk, look, desk.local, file.identity.id, PENDING, known)
    return layout.column(pending, _known(desk, look, file, disputes))


def _known(desk: Desk, look: Look, file: ClientFile, disputes: ClientDisputes) -> ft.Control:
    said = look.strings.disputes
    if disputes.value is None:
        if disputes.failure is None:
            return layout.card(look, states.skeleton_rows(look, 3), pad=0)
        retry = lambda: desk.do(disputes.refresh)  # noqa: E731
        return states.error_state(look, sentence(look.strings, disputes.failure), retry)
    if not disputes.items:
        return NothingYet(desk, desk.local, file.identity.id, PENDING, lambda: _empty(look))
    past = [one for one in disputes.items if one.state == "closed"]
    parts = disputes_group(
        desk, look, file.today, said.group_open, "open", standing(disputes.items)
    )
    parts += disputes_group(desk, look, file.today, said.group_past, "past", past)
    return layout.column(*parts, gap=Space.S)


def _empty(look: Look) -> ft.Control:
    said = look.strings.disputes
    return states.empty_state(look, ft.Icons.OUTLINED_FLAG_ROUNDED, said.empty, said.empty_way)


def disputes_group(
    desk: Desk, look: Look, today: date, title: str, name: str, shown: Sequence[Dispute]
) -> list[ft.Control]:
    """Nothing where there are none."""
    if not shown:
        return []
    head = words.text(look, title, "strong", look.palette.ink2)
    parts: list[ft.Control] = [
        ft.Container(
            identified(head, f"disputes-{name}", header=True),
            padding=ft.Padding(left=16, right=16, top=14, bottom=2),
        )
    ]
    for place, one in enumerate(shown):
        parts += [layout.hairline(look, 16)] if place else []
        parts.append(dispute_row(look, one, today, _opening(desk, one)))
    return [layout.card(look, *parts, pad=0, gap=0)]


def _opening(desk: Desk, one: Dispute) -> Callable[[], None]:
    return lambda: desk.screen.go(DisputePlace(one.client_id, one.id))
