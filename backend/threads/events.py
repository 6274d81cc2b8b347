"""How a thread tells facts: which of them, and each in a sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from backend.catalogue import filled
from backend.catalogue.dispute_reasons import REASONS
from backend.catalogue.threads import ABOUT, ASSIGNED, EVENTS, GIVEN, NOBODY
from shared.formats import amount_text, date_text
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from asyncpg import Record

    from backend.settings import Language

POSTED: Final = "comment-posted"
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
KINDS: Final = tuple(sorted({key.partition(" ")[0] for key in EVENTS}))
"""What a thread tells beside comments: nothing here says more than the client's file does."""


def sentence_of(fact: Record, language: Language, known: Mapping[str, Any] = NOTHING) -> str:
    """A fact whose text was erased, or that an older release wrote, is told with a dash.

    `known` is what the row it is about tells today, where the fact leaves it out.
    """
    after: Mapping[str, Any] = fact["after"] or {}
    before: Mapping[str, Any] = fact["before"] or {}
    key = f"{fact['kind']} {after.get('state') or after.get('mood')}"
    if key not in EVENTS:
        key = fact["kind"]
    return filled(EVENTS[key][language], told({**known, **before, **after}, language), language)


def told(values: Mapping[str, Any], language: Language) -> dict[str, object]:
    """The words for what a fact holds."""
    facts: dict[str, object] = {
        name: values[name] for name in ("code", "into") if isinstance(values.get(name), str)
    }
    facts |= {name: int(values[name]) for name in ("added", "changed", "closed") if name in values}
    amount = amount_of(values, language) or granted_of(values, language)
    day = day_of(values, language)
    if amount:
        facts["amount"] = amount
    if day:
        facts["day"] = day
    number = values.get("document")  # as it is written on the invoice
    reason = REASONS[language].get(str(values.get("reason"))) if "amount" in values else None
    told_of = (number if isinstance(number, str) else None, amount, reason)
    parts = [part for part in told_of if part]
    facts["about"] = filled(ABOUT[language], {"parts": ", ".join(parts)}, language) if parts else ""
    facts["to"] = assigned(values, language)
    owner = values.get("owner_name")
    facts["given"] = filled(GIVEN[language], {"name": owner}, language) if owner else ""
    return facts


def amount_of(values: Mapping[str, Any], language: Language) -> str | None:
    amount, currency = values.get("amount"), values.get("currency")
    if not isinstance(amount, str) or not isinstance(currency, str):
        return None
    try:
        return amount_text(Decimal(amount), currency, language)
    except (InvalidOperation, Refused):
        return f"{amount} {currency}"


def granted_of(values: Mapping[str, Any], language: Language) -> str | None:
    """What of a dispute was granted; nothing is not told."""
    granted = values.get("granted")
    if not isinstance(granted, str) or not granted.strip("0."):
        return None
    return amount_of({**values, "amount": granted}, language)


def day_of(values: Mapping[str, Any], language: Language) -> str | None:
    day = values.get("promised_on")
    try:
        return date_text(date.fromisoformat(day), language) if isinstance(day, str) else None
    except ValueError:
        return day


def assigned(values: Mapping[str, Any], language: Language) -> str:
    """`commercial Alix Roux, agence Lyon`; without the name where the fact has none."""
    parts = []
    for column, word in ASSIGNED[language].items():
        if column in values:
            name = values.get(f"{column}_name")
            if name is None and values[column] is None:
                name = NOBODY[language]
            parts.append(f"{word} {name}" if name else word)
    return ", ".join(parts)
