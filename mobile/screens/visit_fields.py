"""What is asked of a visit: chips where one tap says it, a field where words are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mobile.components import buttons, fields, layout
from mobile.screens.promise_word import day_words
from mobile.store.promise_draft import day_choices
from mobile.store.visit_entry import WEEK
from shared.rules.visit import MOODS, UNPAID_REASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    import flet as ft

    from mobile.components.look import Look
    from mobile.store.visit_entry import Part, VisitEntry
    from shared.contract.clients import Contact

DAYS: Final = 2
"""Of the days that one tap gives to a promise, the near ones; then in a week."""


def changing(entry: VisitEntry, **values: Any) -> Callable[[], None]:
    return lambda: entry.change(**values)


def met_part(
    look: Look, entry: VisitEntry, contacts: Sequence[Contact], error: str | None
) -> ft.Control:
    said, draft = look.strings.visit_sheet, entry.draft
    chips: list[ft.Control] = []
    for one in contacts:
        on = draft.contact_id == one.id
        name = one.name
        if one.role != "other":
            role = look.strings.file.contact_roles[one.role]
            name = look.strings.promise_sheet.person(name=name, role=role[0].lower() + role[1:])
        change = changing(entry, contact_id=None if on else one.id, someone=None)
        chips.append(buttons.chip(look, name, change, f"visit-met-{one.id}", on=on, wraps=True))
    typing = draft.someone is not None
    other = changing(entry, someone=None if typing else "", contact_id=None)
    someone = look.strings.promise_sheet.someone
    chips.append(buttons.chip(look, someone, other, "visit-met-other", on=typing))
    shown: list[ft.Control] = [layout.wrap(*chips)]
    if draft.someone is not None:
        shown.append(
            fields.field(
                look,
                look.strings.promise_sheet.someone_name,
                draft.someone,
                lambda text: entry.change(someone=text),
                "visit-someone",
                error=error,
            )
        )
    under = None if typing else error
    return fields.group(look, said.met, *shown, identifier="visit-met", error=under)


def mood_part(look: Look, entry: VisitEntry, error: str | None) -> ft.Control:
    said, draft = look.strings.visit_sheet, entry.draft
    chips = [
        buttons.chip(
            look,
            said.moods[mood],
            changing(entry, mood=None if draft.mood == mood else mood),
            f"visit-mood-{mood}",
            on=draft.mood == mood,
        )
        for mood in MOODS
    ]
    return fields.group(look, said.mood, layout.wrap(*chips), identifier="visit-mood", error=error)


def evidence_part(look: Look, entry: VisitEntry, error: str | None) -> ft.Control:
    """Asked of everybody; needed of whoever says more than that the client was satisfied."""
    said = look.strings.visit_sheet
    return fields.field(
        look,
        said.evidence,
        entry.draft.evidence,
        lambda text: entry.change(evidence=text),
        "visit-evidence",
        lines=2,
        hint=said.evidence_hint,
        error=error,
    )


def unpaid_part(look: Look, entry: VisitEntry) -> ft.Control:
    said, draft = look.strings.visit_sheet, entry.draft
    chips = [
        buttons.chip(
            look,
            said.unpaid_reasons[reason],
            changing(entry, unpaid_reason=None if draft.unpaid_reason == reason else reason),
            f"visit-unpaid-{reason}",
            on=draft.unpaid_reason == reason,
        )
        for reason in UNPAID_REASONS
    ]
    return fields.group(look, said.unpaid, layout.wrap(*chips), identifier="visit-unpaid")


def next_part(look: Look, entry: VisitEntry, today: date, errors: Mapping[Part, str]) -> ft.Control:
    said, draft = look.strings.visit_sheet, entry.draft
    step = fields.field(
        look,
        said.next_step,
        draft.next_step,
        lambda text: entry.change(next_step=text),
        "visit-next",
        lines=2,
        error=errors.get("next_step"),
    )
    choices = [(name, day) for name, day in day_choices(today)[:DAYS]]
    named = [(f"visit-day-{name}", day_words(look, name, day, today), day) for name, day in choices]
    week = today + WEEK
    if week not in {day for _, day in choices}:
        named.append(("visit-day-week", said.in_a_week, week))
    chips = [
        buttons.chip(
            look,
            words,
            changing(entry, next_step_on=day, day_typed=None),
            identifier,
            on=draft.day_typed is None and draft.next_step_on == day,
        )
        for identifier, words, day in named
    ]
    typing = draft.day_typed is not None
    other = changing(entry, day_typed=None if typing else "", next_step_on=None)
    chips.append(
        buttons.chip(
            look, look.strings.promise_sheet.other_day, other, "visit-day-other", on=typing
        )
    )
    parts: list[ft.Control] = [step, layout.wrap(*chips)]
    error = errors.get("day")
    if draft.day_typed is not None:
        parts.append(
            fields.field(
                look,
                said.day_typed,
                draft.day_typed,
                lambda text: entry.change(day_typed=text),
                "visit-day",
                hint=look.strings.promise_sheet.day_hint,
                error=error,
            )
        )
        error = None
    return fields.answered(look, layout.column(*parts, gap=8), "visit-when", error)


def note_part(look: Look, entry: VisitEntry, error: str | None) -> ft.Control:
    return fields.field(
        look,
        look.strings.promise_sheet.note,
        entry.draft.note,
        lambda text: entry.change(note=text),
        "visit-note",
        lines=2,
        error=error,
    )


def override_part(look: Look, entry: VisitEntry) -> ft.Control:
    """Once the guard has advised: the words are changed, or their reason is given."""
    said = look.strings.visit_sheet
    return fields.field(
        look,
        said.override,
        entry.draft.override,
        lambda text: entry.change(override=text),
        "visit-override",
        hint=said.override_hint,
    )
