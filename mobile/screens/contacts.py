"""Whom to call at a client's: the list, and the sheet to add or change one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, marks, states, words
from mobile.components.semantics import identified
from mobile.screens.contact_sheet import NO_DRAFT, contact_sheet
from mobile.screens.entry_row import PendingPart
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import one_drafted
from mobile.theme import Space
from shared.contract.clients import Contact

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.contact_draft import ContactDraft
    from mobile.store.desk import Desk
    from mobile.sync.commands import Kind
    from shared.contract.clients import Contact

PENDING: Final[tuple[Kind, ...]] = ("add-contact",)


@component
def ContactCards(desk: Desk, look: Look, contacts: Contacts) -> ft.Control:  # noqa: N802
    editing, edit, put = one_drafted(NO_DRAFT)
    ft.on_mounted(lambda: desk.do(contacts.ensure))
    ft.use_dialog(contact_sheet(desk, look, contacts, editing, put) if editing else None)
    known = frozenset(one.id for one in contacts.value.items) if contacts.value else frozenset()
    pending = PendingPart(desk, look, desk.local, contacts.client_id, PENDING, known)
    return layout.column(pending, _known(desk, look, contacts, edit))


def _known(
    desk: Desk, look: Look, contacts: Contacts, edit: Callable[[ContactDraft], None]
) -> ft.Control:
    said = look.strings.file
    if contacts.value is None:
        if contacts.failure is None:
            return layout.card(look, states.skeleton_rows(look, 3), pad=0)
        retry = lambda: desk.do(contacts.refresh)  # noqa: E731
        return states.error_state(look, sentence(look.strings, contacts.failure), retry)
    shown: list[ft.Control] = []
    for place, one in enumerate(contacts.value.items):
        shown += [layout.hairline(look, 68)] if place else []
        shown.append(_line(look, one, _editing(edit, contacts, one)))
    add = buttons.button(
        look,
        said.add_contact,
        lambda: edit(contacts.drafts.opened()),
        "add-contact",
        kind="soft",
        icon=ft.Icons.PERSON_ADD_OUTLINED,
    )
    if not shown:
        return states.empty_state(
            look, ft.Icons.CONTACT_PHONE_OUTLINED, said.no_contact, said.no_contact_way, action=add
        )
    return layout.column(layout.card(look, *shown, pad=0, gap=0), add, gap=Space.S)


def _editing(
    edit: Callable[[ContactDraft], None], contacts: Contacts, one: Contact
) -> Callable[[], None]:
    return lambda: edit(contacts.drafts.opened(one))


def _line(look: Look, one: Contact, on_edit: Callable[[], None]) -> ft.Control:
    role = look.strings.file.contact_roles[one.role]
    under = " · ".join(part for part in (role, one.note) if part)
    name = layout.column(
        words.text(look, one.name, "heading"), words.text(look, under, "label", look.palette.ink3)
    )
    who = buttons.tappable(
        layout.row(marks.avatar(look, one.name), name, gap=Space.S),
        on_edit,
        f"contact-{one.id}",
        x=Space.M,
        y=Space.XS,
        expand=True,
    )
    return layout.row(who, *ways(look, one), ft.Container(width=Space.XS), gap=0)


def ways(look: Look, one: Contact) -> list[ft.Control]:
    """How they can be reached: by voice, by text, by mail."""
    said, shown = look.strings.file, []
    number = one.mobile or one.phone
    if number:
        shown.append(
            _way(
                look,
                ft.Icons.CALL_ROUNDED,
                f"{said.call} {one.name}",
                tel(number),
                f"call-{one.id}",
            )
        )
    if one.mobile:
        shown.append(
            _way(
                look,
                ft.Icons.SMS_OUTLINED,
                f"{said.text_message} {one.name}",
                sms(one.mobile),
                f"text-{one.id}",
            )
        )
    if one.email:
        shown.append(
            _way(
                look,
                ft.Icons.MAIL_OUTLINE_ROUNDED,
                f"{said.write} {one.name}",
                f"mailto:{one.email}",
                f"write-{one.id}",
            )
        )
    return shown


def _way(look: Look, icon: ft.IconData, said: str, url: str, identifier: str) -> ft.Control:
    button = ft.IconButton(
        icon,
        icon_color=look.palette.accent,
        icon_size=22,
        tooltip=said,
        url=url,
        padding=0,
        width=44,
        height=44,
    )
    return identified(button, identifier)


def tel(number: str) -> str:
    """As RFC 3966 wants it: digits and a leading plus."""
    return "tel:" + "".join(c for c in number if c.isdigit() or c == "+")


def sms(number: str) -> str:
    return tel(number).replace("tel:", "sms:")
