"""Sentences with parameters, plurals, and the typography of each language."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from shared.formats import NARROW_NBSP, NBSP, number_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from _typeshed import DataclassInstance

    from shared.wording import Language


def parameters(text: str) -> frozenset[str]:
    """Names between braces in a template."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with named places: `Phrase("Données de {when}")(when="8 h 12")`."""

    text: str

    def __call__(self, **values: str) -> str:
        """Fill the places. A missing or a superfluous name is a programming error: TypeError."""
        _check(parameters(self.text), values.keys(), self.text)
        return self.text.format(**values)


@dataclass(frozen=True, slots=True)
class Plural:
    """A sentence that counts: `Plural("{n} client", "{n} clients")(1_234)`.

    French counts 0 with 1, English with many. The count is written with the language's groups.
    """

    one: str
    many: str
    none: str | None = None
    language: Language = "fr"

    def __call__(self, n: int, **values: str) -> str:
        text = self._form(n)
        _check(parameters(self.many) - {"n"}, values.keys(), self.many)
        return text.format(n=number_text(n, self.language), **values)

    def _form(self, n: int) -> str:
        if n == 0 and self.none is not None:
            return self.none
        singular = n in (0, 1) if self.language == "fr" else n == 1
        return self.one if singular else self.many


def _check(known: frozenset[str], given: Collection[str], text: str) -> None:
    if set(given) != known:
        raise TypeError(f"{text!r} takes {sorted(known)}, not {sorted(given)}")


def typeset(text: str, language: Language) -> str:
    """Curled apostrophes in both; in French, spaces that do not break where French wants them."""
    text = text.replace("'", "’").replace("...", "…")
    if language == "en":
        return text
    text = re.sub(r" ([;!?])", NARROW_NBSP + r"\1", text)
    text = re.sub(r" ([:»%])", NBSP + r"\1", text)
    text = text.replace("« ", "«" + NBSP)
    return re.sub(r"([\d}]) (j|h|jours?|Mo|Ko|€)\b", rf"\1{NBSP}\2", text)


T = TypeVar("T", bound="DataclassInstance")


def set_catalogue(catalogue: T, language: Language) -> T:
    """The catalogue with every sentence typeset in its language, groups included."""
    names = [field.name for field in fields(catalogue) if field.name != "language"]
    return replace(catalogue, **{name: _set(getattr(catalogue, name), language) for name in names})


def _set(value: object, language: Language) -> object:
    match value:
        case str():
            return typeset(value, language)
        case Phrase():
            return Phrase(typeset(value.text, language))
        case Plural():
            one, many = typeset(value.one, language), typeset(value.many, language)
            none = None if value.none is None else typeset(value.none, language)
            return Plural(one, many, none, language)
        case dict():
            return {key: _set(item, language) for key, item in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return set_catalogue(value, language)
        case _:
            raise TypeError(f"a catalogue holds sentences, not {value!r}")
