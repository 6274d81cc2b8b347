"""The chips over the list of clients: which of them, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from mobile.components import buttons, layout
from mobile.screens.guard import component
from mobile.theme import Space
from shared.contract.clients import ClientFilter

if TYPE_CHECKING:
    import flet as ft

    from mobile.components.look import Look
    from mobile.store.clients import ClientList
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.clients import ClientTotals
    from shared.contract.identity import User

IN_SIGHT = 3
"""Of the chips, on a phone that nobody has moved; one beyond that, chosen, moves them."""


@component
def FilterChips(  # noqa: N802
    desk: Desk,
    look: Look,
    found: ClientList,
    totals: Reading[ClientTotals],
    user: User,
    fill: str | None,
) -> ft.Control:
    names = [
        name
        for name in get_args(ClientFilter)
        if name != "all" and (name != "unassigned" or user.scope.everything)
    ]
    chips = [
        buttons.chip(
            look,
            look.strings.clients.filters[name],
            _chosen(desk, found, name),
            f"filter-{name}",
            on=found.wanted.chosen == name,
            count=getattr(totals.value, name, None),
            fill=fill or look.palette.surface,
        )
        for name in names
    ]
    at_end = found.wanted.chosen in names[IN_SIGHT:]
    return layout.padded(buttons.chips(*chips, at_end=at_end), y=Space.XS)


def _chosen(desk: Desk, found: ClientList, name: ClientFilter) -> Any:
    return lambda: desk.do(found.choose, name)
