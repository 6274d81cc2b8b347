"""What one can do from a client file: take a promise, write, call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components import buttons, layout, sheets, states, words
from mobile.components.buttons import Action
from mobile.screens.contacts import sms, tel, ways
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.promise_sheet import PromiseSheet
from mobile.store.session import may

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts, OneClient
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientFile, Contact

Sheet = Literal["call", "promise"]

CLOSED: Sheet | None = None


@component
def FileActions(  # noqa: N802
    desk: Desk, look: Look, client: OneClient, file: ClientFile, contacts: Contacts
) -> ft.Control:
    opened, open_ = state(CLOSED)
    ft.use_effect(lambda: desk.do(contacts.ensure), [file.identity.id])
    known = contacts.value.items if contacts.value else []

    def close() -> None:
        open_(None)

    ft.use_dialog(_whom(desk, look, known, close) if opened == "call" else None)
    promising = may(desk.session.user, "take-promises")
    bar = buttons.action_bar(look, _actions(look, known, open_, promising=promising))
    shown: list[ft.Control] = [bar]
    if opened == "promise":
        known_of = (client.promise_entry, client.promises, contacts)
        shown.append(PromiseSheet(desk, look, client, file, *known_of, close))
    return layout.column(*shown)


def _actions(
    look: Look,
    known: list[Contact],
    open_: Callable[[Sheet | None], None],
    *,
    promising: bool,
) -> list[Action]:
    """With one person to reach, one tap does it; with several, one chooses first."""
    said, icons = look.strings.file, ft.Icons
    numbers = [one for one in known if one.mobile or one.phone]
    mobiles = [one.mobile for one in known if one.mobile]
    mails = [one.email for one in known if one.email]
    shown = []
    if promising:
        name = look.strings.promise_sheet.action
        take = lambda: open_("promise")  # noqa: E731
        shown.append(Action("promise", name, icons.HANDSHAKE_OUTLINED, take))
    if mails:
        shown.append(
            Action("write", said.write, icons.MAIL_OUTLINE_ROUNDED, url=f"mailto:{mails[0]}")
        )
    if mobiles:
        shown.append(Action("text", said.text_message, icons.SMS_OUTLINED, url=sms(mobiles[0])))
    if len(numbers) == 1:
        number = numbers[0].mobile or numbers[0].phone or ""
        shown.append(Action("call", said.call, icons.CALL_ROUNDED, url=tel(number), primary=True))
    else:
        shown.append(
            Action("call", said.call, icons.CALL_ROUNDED, lambda: open_("call"), primary=True)
        )
    return shown


def _whom(
    desk: Desk, look: Look, known: list[Contact], close: Callable[[], None]
) -> ft.BottomSheet:
    said = look.strings.file
    body: list[ft.Control] = []
    for one in known:
        role = words.text(look, said.contact_roles[one.role], "label", look.palette.ink3)
        who = ft.Container(layout.column(words.text(look, one.name, "heading"), role), expand=True)
        body.append(layout.row(who, *ways(look, one), gap=0))
    if not body:
        body = [
            states.empty_state(
                look, ft.Icons.CONTACT_PHONE_OUTLINED, said.no_contact, said.no_contact_way
            )
        ]
    return sheets.sheet(
        look, said.whom, body, close, screen_height=desk.screen.height, identifier="whom"
    )
