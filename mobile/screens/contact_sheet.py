"""The sheet to add, change or remove a contact."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias, get_args
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

import flet as ft
from pydantic import ValidationError

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, sheets
from mobile.screens.failures import sentence
from mobile.screens.hooks import Change
from mobile.screens.refusal import refusal
from mobile.store.sent_draft import is_taken_already
from shared.contract.clients import ChangeContact, Contact, ContactRole, NewContact
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.desk import Desk


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed of a contact; without `known`, a new one, which then has this `id`."""

    known: Contact | None = None
    name: str = ""
    role: ContactRole = "other"
    email: str = ""
    phone: str = ""
    mobile: str = ""
    failure: str = ""
    busy: bool = False
    id: UUID = field(default_factory=new_id)

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


Put: TypeAlias = Change[Draft]
NO_DRAFT: Draft | None = None


def contact_sheet(
    desk: Desk, look: Look, contacts: Contacts, draft: Draft, put: Put
) -> ft.BottomSheet:
    words = look.strings

    def save() -> None:
        put(lambda now: replace(now, busy=True, failure=""))
        desk.do(answered, look, draft, put, lambda: _saved(contacts, draft))

    return sheets.sheet(
        look,
        draft.known.name if draft.known else words.file.add_contact,
        [*_fields(look, draft, put), *_below(desk, look, contacts, draft, put)],
        lambda: put(lambda _: None),
        screen_height=desk.screen.height,
        action=buttons.button(look, words.common.save, save, "contact-save", busy=draft.busy),
        identifier="contact-sheet",
    )


async def answered(
    look: Look, draft: Draft, put: Put, asked: Callable[[], Awaitable[None]]
) -> None:
    """The sheet goes, or says why not; where it is closed already, that is told all the same."""
    try:
        await asked()
    except ValidationError:
        why = look.strings.file.contact_malformed
        put(lambda now: replace(now, failure=why, busy=False))
    except Failure as failure:
        why = sentence(look.strings, failure)
        id_ = new_id() if is_taken_already(failure) else draft.id
        if not put(lambda now: replace(now, failure=why, busy=False, id=id_)):
            raise
    else:
        put(lambda _: None)


def _fields(look: Look, draft: Draft, put: Put) -> list[ft.Control]:
    """What is typed: a name, what they are to us, two numbers, an address."""
    said = look.strings.file
    phone, email = ft.KeyboardType.PHONE, ft.KeyboardType.EMAIL

    def line(name: str, label: str, keyboard: ft.KeyboardType = ft.KeyboardType.TEXT) -> ft.Control:
        value: str = getattr(draft, name)
        changed = lambda text: put(lambda now: now.typed(name, text))  # noqa: E731
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
                look, named[role], _chosen(put, role), f"role-{role}", on=role == draft.role
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

        def remove() -> None:
            put(lambda now: replace(now, busy=True, failure=""))
            desk.do(answered, look, draft, put, lambda: contacts.remove(known.id))

        said = look.strings.file.remove_contact
        button = buttons.button(
            look, said, remove, "contact-remove", kind="danger", enabled=not draft.busy
        )
        shown.append(button)
    return shown


def _chosen(put: Put, role: ContactRole) -> Callable[[], None]:
    def chosen() -> None:
        put(lambda now: replace(now, role=role))

    return chosen


async def _saved(contacts: Contacts, draft: Draft) -> None:
    if draft.known is None:
        await contacts.add(NewContact(id=draft.id, **draft.values))
    else:
        await contacts.change(draft.known.id, ChangeContact(**draft.values))
