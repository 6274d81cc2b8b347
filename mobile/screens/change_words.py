"""A recorded fact in a person's words: what happened, and each field's value before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from shared.formats import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mobile.components.look import Look
    from shared.contract.clients import Change, TermsBasis

Side = dict[str, Any]

NAMED = ("branch", "rep", "collector")
TERMS = ("terms_basis", "terms_days")
COUNTED = ("items", "added", "changed", "closed", "documents")
DAYS = ("value_on", "issued_on", "due_on", "promised_on", "planned_on", "next_step_on")
OF_ITSELF = {"client-added", "client-changed", "client-assigned", "due-dates-estimated"}
"""What these are about is the client whose history is read."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field. An empty text on one side: the fact speaks of the other only."""

    name: str
    before: str
    after: str


def title_of(look: Look, change: Change) -> str:
    words = look.strings.history
    kind = words.kinds.get(change.kind, words.any_kind)
    if change.why == "handover":
        kind = words.handover
    if not change.subject or change.kind in OF_ITSELF:
        return kind
    return words.about(kind=kind, what=change.subject)


def differences_of(look: Look, change: Change, today: date) -> list[Difference]:
    """In the order of the catalogue's fields; what has no name there is no person's business."""
    before, after = change.before, change.after
    if after is not None and after.get("code") == change.subject:
        after = {name: after[name] for name in after if name != "code"}  # the title tells it
    found = list(_differences(look, before, after, change.kind, today))
    for old, new in zip(_documents(before), _documents(after), strict=False):
        number = str(old.get("number") or new.get("number") or "")
        new = {name: new[name] for name in new if new[name] != old.get(name)}  # noqa: PLW2901
        old = {name: old.get(name) for name in new}  # noqa: PLW2901
        found += [
            Difference(
                look.strings.history.of_document(number=number, field=one.name),
                one.before,
                one.after,
            )
            for one in _differences(look, old, new, "document", today)
        ]
    return found


def _differences(
    look: Look, before: Side | None, after: Side | None, kind: str, today: date
) -> Iterator[Difference]:
    sides = [_readable(side or {}) for side in (before, after)]
    for field, name in look.strings.history.fields.items():
        if any(field in side for side in sides):
            was, became = (_side(look, side, field, kind, today) for side in sides)
            if was or became:
                yield Difference(name, was, became)


def _readable(side: Side) -> Side:
    """Two columns that are one thing to a person, as one; and ids by the names beside them."""
    listed = "documents" if isinstance(side.get("documents"), list) else ""
    shown = {name: value for name, value in side.items() if name not in {*TERMS, listed}}
    terms = {name: side[name] for name in TERMS if name in side}
    if terms:
        shown["terms"] = None if set(terms.values()) == {None} else terms
    for name in NAMED:
        if side.get(name) is not None:
            shown[name] = side.get(f"{name}_name") or "–"
    return shown


def _side(look: Look, side: Side, field: str, kind: str, today: date) -> str:
    if not side:
        return ""
    value = side.get(field)
    if value is None or value == "":
        return look.strings.history.nothing
    return _value(look, field, value, kind, today)


def _value(look: Look, field: str, value: Any, kind: str, today: date) -> str:
    words, strings = look.strings.history, look.strings
    if field in COUNTED:
        return getattr(words, field)(value) if isinstance(value, int) and value else ""
    if field in DAYS:
        return look.day(date.fromisoformat(value), today)
    match field, value:
        case "terms", dict():
            return _terms(look, value)
        case "amount", _:
            return number_text(Decimal(str(value)), strings.language)
        case _, bool():
            return words.yes if value else words.no
        case _:
            return _named_value(look, field, kind).get(value, str(value))


def _named_value(look: Look, field: str, kind: str) -> Mapping[Any, str]:
    """The words of the contract that a field may hold."""
    strings = look.strings
    known: dict[str, Mapping[Any, str]] = {
        "language": strings.common.languages,
        "kind": strings.document.kinds,
        "file": strings.data.kinds,
        "role": strings.file.contact_roles if kind.startswith("contact-") else {},
        "state": _states(look, kind),
        "mood": strings.visit_sheet.moods,
        "unpaid_reason": strings.visit_sheet.unpaid_reasons,
    }
    return known.get(field, {})


def _states(look: Look, kind: str) -> Mapping[Any, str]:
    said = look.strings.promises
    return said.plan_states if kind.startswith("plan-") else said.states


def _terms(look: Look, terms: Side) -> str:
    """Only the part that changed may have been recorded."""
    basis: TermsBasis | None = terms.get("terms_basis")
    days: int | None = terms.get("terms_days")
    if basis is not None and days is not None:
        return look.strings.identity.terms_of[basis](days)
    if days is not None:
        return look.days(days)
    return "" if basis is None else look.strings.history.bases[basis]


def _documents(side: Side | None) -> list[Side]:
    listed = (side or {}).get("documents")
    return listed if isinstance(listed, list) else []
