"""What the server says to people, in their language.

A refusal brings its English sentence; the French one stands here under the same code, in one file
a module, with the refusal's facts in braces. A code without French is told in English: a test
finds it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.catalogue import (
    clients,
    disputes,
    edge,
    files,
    identity,
    imports,
    live,
    organisation,
    promises,
    threads,
    values,
    visits,
)
from shared.formats import amount_text, date_text, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.settings import Language

# Every module's file; a new one is added here. Imports come first: what they find in a file may
# bear the code of a refusal, and is told from their own file.
FRENCH: dict[str, str] = {
    **imports.FRENCH,
    **edge.FRENCH,
    **values.FRENCH,
    **identity.FRENCH,
    **organisation.FRENCH,
    **clients.FRENCH,
    **threads.FRENCH,
    **files.FRENCH,
    **live.FRENCH,
    **promises.FRENCH,
    **disputes.FRENCH,
    **visits.FRENCH,
}


def sentence(code: str, english: str, facts: Mapping[str, object], language: Language) -> str:
    """The sentence for a code; `english` may hold the facts in braces too."""
    if language == "fr" and code in FRENCH:
        return filled(FRENCH[code], facts, "fr")
    return filled(english, facts, "en")


def filled(text: str, facts: Mapping[str, object], language: Language) -> str:
    """A sentence of any catalogue with its facts in their places.

    `{count:document is|documents are}` is the first form or the second, as the count asks for.
    """
    return text.format_map(Facts(facts, language)) if "{" in text else text


class Facts:
    """What `format_map` asks for the facts, each made readable when it is asked for.

    A fact that was not given shows as a dash, rather than hiding the sentence.
    """

    def __init__(self, facts: Mapping[str, object], language: Language) -> None:
        self._facts = facts
        self._language = language

    def __getitem__(self, name: str) -> object:
        if name not in self._facts:
            return Unknown()
        currency = str(self._facts.get("currency", ""))
        return readable(self._facts[name], currency, self._language)


def readable(fact: object, currency: str, language: Language) -> object:
    if type(fact) is int:
        return Counted(fact, language)
    return Written(fact, currency, language) if isinstance(fact, str | Decimal | date) else fact


class Written:
    """A fact as it travels, or as a person writes it: `{left:money}`, `{left:number}`, `{on:date}`.

    `money` is in the currency among the facts.
    """

    def __init__(self, fact: str | Decimal | date, currency: str, language: Language) -> None:
        self._fact = fact
        self._currency = currency
        self._language = language

    def __format__(self, form: str) -> str:
        match form:
            case "money":
                return amount_text(Decimal(str(self._fact)), self._currency, self._language)
            case "number":
                return number_text(Decimal(str(self._fact)), self._language)
            case "date":
                return date_text(date.fromisoformat(str(self._fact)), self._language)
            case _:
                return format(self._fact, form)


class Counted:
    """A number that chooses the form of the words around it."""

    def __init__(self, number: int, language: Language) -> None:
        self._number = number
        # French counts nothing with one, English with many.
        self._is_one = number == 1 or (number == 0 and language == "fr")

    def __format__(self, forms: str) -> str:
        one, bar, many = forms.partition("|")
        if not bar:
            return format(self._number, forms)
        return one if self._is_one else many


class Unknown:
    """Whatever form was asked of it."""

    def __format__(self, forms: str) -> str:
        return forms.partition("|")[2] or "–"


def preferred(accept_language: str, default: Language) -> Language:
    """The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4)."""
    best: tuple[float, Language] | None = None
    for part in accept_language.split(",")[:20]:
        name, _, rest = part.strip().partition(";")
        language = name.split("-")[0].strip().lower()
        weight = weight_of(rest)
        if language in {"fr", "en"} and weight > (best[0] if best else 0):
            best = (weight, "fr" if language == "fr" else "en")
    return best[1] if best else default


def weight_of(parameter: str) -> float:
    """`q=0.8`; 1 where absent, 0 where unreadable."""
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
