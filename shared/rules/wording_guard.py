"""Keeps comments about people factual (DOMAIN §15): finds what is said of health, religion, insult…

The debtor may ask to read what is written of them, so a comment says what happened and what was
promised, not what somebody has, believes, is or did elsewhere. The guard reads the words by rules:
the same on the phone before sending and on the server, with no model and no dependency. It advises;
whoever writes may go on with a reason (docs/decisions/0017).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.rules.wording import english, french
from shared.rules.wording.english import words as english_words
from shared.rules.wording.folding import folded
from shared.rules.wording.french import words as french_words
from shared.rules.wording.lexicon import Lexicon
from shared.rules.wording.sentences import (
    LETTERS_MOST,
    SPACED,
    WORDS_MOST,
    Sentence,
    Typed,
    folded_word,
    spans,
)
from shared.rules.wording.terms import ends_with, goes_on_with, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.rules.wording.terms import Language, Term, Topic

LEXICONS: Final[dict[Language, Lexicon]] = {
    "fr": Lexicon(french.TERMS),
    "en": Lexicon(english.TERMS),
}

PEOPLE: Final[dict[Language, tuple[frozenset[str], frozenset[str]]]] = {
    "fr": (french_words.PERSONS, french_words.IMPERSONAL),
    "en": (english_words.PERSONS, english_words.IMPERSONAL),
}

FUNCTION_WORDS: Final[dict[Language, frozenset[str]]] = {
    "fr": frozenset(
        """
    le la les un une des du de et est il elle ils elles ne pas que qui dans sur au aux
    ce cet cette ces pour par avec son sa ses leur nous vous je se c l d qu en ont sont
    fait mais chez avant apres sans tout trop plus selon deux trois jusqu depuis faute encore quel
    quelle espece tres
    """.split()  # noqa: SIM905 - a list of words is easier to read
    ),
    "en": frozenset(
        """
    the of and is he she they it not to in with for from his her their we you was has
    had who this that these be are by our at s t don doesn an before after without wanted off
    hes shes theyre thats isnt wasnt doesnt didnt im ive
    will were than too when until back up all what no out been another such still too whole only
    """.split()  # noqa: SIM905 - a list of words is easier to read
    ),
}

FINDINGS_MOST: Final = 20
"""More would say no more."""

BEFORE_CHARACTERS: Final = 120
"""Far enough back for every phrase of the lexicons that comes before a word."""

SHORT: Final = 4
"""Letters of a word that, tied to another by a hyphen, is most likely a piece of it (con-seil)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage of the comment, from `start` to before `end`, that is about `topic`."""

    topic: Topic
    start: int
    end: int


class Seen(NamedTuple):
    """What a typed word stands for in either lexicon, and which language it is a small word of."""

    folded: str
    french: str | None
    english: str | None
    small: int


@lru_cache(maxsize=16_384)
def seen(raw: str) -> Seen:
    word = folded_word(raw)
    small = (word in FUNCTION_WORDS["fr"]) - (word in FUNCTION_WORDS["en"])
    return Seen(word, LEXICONS["fr"].known(word), LEXICONS["en"].known(word), small)


def not_factual(comment: str) -> list[Finding]:
    """What the comment says that is no fact of trade, in its order; at most 20 passages."""
    found = list(spelt_out(comment))
    for start, stop in spans(comment):
        typed = Typed(comment, start, stop)
        words = [seen(raw[:LETTERS_MOST]) for raw in typed.words]
        for language in languages_of(words):
            forms = [word.french if language == "fr" else word.english for word in words]
            if any(forms):
                found += passages(typed, words, forms, language)
        if len(found) >= 2 * FINDINGS_MOST:  # the two languages may find the same
            break
    return without_overlaps(found)[:FINDINGS_MOST]


def passages(
    typed: Typed, words: list[Seen], forms: list[str | None], language: Language
) -> list[Finding]:
    """What is found in one sentence, read in pieces where it is long."""
    found = []
    for at in range(0, len(forms), WORDS_MOST):
        piece = slice(at, at + WORDS_MOST)
        if any(forms[piece]):
            sentence = Sentence(typed, at, [word.folded for word in words[piece]])
            found += findings(sentence, forms[piece], language)
    return found


def languages_of(words: list[Seen]) -> tuple[Language, ...]:
    """The language its small words are of; both where they do not tell."""
    balance = sum([word.small for word in words])
    if balance == 0:
        return ("fr", "en")
    return ("fr",) if balance > 0 else ("en",)


def spelt_out(comment: str) -> Iterator[Finding]:
    """Words whose letters stand one by one: "c o n n a r d"."""
    for match in SPACED.finditer(comment):
        word = folded("".join(sign for sign in match[0] if sign.isalpha()))
        for lexicon in LEXICONS.values():
            if lexicon.is_alone(word):
                yield Finding(lexicon.terms(word)[0].topic, match.start(), match.end())


def findings(sentence: Sentence, known: list[str | None], language: Language) -> list[Finding]:
    # Misspelt words stand in the sentence as the lexicon spells them, so that phrases still match.
    spelt = [form or word for form, word in zip(known, sentence.folded, strict=True)]
    read = Read(sentence, " ".join(spelt), language)
    found = []
    at = 0
    for place, form in enumerate(spelt):
        for candidate in LEXICONS[language].terms(form) if known[place] else ():
            end = read.end_of(candidate, place, at, at + len(form))
            if end is not None:
                last = sentence.match(place + read.text.count(" ", at, end))
                found.append(Finding(candidate.topic, sentence.match(place).start(), last.end()))
                break
        at += len(form) + 1
    return found


class Read:
    """A sentence as the lexicon spells it; what stands anywhere in it is looked for once."""

    def __init__(self, sentence: Sentence, text: str, language: Language) -> None:
        self.sentence = sentence
        self.text = text
        self._padded = f"{text} "
        self.language = language
        self._people: list[int] | None = None
        self._has: dict[str, bool] = {}

    def end_of(self, candidate: Term, place: int, start: int, end: int) -> int | None:
        """Where in `text` the passage ends that the term makes; None where it makes none."""
        is_piece = end - start <= SHORT and not candidate.after and self.sentence.is_part(place)
        if is_piece or (candidate.is_name and self.sentence.is_name(place)):
            return None
        if not self.bears_out(candidate, place, start):
            return None
        if not candidate.after:
            return end
        match = goes_on_with(candidate.after).match(self._padded, end)
        return min(match.end(), len(self.text)) if match else None

    def bears_out(self, candidate: Term, place: int, start: int) -> bool:
        """Whether the words before, near and absent, and who is meant, are as the term asks."""
        if not (candidate.is_first and place == 0):
            if candidate.person and not self.is_said_of_somebody(place, candidate.person):
                return False
            before = self.text[max(0, start - BEFORE_CHARACTERS) : start]
            if candidate.before and not ends_with(candidate.before).search(before):
                return False
        if candidate.near and not self.has(candidate.near):
            return False
        return not (candidate.unless and self.has(candidate.unless))

    def is_said_of_somebody(self, place: int, reach: int) -> bool:
        if self._people is None:
            self._people = self.sentence.people(*PEOPLE[self.language])
        return any(place - reach <= at <= place + 3 and at != place for at in self._people)

    def has(self, words: str) -> bool:
        if words not in self._has:
            self._has[words] = holds(words).search(self.text) is not None
        return self._has[words]


def without_overlaps(found: list[Finding]) -> list[Finding]:
    """In order; of two passages that overlap, the one that begins first, or is longer."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept
