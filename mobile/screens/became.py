"""At an address of a client that was merged: whose file this is, and the way there or back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.palette import pair
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.parting import PartSheet
from mobile.store.place import Client
from mobile.store.session import may
from mobile.theme import Space

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from shared.contract.clients import Identity


@component
def Became(desk: Desk, look: Look, client: OneClient, who: Identity) -> ft.Control:  # noqa: N802
    parting, part = state(initial=False)
    said = look.strings.merging
    ink, soft = pair(look.palette, "watch")
    told = layout.row(
        marks.icon(look, ft.Icons.MERGE_ROUNDED, ink),
        words.text(look, said.became(name=who.name, code=who.code), "body", expand=True),
        gap=Space.S,
        top=True,
    )
    ways: list[ft.Control] = [
        buttons.button(
            look,
            said.became_open,
            lambda: desk.screen.go(Client(who.id)),
            "became-open",
            kind="quiet",
            height=44,
        )
    ]
    if may(desk.session.user, "merge-clients"):
        ways.append(
            buttons.button(
                look,
                said.part_confirm,
                lambda: part(True),
                "became-part",
                kind="text",
                height=44,
            )
        )
    shown: list[ft.Control] = [identified(told, "became", live=True), layout.wrap(*ways)]
    if parting:
        sheet = PartSheet(desk, look, who, client.client_id, client.merged, lambda: part(False))
        shown.append(sheet)
    return layout.card(look, *shown, color=soft)
