"""Which words are meant by a misspelt one. Pure, and the server's own measure (pg_trgm's).

One slip of the finger (a letter too many, too few, wrong, or two exchanged) is found by what is
left of both words without one letter; more of them, in a long word or in the beginning of one, by
the share of the trigrams that are right all the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKE_ENOUGH: Final = 0.45
WORDS_MOST: Final = 20
SHORT: Final = 5
"""Words of more letters that one slip parts have a trigram in common."""
LETTERS_LEAST: Final = 4
LETTERS_MOST: Final = 60


def may_be_misspelt(word: str) -> bool:
    """Whether a word of a name is looked at: short ones and numbers are alike all too easily."""
    return LETTERS_LEAST <= len(word) <= LETTERS_MOST and not any(map(str.isdigit, word))


def words_alike(said: str, known: Iterable[str]) -> dict[str, float]:
    """Of the words known, those that may be meant, and how near they are: 1 is the word itself."""
    forms, parts = forms_of(said), trigrams(said)
    found: dict[str, float] = {}
    for word in known:
        others = trigrams(word)
        common = len(parts.keys() & others.keys())
        alike = common / (len(parts) + len(others) - common)
        near = 0.0
        may_slip = abs(len(word) - len(said)) <= 1 and (common or len(word) <= SHORT)
        if may_slip and not forms.isdisjoint(forms_of(word)):
            near = 0.5 + alike / 2
        if common >= LIKE_ENOUGH * len(parts):  # no extent of it can be nearer than that
            within = best_extent(parts, others)
            if within >= LIKE_ENOUGH:
                near = max(near, (within + alike) / 2)
        if near:
            found[word] = near
    nearest = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return dict(nearest[:WORDS_MOST])


def forms_of(word: str) -> set[str]:
    """The word, and what is left of it without each of its letters in turn."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


@lru_cache(maxsize=20_000)
def trigrams(word: str) -> dict[str, None]:
    """In their order, each once: two spaces stand before a word and one after it."""
    padded = f"  {word} "
    return dict.fromkeys(padded[n : n + 3] for n in range(len(padded) - 2))


def best_extent(said: dict[str, None], word: dict[str, None]) -> float:
    """The likeness of what was said to the part of the word that is nearest to it."""
    hits = [n for n, part in enumerate(word) if part in said]
    best = 0.0
    for first in range(len(hits)):
        for last in range(first, len(hits)):
            common, extent = last - first + 1, hits[last] - hits[first] + 1
            best = max(best, common / (len(said) + extent - common))
    return best
