"""The sheet that reports a visit, in one go: whom, how they were, why unpaid, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.api.failures import Refused
from mobile.components import buttons, layout, sheets
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.screens.visit_fields import (
    evidence_part,
    met_part,
    mood_part,
    next_part,
    note_part,
    override_part,
    unpaid_part,
)
from mobile.store.sent_draft import is_taken_already
from mobile.store.visit_entry import NOT_FACTUAL, report_of, troubles
from mobile.strings.phrase import typeset
from mobile.sync.entries import Entry as Kept
from mobile.theme import Space
from shared.rules.wording.advice import ADVICE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from mobile.api.failures import Failure
    from mobile.components.look import Look
    from mobile.store.client_file import Contacts, OneClient
    from mobile.store.desk import Desk
    from mobile.store.visit_entry import Part, VisitEntry
    from shared.rules.wording.terms import Topic

PART_OF: Final[dict[str, Part]] = {
    "visit-evidence-missing": "evidence",
    "visit-met-missing": "who",
    "visit-next-step-half": "next_step",
    "visit-next-step-past": "day",
    "no-such-contact": "who",
}
"""Where on the sheet the server's noes belong, by their codes."""
FIELDS: Final[dict[str, Part]] = {
    "evidence": "evidence",
    "next_step": "next_step",
    "note": "note",
}


@component
def VisitSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    name: str,
    visit_id: UUID | None,
    today: date,
    entry: VisitEntry,
    contacts: Contacts,
    close: Callable[[], None],
) -> ft.Control:
    ft.on_mounted(lambda: desk.do(contacts.ensure))
    said = look.strings.visit_sheet
    missing = troubles(entry.draft, today)
    errors = errors_of(look, entry, missing)

    def send() -> None:
        if missing:
            entry.ask()
        elif entry.look_over():
            desk.do(sent)

    async def sent() -> None:
        made = await entry.send(report_of(entry.draft, visit_id, today))
        if made is not None:
            desk.say(taken_words(look, made, lambda _: said.sent(name=name)))
            close()
            if not isinstance(made, Kept):
                desk.do(client.refresh)
                desk.do(desk.day.refresh)

    shown = sheets.sheet(
        look,
        said.title,
        body_of(look, entry, contacts, today, errors),
        close,
        screen_height=desk.screen.height,
        under=name,
        action=foot(look, entry, errors, send),
        identifier="visit-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def body_of(
    look: Look, entry: VisitEntry, contacts: Contacts, today: date, errors: Mapping[Part, str]
) -> list[ft.Control]:
    people = contacts.value.items if contacts.value else []
    body: list[ft.Control] = [
        met_part(look, entry, people, errors.get("who")),
        mood_part(look, entry, errors.get("mood")),
        evidence_part(look, entry, errors.get("evidence")),
        unpaid_part(look, entry),
        next_part(look, entry, today, errors),
        note_part(look, entry, errors.get("note")),
    ]
    return [*body, override_part(look, entry)] if entry.guarded else body


def errors_of(look: Look, entry: VisitEntry, found: Mapping[Part, str]) -> dict[Part, str]:
    """The sentence under each part, once it was to be sent: ours first, then the server's."""
    said = look.strings.visit_sheet.troubles
    errors = {part: said[name] for part, name in found.items()} if entry.asked else {}  # type: ignore[index]
    for part, topics in entry.advised.items():
        errors.setdefault(part, advice_words(look, topics))
    failure = entry.failure
    if isinstance(failure, Refused):
        if failure.code == NOT_FACTUAL:
            part = FIELDS.get(str(failure.problem.facts.get("field")), "note")
            errors.setdefault(part, advice_of(failure))
        elif failure.code in PART_OF:
            errors.setdefault(PART_OF[failure.code], sentence(look.strings, failure))
    return errors


def advice_of(failure: Refused) -> str:
    """Why the wording is advised against, and how the fact could be said."""
    facts = failure.problem.facts
    pairs = zip(facts.get("why") or [], facts.get("instead") or [], strict=False)
    return " ".join(dict.fromkeys(f"{why} {instead}" for why, instead in pairs))


def advice_words(look: Look, topics: Iterable[Topic]) -> str:
    """The same, of what was found here."""
    language = look.strings.language
    advice = (ADVICE[language][topic] for topic in topics)
    return " ".join(typeset(f"{one.why} {one.instead}", language) for one in advice)


def foot(
    look: Look, entry: VisitEntry, errors: Mapping[Part, str], on_send: Callable[[], None]
) -> ft.Control:
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif errors:
        parts.append(refusal(look, next(iter(errors.values()))))
    name = look.strings.common.retry if entry.failure else look.strings.visit_sheet.save
    parts.append(buttons.button(look, name, on_send, "visit-save", busy=entry.sending))
    return layout.column(*parts, gap=Space.S)


def fate_of(look: Look, failure: Failure) -> str:
    """*À revoir* where the server said no, *pas envoyé* where it did not answer; and why."""
    said = look.strings.visit_sheet
    if is_taken_already(failure):
        return f"{said.to_review} – {said.taken_already}"
    why = sentence(look.strings, failure)
    if isinstance(failure, Refused):
        return f"{said.to_review} – {why}"
    return f"{said.not_sent} – {why} {said.kept}"
