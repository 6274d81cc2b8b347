"""How a client's people are reached: by voice, by text, by mail; one tap where there is one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import layout, sheets, states, words
from mobile.components.buttons import Action
from mobile.screens.contacts import sms, tel, ways
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from shared.contract.clients import Contact


def every_way(known: list[Contact]) -> list[str]:
    """The addresses that reach them, in the order they are shown."""
    found = []
    for one in known:
        number = one.mobile or one.phone
        found += [tel(number)] if number else []
        found += [sms(one.mobile)] if one.mobile else []
        found += [f"mailto:{one.email}"] if one.email else []
    return found


def call_action(look: Look, known: list[Contact], choose: Callable[[], None]) -> Action:
    """The one way there is, at once; else a choice, also where there is none to tell so."""
    said, addresses = look.strings.file.call, every_way(known)
    if len(addresses) == 1 and addresses[0].startswith("tel:"):
        return Action("call", said, ft.Icons.CALL_ROUNDED, url=addresses[0], primary=True)
    return Action("call", said, ft.Icons.CALL_ROUNDED, choose, primary=True)


def call_sheet(
    desk: Desk, look: Look, known: list[Contact], close: Callable[[], None]
) -> ft.BottomSheet:
    """Each person with their role, and how to reach them."""
    said = look.strings.file
    body: list[ft.Control] = [_person(look, one) for one in known if every_way([one])]
    if not body:
        icon = ft.Icons.CONTACT_PHONE_OUTLINED
        body = [states.empty_state(look, icon, said.no_contact, said.no_contact_way)]
    return sheets.sheet(
        look, said.whom, body, close, screen_height=desk.screen.height, identifier="whom"
    )


def _person(look: Look, one: Contact) -> ft.Control:
    role = words.text(look, look.strings.file.contact_roles[one.role], "label", look.palette.ink3)
    who = layout.column(words.text(look, one.name, "heading"), role)
    if look.big:
        return layout.column(who, layout.row(*ways(look, one), gap=Space.XS))
    return layout.row(ft.Container(who, expand=True), *ways(look, one), gap=0)
