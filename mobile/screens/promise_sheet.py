"""The sheet that takes a promise: one day and one tap where all that is overdue is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import sheets, states
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.origin import origin_part
from mobile.screens.promise_invoices import amount_part, first_drawn, invoices_part
from mobile.screens.promise_word import PART_OF, errors_of, foot, word_fields
from mobile.screens.taken import taken_words
from mobile.store.promise_draft import proposal, troubles, word_of
from mobile.store.promises import promised_days
from mobile.store.sent_draft import is_taken_already

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts, OneClient
    from mobile.store.desk import Desk
    from mobile.store.promise_draft import Proposal
    from mobile.store.promise_entry import PromiseEntry
    from mobile.store.promises import Promises
    from shared.contract.clients import ClientFile
    from shared.contract.promises import NewPromise, Promise

    Entry = PromiseEntry[NewPromise]

AT_FIRST: int | None = None


@component
def PromiseSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    entry: Entry,
    promises: Promises,
    contacts: Contacts,
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.promise_sheet
    drawn, draw = state(AT_FIRST)
    # Its own, taken although the answer was lost, stands in the way of nothing sent again.
    promised = promised_days([one for one in promises.items if one.id != entry.draft.id])
    proposed = proposal(file, promised, entry.draft)
    found = troubles(entry.draft, proposed, file.today)
    errors = errors_of(look, entry, found)

    def send() -> None:
        if found:
            entry.ask()
        else:
            desk.do(sent)

    async def sent() -> None:
        if await take(desk, look, client, file, entry, proposed):
            close()

    shown_most, trouble = drawn or first_drawn(proposed.overdue), errors.get("invoices")
    rows = invoices_part(look, entry, proposed, promised, file.today, shown_most, draw, trouble)
    people = contacts.value.items if contacts.value else []
    body: list[ft.Control] = [
        *origin_part(look, entry.draft.origin, lambda: entry.change(origin=None)),
        amount_part(look, entry, proposed, errors.get("amount")),
        rows,
        *word_fields(look, entry, people, file.today, errors),
    ]
    is_owed = bool(proposed.overdue or proposed.coming)
    shown = sheets.sheet(
        look,
        said.title,
        body if is_owed else [_nothing(look)],
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=foot(look, entry, errors, said.save, send) if is_owed else None,
        identifier="promise-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def _nothing(look: Look) -> ft.Control:
    said = look.strings.promise_sheet
    return states.empty_state(
        look, ft.Icons.HANDSHAKE_OUTLINED, said.nothing_owed, said.nothing_owed_way
    )


async def take(
    desk: Desk, look: Look, client: OneClient, file: ClientFile, entry: Entry, proposed: Proposal
) -> bool:
    """Whether it was taken. Where figures or promises have moved meanwhile, they are read again."""
    made = await entry.send(word_of(entry.draft, proposed, file.today))
    if made is None:
        if is_taken_already(entry.failure):
            desk.do(client.promises.refresh)
        if PART_OF.get(getattr(entry.failure, "code", "")) in ("amount", "invoices"):
            desk.do(client.file.refresh)
        return False
    desk.say(taken_words(look, made, lambda one: _told(look, one, file.today)))
    return True


def _told(look: Look, made: Promise, today: date) -> str:
    amount = look.amount(made.amount, made.currency)
    return look.strings.promise_sheet.sent(amount=amount, day=look.day(made.promised_on, today))
