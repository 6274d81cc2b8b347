"""The words of a lexicon, found as people type them: doubled letters, one slip, a lost"
" apostrophe.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from shared.rules.wording.neighbours import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.rules.wording.terms import Term

LOOSE_LEAST_LETTERS: Final = 6
"""Shorter words are too near to others: "con" and "son", "moron" and "morn"."""

REPEATED: Final = re.compile(r"(.)\1+")
ELISION: Final = re.compile(r"(?:qu|[cdjlmnst])(?=[aeiouyh])")


class Lexicon:
    """Terms by their forms; `known` answers the form that a typed word stands for."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, tuple[Term, ...]] = {}
        self._single: dict[str, str] = {}
        self._shortened: dict[str, tuple[str, ...]] = {}
        for term in terms:
            for form in term.forms:
                self._terms[form] = (*self._terms.get(form, ()), term)
                if term.is_loose:
                    self._add_loose(form)
        self.known = lru_cache(maxsize=8192)(self._known)

    def terms(self, form: str) -> tuple[Term, ...]:
        return self._terms[form]

    def _add_loose(self, form: str) -> None:
        single = single_letters(form)
        if len(single) < LOOSE_LEAST_LETTERS:
            return
        self._single.setdefault(single, form)
        for short in shortened(single):
            if single not in self._shortened.get(short, ()):
                self._shortened[short] = (*self._shortened.get(short, ()), single)

    def _known(self, typed: str) -> str | None:
        if typed in self._terms:
            return typed
        if typed in COMMON:
            return None
        return self._misspelt(typed) or self._misspelt(ELISION.sub("", typed, count=1), slips=0)

    def _misspelt(self, typed: str, slips: int = 1) -> str | None:
        if typed in self._terms and len(typed) >= LOOSE_LEAST_LETTERS:
            return typed
        single = single_letters(typed)
        if single in self._single:
            return self._single[single]
        if slips == 0 or len(single) < LOOSE_LEAST_LETTERS - 1:
            return None
        candidates = list(self._shortened.get(single, ()))
        for short in shortened(single):
            if short in self._single:
                candidates.append(short)
            candidates += self._shortened.get(short, ())
        near = (c for c in candidates if c[0] == single[0] and is_one_slip(single, c))
        return next((self._single[candidate] for candidate in near), None)


def single_letters(word: str) -> str:
    return REPEATED.sub(r"\1", word)


def shortened(word: str) -> set[str]:
    """The word without each of its letters."""
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def is_one_slip(typed: str, form: str) -> bool:
    """One letter left out, put in, taken for another, or two that changed places."""
    if abs(len(typed) - len(form)) > 1:
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
