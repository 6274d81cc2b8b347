"""The sheet that puts a promise off to another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import sheets, words
from mobile.screens.guard import component
from mobile.screens.promise_word import errors_of, foot, word_fields
from mobile.screens.taken import taken_words
from mobile.store.promise_draft import moved_word_of, of_any_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.desk import Desk
    from mobile.store.promise_entry import PromiseEntry
    from mobile.store.promises import Promises
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Promise, ReschedulePromise

    Entry = PromiseEntry[ReschedulePromise]


@component
def MoveSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    promises: Promises,
    contacts: Contacts,
    file: ClientFile,
    promise: Promise,
    close: Callable[[], None],
) -> ft.Control:
    entry = promises.putting_off(promise.id)
    return MoveForm(desk, look, entry, contacts, file, promise, close)


@component
def MoveForm(  # noqa: N802
    desk: Desk,
    look: Look,
    entry: Entry,
    contacts: Contacts,
    file: ClientFile,
    promise: Promise,
    close: Callable[[], None],
) -> ft.Control:
    ft.on_mounted(lambda: desk.do(contacts.ensure))
    said = look.strings.promise_sheet
    found = of_any_word(entry.draft, file.today)
    errors = errors_of(look, entry, found)

    def send() -> None:
        if found:
            entry.ask()
        else:
            desk.do(put_off, desk, look, entry, file.today, close)

    way = said.reschedule_way(amount=look.amount(promise.amount, promise.currency))
    people = contacts.value.items if contacts.value else []
    body: list[ft.Control] = [
        words.text(look, way, "body", look.palette.ink2),
        *word_fields(look, entry, people, file.today, errors),
    ]
    shown = sheets.sheet(
        look,
        said.reschedule_title,
        body,
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=foot(look, entry, errors, said.reschedule_save, send),
        identifier="move-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


async def put_off(
    desk: Desk, look: Look, entry: Entry, today: date, close: Callable[[], None]
) -> None:
    made = await entry.send(moved_word_of(entry.draft, today))
    if made is not None:
        desk.say(taken_words(look, made, lambda one: _told(look, one, today)))
        close()


def _told(look: Look, made: Promise, today: date) -> str:
    amount = look.amount(made.amount, made.currency)
    return look.strings.promise_sheet.rescheduled(
        amount=amount, day=look.day(made.promised_on, today)
    )
