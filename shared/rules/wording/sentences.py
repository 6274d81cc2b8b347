"""A comment taken apart for the wording guard: sentences, and words as `fold` would write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"[^\W_]+(?:[0-9@$!|][^\W_]+)*|[$@][^\W_]{3,}")
"""Letters and digits, and the signs that stand for a letter inside a word."""

SENTENCE_END: Final = re.compile(r"(?<!\bM)(?<!\bMr)(?<!\bDr)(?<!\bMrs)[.!?;\n]+(?:\s|$)|\n")

LETTERS_FOR_SIGNS: Final = str.maketrans("01345789@$!|", "oieastbgasii")
LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})

NAME_BEFORE: Final = frozenset(
    """
    m mr mme mlle mrs ms dr maitre me rue avenue boulevard bd place impasse quai street
    road lane saint sainte st societe sarl sas sa eurl ets cafe bar restaurant brasserie
    hotel chez maison garage messrs sir
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
DETERMINERS: Final = frozenset(
    """
    un une le la les des ces ce cet cette quel quelle quels de d du l the a an this that
    these what another encore c est
    """.split()  # noqa: SIM905 - a list of words is easier to read
)


@dataclass(frozen=True, slots=True)
class Word:
    """`is_part` of a hyphenated whole; `is_capital` where written with one first capital."""

    folded: str
    start: int
    end: int
    is_capital: bool
    is_part: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    words: tuple[Word, ...]

    def is_name(self, place: int) -> bool:
        """Whether the word is written as a name: Jean Le Noir, M. Juif, rue Gay-Lussac."""
        if not self.words[place].is_capital or place == 0:
            return False
        before = self.words[place - 1]
        if before.folded in NAME_BEFORE:
            return True
        after_name = before.folded not in DETERMINERS or (
            place > 1 and self.words[place - 2].is_capital
        )
        return before.is_capital and after_name


WORDS_MOST: Final = 60
"""A longer sentence is read in pieces: reading takes time that grows with the comment only."""

LETTERS_MOST: Final = 40
"""What goes on beyond is no word of a lexicon."""


def sentences(comment: str) -> Iterator[Sentence]:
    start = 0
    for stop in SENTENCE_END.finditer(comment):
        yield from pieces(words_of(comment, start, stop.end()))
        start = stop.end()
    if start < len(comment):
        yield from pieces(words_of(comment, start, len(comment)))


def pieces(words: list[Word]) -> Iterator[Sentence]:
    for start in range(0, len(words), WORDS_MOST):
        yield Sentence(tuple(words[start : start + WORDS_MOST]))


def words_of(comment: str, start: int, end: int) -> list[Word]:
    return [
        Word(
            plain(match[0][:LETTERS_MOST]),
            match.start(),
            match.end(),
            match[0][0].isupper() and not match[0][1:].isupper(),
            comment[match.start() - 1 : match.start()] == "-"
            or comment[match.end() : match.end() + 1] == "-",
        )
        for match in WORD.finditer(comment, start, end)
    ]


@lru_cache(maxsize=4096)
def plain(raw: str) -> str:
    """Small letters without accents; digits and signs among them as the letters they look like."""
    spread = unicodedata.normalize("NFKD", raw.casefold().translate(LIGATURES))
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    if sum(sign.isalpha() for sign in bare) >= len(bare) - LOOKALIKES_MOST and not bare.isdigit():
        return bare.translate(LETTERS_FOR_SIGNS)
    return bare


LOOKALIKES_MOST: Final = 2
"""Signs for letters in one word; with more of them it is a reference."""
