"""An entry in words: what was typed, without anything that only the server knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal

import flet as ft

from shared.formats import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.sync.entries import Entry, Standing
    from shared.contract.changes import ClientCopy

    Lines = Callable[[Look, dict[str, Any], ClientCopy | None, date], list[str]]

_I = ft.Icons
STANDINGS: Final[dict[Standing, tuple[ft.IconData, Tone]]] = {
    "saved": (_I.SAVE_OUTLINED, "accent"),
    "sending": (_I.CLOUD_UPLOAD_OUTLINED, "accent"),
    "sent": (_I.CLOUD_DONE_OUTLINED, "ok"),
    "held": (_I.PAUSE_CIRCLE_OUTLINE_ROUNDED, "watch"),
    "review": (_I.ERROR_OUTLINE_ROUNDED, "hold"),
}
Subject = Literal["comment", "promise", "plan", "dispute", "visit", "contact"]
SIGNS: Final[dict[Subject, ft.IconData]] = {
    "comment": _I.CHAT_BUBBLE_OUTLINE_ROUNDED,
    "promise": _I.HANDSHAKE_OUTLINED,
    "plan": _I.EDIT_CALENDAR_ROUNDED,
    "dispute": _I.OUTLINED_FLAG_ROUNDED,
    "visit": _I.EDIT_NOTE_ROUNDED,
    "contact": _I.PERSON_ADD_OUTLINED,
}


@dataclass(frozen=True, slots=True)
class Told:
    """`amount` with its `currency` where that is known; `lines` under it, the first the main."""

    title: str
    sign: ft.IconData
    amount: str = ""
    spoken: str = ""
    lines: tuple[str, ...] = ()


def sign_of(entry: Entry) -> ft.IconData:
    for subject, sign in SIGNS.items():
        if subject in entry.kind:
            return sign
    return _I.EDIT_OUTLINED


def told(look: Look, entry: Entry, copy: ClientCopy | None, today: date) -> Told:
    """`copy` is what the device holds of the client, where it holds anything."""
    said, body = look.strings.entries, entry.body
    worded = LINES.get(entry.kind, _words)
    lines = worded(look, body, copy, today)
    if entry.files:
        lines.append(said.files(len(entry.files)))
    amount, spoken = _amount(look, entry, copy)
    title = said.kinds.get(entry.kind, said.unknown_kind)
    return Told(title, sign_of(entry), amount, spoken, tuple(line for line in lines if line))


def _amount(look: Look, entry: Entry, copy: ClientCopy | None) -> tuple[str, str]:
    """As shown and as read aloud; empty where none was typed, or nobody knows in what money."""
    body = entry.body
    value = body.get("amount") or body.get("granted")
    if entry.kind == "propose-plan":
        value = sum((Decimal(one["amount"]) for one in body["instalments"]), Decimal(0))
    currency = body.get("currency") or _currency(body, entry.about_id, copy)
    if value is None or not currency:
        return "", ""
    amount = Decimal(value)
    return look.amount(amount, currency), look.spoken(amount, currency)


def _currency(body: dict[str, Any], about_id: UUID | None, copy: ClientCopy | None) -> str | None:
    """Of the invoices it names, or of what it is about."""
    if copy is None:
        return None
    named = {*(body.get("document_ids") or ()), body.get("document_id")}
    of_documents = [one.currency for one in copy.open_documents if str(one.id) in named]
    of_promises = [one.currency for one in copy.promises if one.id == about_id]
    of_disputes = [one.currency for one in copy.disputes if one.id == about_id]
    return next(iter((*of_documents, *of_promises, *of_disputes)), None)


def _words(look: Look, body: dict[str, Any], _: ClientCopy | None, __: date) -> list[str]:  # noqa: ARG001
    return [body.get(name) or "" for name in ("text", "why", "proof", "note", "name")]


def _promise(look: Look, body: dict[str, Any], _: ClientCopy | None, today: date) -> list[str]:
    said = look.strings.entries
    day = look.day(date.fromisoformat(body["promised_on"]), today)
    count = len(body.get("document_ids") or ())
    about = [said.for_day(day=day), said.of_invoices(count) if count else ""]
    who = said.by(who=body["said_by"]) if body.get("said_by") else ""
    return [" · ".join(part for part in about if part), who, body.get("note") or ""]


def _plan(look: Look, body: dict[str, Any], _: ClientCopy | None, __: date) -> list[str]:
    said = look.strings.entries
    return [said.instalments(len(body["instalments"])), body.get("note") or ""]


def _dispute(look: Look, body: dict[str, Any], copy: ClientCopy | None, _: date) -> list[str]:
    said = look.strings.disputes
    reason = said.reasons.get(body["reason"], "")
    documents = copy.open_documents if copy else ()
    number = next((one.number for one in documents if str(one.id) == body["document_id"]), "")
    return [" · ".join(part for part in (reason, number) if part), body.get("note") or ""]


def _visit(look: Look, body: dict[str, Any], _: ClientCopy | None, today: date) -> list[str]:
    day = body.get("planned_on")
    said = look.strings.entries
    return [said.on_the(day=look.day(date.fromisoformat(day), today))] if day else []


def _report(look: Look, body: dict[str, Any], _: ClientCopy | None, today: date) -> list[str]:
    said = look.strings.visit_sheet
    mood = said.moods.get(body["mood"], "")
    met = " · ".join(part for part in (mood, body.get("met") or "") if part)
    step = body.get("next_step") or ""
    if step and body.get("next_step_on"):
        day = look.day(date.fromisoformat(body["next_step_on"]), today)
        step = f"{step}{NBSP}({day})"
    return [met, body.get("evidence") or "", step, body.get("note") or ""]


LINES: Final[dict[str, Lines]] = {
    "take-promise": _promise,
    "reschedule-promise": _promise,
    "propose-plan": _plan,
    "open-dispute": _dispute,
    "plan-visit": _visit,
    "move-visit": _visit,
    "report-visit": _report,
}
