"""What is asked of every promise: for when, who said so and how; and the foot that sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import flet as ft

from mobile.api.failures import Refused
from mobile.components import buttons, fields, layout, words
from mobile.screens.failures import sentence
from mobile.screens.refusal import refusal
from mobile.store.promise_draft import chosen_day, day_choices
from mobile.store.sent_draft import is_taken_already
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from mobile.api.failures import Failure
    from mobile.components.look import Look
    from mobile.store.promise_draft import DayName, Part, Trouble
    from mobile.store.promise_entry import Entry
    from shared.contract.clients import Contact
    from shared.contract.promises import PromiseChannel

CHANNELS: Final[tuple[PromiseChannel, ...]] = ("visit", "phone", "email", "message", "letter")
"""One tap each; none of them is *otherwise*."""
PART_OF: Final[dict[str, Part]] = {
    "promise-too-much": "amount",
    "promise-of-nothing": "amount",
    "promise-not-owed": "invoices",
    "promise-of-no-invoice": "invoices",
    "promise-one-currency": "invoices",
    "promise-in-the-past": "day",
    "promise-too-far": "day",
    "no-such-contact": "who",
}
"""Where on the sheet the server's noes belong, by their codes."""


def errors_of(look: Look, entry: Entry[Any, Any], found: Mapping[Part, Trouble]) -> dict[Part, str]:
    """The sentence under each part, once it was to be sent: ours first, then the server's."""
    shown = dict(found) if entry.asked else {}
    errors = {part: look.strings.promise_sheet.troubles[name] for part, name in shown.items()}
    if isinstance(entry.failure, Refused) and entry.failure.code in PART_OF:
        errors.setdefault(PART_OF[entry.failure.code], sentence(look.strings, entry.failure))
    return errors


def word_fields(
    look: Look,
    entry: Entry[Any, Any],
    contacts: Sequence[Contact],
    today: date,
    errors: Mapping[Part, str],
) -> list[ft.Control]:
    return [
        when_part(look, entry, today, errors.get("day")),
        who_part(look, entry, contacts, errors.get("who")),
        _how(look, entry),
        note_part(look, entry, errors.get("note")),
    ]


def note_part(look: Look, entry: Entry[Any, Any], error: str | None) -> ft.Control:
    return fields.field(
        look,
        look.strings.promise_sheet.note,
        entry.draft.note,
        lambda text: entry.change(note=text),
        "promise-note",
        lines=2,
        error=error,
    )


def when_part(
    look: Look,
    entry: Entry[Any, Any],
    today: date,
    error: str | None,
    *,
    title: str | None = None,
) -> ft.Control:
    said, draft = look.strings.promise_sheet, entry.draft
    chips = [
        buttons.chip(
            look,
            day_words(look, name, day, today),
            _changing(entry, promised_on=day, day_typed=None),
            f"promise-day-{name}",
            on=draft.day_typed is None and draft.promised_on == day,
        )
        for name, day in day_choices(today)
    ]
    typing = draft.day_typed is not None
    other = _changing(entry, day_typed=None if typing else "", promised_on=None)
    icon = ft.Icons.EVENT_ROUNDED
    chips.append(
        buttons.chip(look, said.other_day, other, "promise-day-other", on=typing, icon=icon)
    )
    shown: list[ft.Control] = [layout.wrap(*chips)]
    if draft.day_typed is not None:
        shown.append(_day_field(look, entry, draft.day_typed, error))
    day = chosen_day(draft, today)
    if day is not None:
        expected = said.chosen(day=look.day(day, today))
        shown.append(words.text(look, expected, "label", look.palette.ink3))
    under = None if typing else error
    name = title or said.day
    return fields.group(look, name, *shown, identifier="promise-when", error=under)


def _day_field(look: Look, entry: Entry[Any, Any], typed: str, error: str | None) -> ft.Control:
    said = look.strings.promise_sheet
    return fields.field(
        look,
        said.day_typed,
        typed,
        lambda text: entry.change(day_typed=text),
        "promise-day",
        hint=said.day_hint,
        error=error,
        keyboard=ft.KeyboardType.DATETIME,
    )


def day_words(look: Look, name: DayName, day: date, today: date) -> str:
    """A Friday by its date, for there is one every week; the others by their names."""
    if name != "friday":
        return look.strings.promise_sheet.days[name]
    dated = look.day(day, today)
    return dated[0].upper() + dated[1:]


def _changing(entry: Entry[Any, Any], **fields_: Any) -> Callable[[], None]:
    return lambda: entry.change(**fields_)


def who_part(
    look: Look, entry: Entry[Any, Any], contacts: Sequence[Contact], error: str | None
) -> ft.Control:
    said, draft = look.strings.promise_sheet, entry.draft
    chips = [_person(look, entry, one) for one in contacts]
    typing = draft.someone is not None
    other = _changing(entry, someone=None if typing else "", contact_id=None)
    chips.append(buttons.chip(look, said.someone, other, "promise-who-other", on=typing))
    shown: list[ft.Control] = [layout.wrap(*chips)]
    if draft.someone is not None:
        shown.append(
            fields.field(
                look,
                said.someone_name,
                draft.someone,
                lambda text: entry.change(someone=text),
                "promise-someone",
                error=error,
            )
        )
    under = None if typing else error
    return fields.group(look, said.who, *shown, identifier="promise-who", error=under)


def _person(look: Look, entry: Entry[Any, Any], one: Contact) -> ft.Control:
    on = entry.draft.contact_id == one.id
    chosen: UUID | None = None if on else one.id
    name = one.name
    if one.role != "other":
        role = look.strings.file.contact_roles[one.role]
        name = look.strings.promise_sheet.person(name=name, role=role[0].lower() + role[1:])
    change = _changing(entry, contact_id=chosen, someone=None)
    return buttons.chip(look, name, change, f"promise-who-{one.id}", on=on, wraps=True)


def _how(look: Look, entry: Entry[Any, Any]) -> ft.Control:
    said = look.strings.promise_sheet
    chips = []
    for channel in CHANNELS:
        on = entry.draft.channel == channel
        change = _changing(entry, channel="other" if on else channel)
        name = said.channels[channel]
        chips.append(buttons.chip(look, name, change, f"promise-how-{channel}", on=on))
    return fields.group(look, said.how, layout.wrap(*chips), identifier="promise-how")


def foot(
    look: Look,
    entry: Entry[Any, Any],
    errors: Mapping[Part, str],
    save: str,
    on_send: Callable[[], None],
) -> ft.Control:
    """The one button, under what became of the entry: in sight wherever the sheet is scrolled."""
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif errors:
        parts.append(refusal(look, next(iter(errors.values()))))
    name = look.strings.common.retry if entry.failure else save
    parts.append(buttons.button(look, name, on_send, "promise-save", busy=entry.sending))
    return layout.column(*parts, gap=Space.S)


def fate_of(look: Look, failure: Failure) -> str:
    """*À revoir* where the server said no, *pas envoyée* where it did not answer; and why."""
    said = look.strings.promise_sheet
    if is_taken_already(failure):
        return f"{said.to_review} – {said.taken_already}"
    why = sentence(look.strings, failure)
    if isinstance(failure, Refused):
        return f"{said.to_review} – {why}"
    return f"{said.not_sent} – {why} {said.kept}"
