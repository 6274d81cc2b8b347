"""The words of a lexicon, found as people type them.

Doubled or stretched letters, one slip from six letters on, words written by ear, a lost
apostrophe, letters hidden behind stars. Everyday words that look alike mean themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from shared.rules.wording.folding import single_letters, sounded
from shared.rules.wording.neighbours import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.rules.wording.terms import Term

SLIP_LEAST_LETTERS: Final = 6
"""Shorter words are too near to others: "con" and "son", "moron" and "morn"."""

DOUBLED_LEAST_LETTERS: Final = 5
"""Letters of a word that may be written with one too many or too few of a pair."""

SOUND_LEAST_LETTERS: Final = 5

LONG: Final = 7
"""Letters of a word that is taken for misspelt in any case."""

ELISION: Final = re.compile(r"(?:qu|[cdjlmnst])(?=[aeiouyh])")


class Lexicon:
    """Terms by their forms; `known` answers the form that a typed word stands for."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, tuple[Term, ...]] = {}
        self._single: dict[str, str] = {}
        self._sounding: dict[str, str] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        for term in terms:
            for form in term.forms:
                self._terms[form] = (*self._terms.get(form, ()), term)
                if term.is_loose or len(form) >= LONG:
                    self._add_loose(form)
        self.known = lru_cache(maxsize=16_384)(self._known)

    def terms(self, form: str) -> tuple[Term, ...]:
        return self._terms[form]

    def _add_loose(self, form: str) -> None:
        single = single_letters(form)
        if len(form) >= DOUBLED_LEAST_LETTERS:
            self._single.setdefault(single, form)
        sound = sounded(form)
        if len(sound) >= SOUND_LEAST_LETTERS:
            self._sounding.setdefault(sound, form)
        if len(single) < SLIP_LEAST_LETTERS:
            return
        for short in (single, *shortened(single)):
            if single not in self._near.get(short, ()):
                self._near[short] = (*self._near.get(short, ()), single)

    def _known(self, typed: str) -> str | None:
        if typed in self._terms:
            return typed
        if typed in EVERYDAY:
            return None
        if "*" in typed:
            return self._starred(typed)
        return self._misspelt(typed) or self._elided(typed)

    def _misspelt(self, typed: str) -> str | None:
        single = single_letters(typed)
        if single in self._single:
            return self._single[single]
        if len(single) < SLIP_LEAST_LETTERS - 1:
            return None
        for short in (single, *shortened(single)):
            for form in self._near.get(short, ()):
                if is_one_slip(single, form):
                    return self._single[form]
        return self._sounding.get(sounded(typed))

    def _elided(self, typed: str) -> str | None:
        """A word with the article stuck to it: "lescroc"."""
        bare = ELISION.sub("", typed, count=1)
        if bare == typed or len(bare) < DOUBLED_LEAST_LETTERS or bare in EVERYDAY:
            return None
        return bare if bare in self._terms else self._single.get(single_letters(bare))

    def _starred(self, typed: str) -> str | None:
        if typed.count("*") == len(typed) or not typed[0].isalpha():
            return None
        hidden = re.compile(re.escape(typed).replace(r"\*", "[a-z]"))
        return next((form for form in self._alone() if hidden.fullmatch(form)), None)

    def _alone(self) -> Iterable[str]:
        """What is worth hiding behind stars: insults that need nothing around them."""
        for form, terms in self._terms.items():
            if any(term.topic == "insult" and term.stands_alone for term in terms):
                yield form

    def is_alone(self, form: str) -> bool:
        return form in self._terms and any(term.stands_alone for term in self._terms[form])


def shortened(word: str) -> list[str]:
    """The word without each of its letters but the first, which is seldom mistyped."""
    return [word[:place] + word[place + 1 :] for place in range(1, len(word))]


def is_one_slip(typed: str, form: str) -> bool:
    """One letter left out, put in, taken for another, or two that changed places."""
    if abs(len(typed) - len(form)) > 1 or typed[0] != form[0]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, form, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(typed) > len(form):
        return typed[start + 1 :] == form[start:]
    if len(typed) < len(form):
        return typed[start:] == form[start + 1 :]
    if typed[start + 1 :] == form[start + 1 :]:
        return True
    swapped = typed[start : start + 2] == form[start : start + 2][::-1]
    return swapped and typed[start + 2 :] == form[start + 2 :]
