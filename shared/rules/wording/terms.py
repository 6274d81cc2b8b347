"""A term of the wording guard: word families, and the words around that decide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from shared.rules.wording.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

Topic = Literal["health", "religion", "insult", "origin", "orientation", "opinion", "crime"]
"""What a comment should not say of a person: GDPR art. 9 and 10, and what insults them."""

Language = Literal["fr", "en"]

ENDINGS: Final[dict[str, str]] = {
    # French, which agrees and conjugates
    "s": "- s",
    "x": "- x",
    "e": "- e s es",
    "al": "al ale aux ales",
    "el": "el elle els elles",
    "en": "en enne ens ennes",
    "on": "on onne ons onnes",
    "et": "et ette ets ettes",
    "ier": "ier iere iers ieres",
    "eur": "eur euse eurs euses",
    "teur": "teur trice teurs trices",
    "eux": "eux euse euses",
    "if": "if ive ifs ives",
    "ne": "- ne s nes",
    "nt": "- nt",
    "er": "er e es ent ez ons ait ais aient ant a era erait eront ee ees",
    "ir": "ir it is issent issait issaient i ie ies issant ira",
    # English
    "es": "- es",
    "y": "y ies",
    "ic": "ic ics ical",
    "v": "- s ed ing",
    "ev": "e es ed ing",
    "yv": "y ies ied ying",
    "man": "man men woman women",
}
"""The endings a family takes after the stroke: `vol/eur` is voleur, voleuse and both plurals."""


@dataclass(frozen=True, slots=True)
class Term:
    """`forms` of words, folded, and the words around that decide.

    `before` ends where the form begins and `after` begins where it ends; `near` is found anywhere
    in the same sentence, `unless` is not. With `person`, whom it is said of stands at most so many
    words before it, or three after. `is_first`: at the head of a sentence it needs neither
    `before` nor `person`. A name (`is_name`) may be somebody's or something's, and then says
    nothing. A form that is not `is_loose` is never taken for misspelt.
    """

    topic: Topic
    forms: tuple[str, ...]
    before: str
    after: str
    near: str
    unless: str
    person: int
    is_name: bool
    is_loose: bool
    is_first: bool

    @property
    def stands_alone(self) -> bool:
        """Whether the word says it all, whatever stands around."""
        return not (self.before or self.after or self.near or self.person)


def term(
    topic: Topic,
    families: str,
    *,
    before: str = "",
    after: str = "",
    near: str = "",
    unless: str = "",
    person: int = 0,
    name: bool = False,
    loose: bool = True,
    first: bool = False,
) -> Term:
    """A term of the lexicon, its word families one a line.

    `arabe/s` is arabe, arabes; `élu/e` its four forms; `accus/er` the verb; see `ENDINGS`.
    The patterns are alternatives of whole folded words: `before="il est|elle est"`.
    """
    forms = tuple(dict.fromkeys(form for word in families.split() for form in inflected(word)))
    return Term(topic, forms, before, after, near, unless, person, name, loose, first)


def inflected(word: str) -> Iterator[str]:
    stem, _, ending = folded(word).partition("/")
    for end in ENDINGS[ending].split() if ending else ("-",):
        yield stem + end.replace("-", "")


@cache
def ends_with(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words}) $")


@cache
def goes_on_with(words: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{words})(?![^ ])")


@cache
def holds(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")
