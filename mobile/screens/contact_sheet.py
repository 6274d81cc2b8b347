"""The sheet to add, change or remove a contact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

import flet as ft
from pydantic import ValidationError

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, sheets
from mobile.screens.failures import sentence
from mobile.screens.refusal import refusal
from shared.contract.clients import ChangeContact, Contact, ContactRole, NewContact

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.desk import Desk


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


Put: TypeAlias = "Callable[[Draft | None], None]"
"""Shows the sheet with that draft; None closes it."""
NO_DRAFT: Draft | None = None


def contact_sheet(
    desk: Desk, look: Look, contacts: Contacts, draft: Draft, put: Put
) -> ft.BottomSheet:
    words = look.strings

    async def save() -> None:
        put(await _kept(look, contacts, draft))

    return sheets.sheet(
        look,
        draft.known.name if draft.known else words.file.add_contact,
        [*_fields(look, draft, put), *_below(desk, look, contacts, draft, put)],
        lambda: put(None),
        screen_height=desk.screen.height,
        action=buttons.button(look, words.common.save, lambda: desk.do(save), "contact-save"),
        identifier="contact-sheet",
    )


def _fields(look: Look, draft: Draft, put: Put) -> list[ft.Control]:
    """What is typed: a name, what they are to us, two numbers, an address."""
    said = look.strings.file
    phone, email = ft.KeyboardType.PHONE, ft.KeyboardType.EMAIL

    def line(name: str, label: str, keyboard: ft.KeyboardType = ft.KeyboardType.TEXT) -> ft.Control:
        value: str = getattr(draft, name)
        changed = lambda text: put(draft.typed(name, text))  # noqa: E731
        return fields.field(look, label, value, changed, f"contact-{name}", keyboard=keyboard)

    return [
        line("name", said.contact_name),
        _roles(look, draft, put),
        line("phone", said.contact_phone, phone),
        line("mobile", said.contact_mobile, phone),
        line("email", look.strings.sign_in.email, email),
    ]


def _roles(look: Look, draft: Draft, put: Put) -> ft.Control:
    named = look.strings.file.contact_roles
    return layout.wrap(
        *[
            buttons.chip(
                look, named[role], _chosen(put, draft, role), f"role-{role}", on=role == draft.role
            )
            for role in get_args(ContactRole)
        ]
    )


def _below(desk: Desk, look: Look, contacts: Contacts, draft: Draft, put: Put) -> list[ft.Control]:
    """Why it was not taken, and the way to remove a contact there is."""
    shown: list[ft.Control] = []
    if draft.failure:
        shown.append(refusal(look, draft.failure))
    known = draft.known
    if known is not None:

        async def remove() -> None:
            await contacts.remove(known.id)
            put(None)

        said = look.strings.file.remove_contact
        shown.append(
            buttons.button(look, said, lambda: desk.do(remove), "contact-remove", kind="danger")
        )
    return shown


def _chosen(put: Put, draft: Draft, role: ContactRole) -> Callable[[], None]:
    return lambda: put(replace(draft, role=role))


async def _kept(look: Look, contacts: Contacts, draft: Draft) -> Draft | None:
    """None once it is saved; else the draft with why it is not."""
    try:
        await _saved(contacts, draft)
    except ValidationError:
        return replace(draft, failure=look.strings.file.contact_malformed)
    except Failure as failure:
        return replace(draft, failure=sentence(look.strings, failure))
    return None


async def _saved(contacts: Contacts, draft: Draft) -> None:
    if draft.known is None:
        await contacts.add(NewContact(**draft.values))
    else:
        await contacts.change(draft.known.id, ChangeContact(**draft.values))
