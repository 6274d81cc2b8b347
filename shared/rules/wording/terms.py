"""How the lexicons of the wording guard are written: a term, its forms, and what decides on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Topic = Literal["health", "religion", "insult", "origin", "orientation", "opinion", "crime"]
"""What a comment should not say of a person: GDPR art. 9 and 10, and what insults them."""

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Term:
    """`forms` of a word, as `fold` writes them, and the words around that decide.

    `before` ends where the form begins and `after` begins where it ends; `near` is found anywhere
    in the same sentence, `unless` is not. A `name` may be somebody's or something's name, and then
    says nothing. A form that is not `loose` is never taken for misspelt.
    """

    topic: Topic
    forms: tuple[str, ...]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    is_name: bool = False
    is_loose: bool = True


def term(
    topic: Topic,
    forms: str,
    *,
    before: str = "",
    after: str = "",
    near: str = "",
    unless: str = "",
    name: bool = False,
    loose: bool = True,
) -> Term:
    """A term of the lexicon. `arabe~s` is arabe, arabes; `elu~e~s~es` the four of them.

    The patterns are alternatives of whole words: `before="il est|elle est"`.
    """
    return Term(
        topic,
        tuple(form for word in forms.split() for form in inflected(word)),
        before=re.compile(rf"\b(?:{before}) $") if before else None,
        after=re.compile(rf" (?:{after})\b") if after else None,
        near=re.compile(rf"\b(?:{near})\b") if near else None,
        unless=re.compile(rf"\b(?:{unless})\b") if unless else None,
        is_name=name,
        is_loose=loose,
    )


def inflected(word: str) -> Iterable[str]:
    stem, *endings = word.split("~")
    return (stem, *(stem + ending for ending in endings))


AGREEING: Final = "~e~s~es"
"""The endings of most French adjectives and nouns."""
