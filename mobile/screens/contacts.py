"""Whom to call at a client's: the list, and the sheet to add or change one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

import flet as ft
from pydantic import ValidationError

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, marks, sheets, states, words
from mobile.components.semantics import identified
from mobile.screens.failures import sentence
from mobile.screens.hooks import state
from mobile.screens.sign_in import refusal
from mobile.theme import Space
from shared.contract.clients import ChangeContact, Contact, ContactRole, NewContact

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.desk import Desk


@ft.component
def ContactCards(desk: Desk, look: Look, contacts: Contacts) -> ft.Control:  # noqa: N802
    editing, edit = state(NO_DRAFT)
    ft.on_mounted(lambda: desk.do(contacts.refresh))
    ft.use_dialog(contact_sheet(desk, look, contacts, editing, edit) if editing else None)
    said = look.strings.file
    if contacts.value is None:
        if contacts.failure is None:
            return layout.card(look, states.skeleton_rows(look, 3), pad=0)
        retry = lambda: desk.do(contacts.refresh)  # noqa: E731
        return states.error_state(look, sentence(look.strings, contacts.failure), retry)
    shown: list[ft.Control] = []
    for place, one in enumerate(contacts.value.items):
        shown += [layout.hairline(look, 68)] if place else []
        shown.append(_line(look, one, _editing(edit, one)))
    add = buttons.button(
        look,
        said.add_contact,
        lambda: edit(Draft()),
        "add-contact",
        kind="soft",
        icon=ft.Icons.PERSON_ADD_OUTLINED,
    )
    if not shown:
        return states.empty_state(
            look, ft.Icons.CONTACT_PHONE_OUTLINED, said.no_contact, said.no_contact_way, action=add
        )
    return layout.column(layout.card(look, *shown, pad=0, gap=0), add, gap=Space.S)


def _editing(edit: Callable[[Draft], None], one: Contact) -> Callable[[], None]:
    return lambda: edit(Draft.of(one))


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


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed of a contact; without `known`, a new one."""

    known: Contact | None = None
    name: str = ""
    role: ContactRole = "other"
    email: str = ""
    phone: str = ""
    mobile: str = ""
    failure: str = ""
    busy: bool = False

    @classmethod
    def of(cls, one: Contact) -> Draft:
        return cls(one, one.name, one.role, one.email or "", one.phone or "", one.mobile or "")

    def typed(self, name: str, text: str) -> Draft:
        return replace(self, **{name: text})  # type: ignore[arg-type]

    @property
    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.strip(),
            "role": self.role,
            "email": self.email.strip() or None,
            "phone": self.phone.strip() or None,
            "mobile": self.mobile.strip() or None,
        }


NO_DRAFT: Draft | None = None


def contact_sheet(
    desk: Desk, look: Look, contacts: Contacts, draft: Draft, put: Callable[[Draft | None], None]
) -> ft.BottomSheet:
    said = look.strings.file

    async def save() -> None:
        try:
            await _saved(contacts, draft)
        except ValidationError:
            put(replace(draft, failure=said.contact_malformed))
            return
        except Failure as failure:
            put(replace(draft, failure=sentence(look.strings, failure)))
            return
        put(None)

    async def remove() -> None:
        if draft.known is not None:
            await contacts.remove(draft.known.id)
        put(None)

    def typed(name: str) -> Callable[[str], None]:
        return lambda text: put(draft.typed(name, text))

    roles = layout.wrap(
        *[
            buttons.chip(
                look,
                said.contact_roles[role],
                _chosen(put, draft, role),
                f"role-{role}",
                on=role == draft.role,
            )
            for role in get_args(ContactRole)
        ]
    )
    body: list[ft.Control] = [
        fields.field(look, said.contact_name, draft.name, typed("name"), "contact-name"),
        roles,
        fields.field(
            look,
            said.contact_phone,
            draft.phone,
            typed("phone"),
            "contact-phone",
            keyboard=ft.KeyboardType.PHONE,
        ),
        fields.field(
            look,
            said.contact_mobile,
            draft.mobile,
            typed("mobile"),
            "contact-mobile",
            keyboard=ft.KeyboardType.PHONE,
        ),
        fields.field(
            look,
            look.strings.sign_in.email,
            draft.email,
            typed("email"),
            "contact-email",
            keyboard=ft.KeyboardType.EMAIL,
        ),
    ]
    if draft.failure:
        body.append(refusal(look, draft.failure))
    if draft.known is not None:
        body.append(
            buttons.button(
                look, said.remove_contact, lambda: desk.do(remove), "contact-remove", kind="danger"
            )
        )
    return sheets.sheet(
        look,
        draft.known.name if draft.known else said.add_contact,
        body,
        lambda: put(None),
        screen_height=desk.screen.height,
        action=buttons.button(
            look, look.strings.common.save, lambda: desk.do(save), "contact-save"
        ),
        identifier="contact-sheet",
    )


def _chosen(
    put: Callable[[Draft | None], None], draft: Draft, role: ContactRole
) -> Callable[[], None]:
    return lambda: put(replace(draft, role=role))


async def _saved(contacts: Contacts, draft: Draft) -> None:
    if draft.known is None:
        await contacts.add(NewContact(**draft.values))
    else:
        await contacts.change(draft.known.id, ChangeContact(**draft.values))
