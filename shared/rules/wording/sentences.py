"""A comment taken apart for the wording guard: sentences, their words, and who is meant."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from shared.rules.wording.folding import folded, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"[^\W_]+(?:[0-9@$!|*]+[^\W_]+)*\*{0,8}|[$@][^\W_]{3,}")
"""Letters and digits, and the signs that stand for a letter, or hide one, inside a word."""

SENTENCE_END: Final = re.compile(r"[.!?;\n]+(?:\s|$)")
TITLES: Final = ("M", "Mr", "Dr", "Mrs")
"""Before a stop that ends no sentence."""

SPACED: Final = re.compile(r"(?<![\w'’])[^\W\d_](?:[ .\-_*][^\W\d_]){2,15}(?![\w'’])")
"""Letters written one by one."""

NAME_BEFORE: Final = frozenset(
    """
    m mr mme mlle mrs ms dr maitre me rue avenue boulevard bd place impasse quai street
    road lane saint sainte st societe sarl sas sa eurl ets cafe bar restaurant brasserie
    hotel chez maison garage messrs sir
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
ARTICLES: Final = frozenset({"the", "le", "la", "les", "l", "au", "aux"})
"""Before two words with capitals: the name of a house, The Crooked Billet."""

NO_NAME_BEFORE: Final = frozenset(
    """
    un une le la les des ces ce cet cette quel quelle quels de d du l the a an this that
    these what another encore c est is are sont il elle he she they ils client cliente patron
    patronne gerant gerante owner boss customer manager director directeur comptable
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
SPEAKS_OF_ONE: Final = frozenset(
    """
    est etait serait a avait aurait boit fait ment vole se is was has had drinks lies steals
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
"""After a word with a capital in the middle of a sentence: that word is somebody's name."""

WORDS_MOST: Final = 60
"""A longer sentence is read in pieces: reading takes time that grows with the comment only."""

LETTERS_MOST: Final = 40
"""What goes on beyond is no word of a lexicon."""


class Typed:
    """A stretch of the comment; where its words stand is looked for once, when asked."""

    def __init__(self, comment: str, start: int, stop: int) -> None:
        self.comment = comment
        self.start = start
        self.stop = stop
        self.words = WORD.findall(comment, start, stop)

    @cached_property
    def matches(self) -> list[re.Match[str]]:
        return list(WORD.finditer(self.comment, self.start, self.stop))


class Sentence:
    """Words of `typed` from the one at `first` on: as they were typed, and folded."""

    def __init__(self, typed: Typed, first: int, words: list[str]) -> None:
        self.typed = typed
        self.first = first
        self.folded = words

    def match(self, place: int) -> re.Match[str]:
        return self.typed.matches[self.first + place]

    def is_capital(self, place: int) -> bool:
        raw = self.typed.words[self.first + place]
        return raw[0].isupper() and not raw[1:].isupper()

    def is_part(self, place: int) -> bool:
        """Whether it is tied by a hyphen to a word beside it."""
        match, said = self.match(place), self.typed.comment
        end = match.end()
        return said[match.start() - 1 : match.start()] == "-" or said[end : end + 1] == "-"

    def is_name(self, place: int) -> bool:
        """Whether the word is written as a name: Jean Le Noir, M. Juif, rue Gay-Lussac."""
        if place == 0 or not self.is_capital(place):
            return False
        before = self.folded[place - 1]
        if before in NAME_BEFORE:
            return True
        after = place + 1
        if before in ARTICLES and after < len(self.folded) and self.is_capital(after):
            return True
        return self.is_capital(place - 1) and (
            before not in NO_NAME_BEFORE or (place > 1 and self.is_capital(place - 2))
        )

    def people(self, persons: frozenset[str], impersonal: frozenset[str]) -> list[int]:
        """The places of the words that mean a person."""
        words = self.folded
        after = [*words[1:], ""]
        return [
            place
            for place, word in enumerate(words)
            if (word in persons and not (word in IT and after[place] in impersonal))
            or (after[place] in SPEAKS_OF_ONE and place > 0 and self.is_capital(place))
        ]


IT: Final = frozenset({"il", "on"})


def spans(comment: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for stop in SENTENCE_END.finditer(comment):
        before = comment[max(0, stop.start() - 4) : stop.start()]
        if before.endswith(TITLES) and before.split()[-1:] and before.split()[-1] in TITLES:
            continue
        yield start, stop.end()
        start = stop.end()
    if start < len(comment):
        yield start, len(comment)


def folded_word(raw: str) -> str:
    return plain(raw[:LETTERS_MOST]) if "*" not in raw else folded(raw[:LETTERS_MOST])
