"""The sheet to add, change or remove a contact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args

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
