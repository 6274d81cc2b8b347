"""The sheet to add, change or remove a contact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, get_args

import flet as ft
from pydantic import ValidationError

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, sheets
from mobile.screens.failures import sentence
from mobile.screens.hooks import Change
from mobile.screens.refusal import refusal
from mobile.store.contact_draft import ContactDraft
from mobile.store.sent_draft import is_taken_already
from shared.contract.clients import ChangeContact, ContactRole, NewContact
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.desk import Desk


Put: TypeAlias = Change[ContactDraft]
NO_DRAFT: ContactDraft | None = None


def contact_sheet(
    desk: Desk, look: Look, contacts: Contacts, draft: ContactDraft, put: Put
) -> ft.BottomSheet:
    words = look.strings

    def save() -> None:
        put(lambda now: replace(now, busy=True, failure=""))
        desk.do(answered, look, contacts, draft, put, lambda: _saved(contacts, draft))

    return sheets.sheet(
        look,
        draft.known.name if draft.known else words.file.add_contact,
        [*_fields(look, contacts, draft, put), *_below(desk, look, contacts, draft, put)],
        lambda: put(lambda _: None),
        screen_height=desk.screen.height,
        action=buttons.button(look, words.common.save, save, "contact-save", busy=draft.busy),
        identifier="contact-sheet",
    )


async def answered(
    look: Look,
    contacts: Contacts,
    draft: ContactDraft,
    put: Put,
    asked: Callable[[], Awaitable[None]],
) -> None:
    """The sheet goes, or says why not; where it is closed already, that is told all the same.

    While it is on its way another one may be written in its place; not taken, it is there again.
    """
    contacts.drafts.drop(draft)
    try:
        await asked()
    except ValidationError:
        why = look.strings.file.contact_malformed
        contacts.drafts.put_back(draft)
        put(lambda now: replace(now, failure=why, busy=False))
    except Failure as failure:
        why = sentence(look.strings, failure)
        id_ = new_id() if is_taken_already(failure) else draft.id
        contacts.drafts.put_back(replace(draft, id=id_))
        if not put(lambda now: replace(now, failure=why, busy=False, id=id_)):
            raise
    else:
        contacts.drafts.drop(draft)
        put(lambda _: None)


def _fields(look: Look, contacts: Contacts, draft: ContactDraft, put: Put) -> list[ft.Control]:
    """What is typed: a name, what they are to us, two numbers, an address."""
    said = look.strings.file
    phone, email = ft.KeyboardType.PHONE, ft.KeyboardType.EMAIL

    def line(name: str, label: str, keyboard: ft.KeyboardType = ft.KeyboardType.TEXT) -> ft.Control:
        value: str = getattr(draft, name)
        changed = lambda text: put(  # noqa: E731
            lambda now: contacts.drafts.keep(now.typed(name, text))
        )
        return fields.field(look, label, value, changed, f"contact-{name}", keyboard=keyboard)

    return [
        line("name", said.contact_name),
        _roles(look, contacts, draft, put),
        line("phone", said.contact_phone, phone),
        line("mobile", said.contact_mobile, phone),
        line("email", look.strings.sign_in.email, email),
    ]


def _roles(look: Look, contacts: Contacts, draft: ContactDraft, put: Put) -> ft.Control:
    named = look.strings.file.contact_roles
    return layout.wrap(
        *[
            buttons.chip(
                look,
                named[role],
                _chosen(contacts, put, role),
                f"role-{role}",
                on=role == draft.role,
            )
            for role in get_args(ContactRole)
        ]
    )


def _below(
    desk: Desk, look: Look, contacts: Contacts, draft: ContactDraft, put: Put
) -> list[ft.Control]:
    """Why it was not taken, and the way to remove a contact there is."""
    shown: list[ft.Control] = []
    if draft.failure:
        shown.append(refusal(look, draft.failure))
    known = draft.known
    if known is not None:

        def remove() -> None:
            put(lambda now: replace(now, busy=True, failure=""))
            desk.do(answered, look, contacts, draft, put, lambda: contacts.remove(known.id))

        said = look.strings.file.remove_contact
        button = buttons.button(
            look, said, remove, "contact-remove", kind="danger", enabled=not draft.busy
        )
        shown.append(button)
    return shown


def _chosen(contacts: Contacts, put: Put, role: ContactRole) -> Callable[[], None]:
    def chosen() -> None:
        put(lambda now: contacts.drafts.keep(replace(now, role=role)))

    return chosen


async def _saved(contacts: Contacts, draft: ContactDraft) -> None:
    if draft.known is None:
        await contacts.add(NewContact(id=draft.id, **draft.values))
    else:
        await contacts.change(draft.known.id, ChangeContact(**draft.values))
