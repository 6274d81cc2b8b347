"""Keeps comments about people factual (DOMAIN §15): finds what is said of health, religion, insult…

The debtor may ask to read what is written of them, so a comment says what happened and what was
promised, not what somebody has, believes, is or did elsewhere. The guard reads the words by rules:
the same on the phone before sending and on the server, with no model and no dependency. It advises;
whoever writes may go on with a reason (docs/decisions/0017).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shared.rules.wording import (
    english_belief,
    english_health,
    english_insult,
    english_private,
    french_belief,
    french_health,
    french_insult,
    french_private,
)
from shared.rules.wording.lexicon import Lexicon
from shared.rules.wording.sentences import Sentence, sentences

if TYPE_CHECKING:
    import re

    from shared.rules.wording.terms import Language, Term, Topic

LEXICONS: Final[dict[Language, Lexicon]] = {
    "fr": Lexicon(
        french_health.HEALTH
        + french_belief.RELIGION
        + french_insult.INSULT
        + french_private.ORIGIN
        + french_private.ORIENTATION
        + french_belief.OPINION
        + french_private.CRIME
    ),
    "en": Lexicon(
        english_health.HEALTH
        + english_belief.RELIGION
        + english_insult.INSULT
        + english_private.ORIGIN
        + english_private.ORIENTATION
        + english_belief.OPINION
        + english_private.CRIME
    ),
}

FUNCTION_WORDS: Final[dict[Language, frozenset[str]]] = {
    "fr": frozenset(
        """
    le la les un une des du de et est il elle ils elles ne pas que qui dans sur au aux
    ce cet cette ces pour par avec son sa ses leur nous vous je se c l d qu en ont sont
    fait
    """.split()  # noqa: SIM905 - a list of words is easier to read
    ),
    "en": frozenset(
        """
    the of and is he she they it not to in with for from his her their we you was has
    had who this that these be are by our at s t don doesn
    """.split()  # noqa: SIM905 - a list of words is easier to read
    ),
}

FINDINGS_MOST: Final = 20
"""More would say no more."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage of the comment, from `start` to before `end`, that is about `topic`."""

    topic: Topic
    start: int
    end: int


def not_factual(comment: str) -> list[Finding]:
    """What the comment says that is no fact of trade, in its order; at most 20 passages."""
    found: list[Finding] = []
    for sentence in sentences(comment):
        for language in languages_of(sentence):
            found += findings(sentence, LEXICONS[language])
        if len(found) >= 2 * FINDINGS_MOST:  # the two languages may find the same
            break
    return without_overlaps(found)[:FINDINGS_MOST]


def languages_of(sentence: Sentence) -> tuple[Language, ...]:
    """The language its small words are of; both where they do not tell."""
    words = [word.folded for word in sentence.words]
    french = sum(word in FUNCTION_WORDS["fr"] for word in words)
    english = sum(word in FUNCTION_WORDS["en"] for word in words)
    if french == english:
        return ("fr", "en")
    return ("fr",) if french > english else ("en",)


def findings(sentence: Sentence, lexicon: Lexicon) -> list[Finding]:
    known = [lexicon.known(word.folded) for word in sentence.words]
    if not any(known):
        return []
    # Misspelt words stand in the sentence as the lexicon spells them, so that phrases still match.
    spelt = [form or word.folded for form, word in zip(known, sentence.words, strict=True)]
    read = Read(sentence, " ".join(spelt))
    found = []
    at = 0
    for place, form in enumerate(spelt):
        for candidate in lexicon.terms(form) if known[place] else ():
            end = read.end_of(candidate, place, at, at + len(form))
            if end is not None:
                last = sentence.words[place + read.text.count(" ", at, end)]
                found.append(Finding(candidate.topic, sentence.words[place].start, last.end))
                break
        at += len(form) + 1
    return found


class Read:
    """A sentence as the lexicon spells it; what stands anywhere in it is looked for once."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence = sentence
        self.text = text
        self._has: dict[re.Pattern[str], bool] = {}

    def end_of(self, candidate: Term, place: int, start: int, end: int) -> int | None:
        """Where in `text` the passage ends that the term makes; None where it makes none."""
        word = self.sentence.words[place]
        is_piece = word.is_part and end - start <= SHORT and candidate.after is None
        if is_piece or (candidate.is_name and self.sentence.is_name(place)):
            return None
        if not self.bears_out(candidate, start):
            return None
        if candidate.after is None:
            return end
        match = candidate.after.match(self.text, end)
        return match.end() if match else None

    def bears_out(self, candidate: Term, start: int) -> bool:
        """Whether the words before, near and absent are as the term asks."""
        before = self.text[max(0, start - BEFORE_CHARACTERS) : start]
        if candidate.before and not candidate.before.search(before):
            return False
        if candidate.near and not self.has(candidate.near):
            return False
        return not (candidate.unless and self.has(candidate.unless))

    def has(self, pattern: re.Pattern[str]) -> bool:
        if pattern not in self._has:
            self._has[pattern] = pattern.search(self.text) is not None
        return self._has[pattern]


BEFORE_CHARACTERS: Final = 120
"""Far enough back for every phrase of the lexicons that comes before a word."""

SHORT: Final = 4
"""Letters of a word that, tied to another by a hyphen, is most likely a piece of it (con-seil)."""


def without_overlaps(found: list[Finding]) -> list[Finding]:
    """In order; of two passages that overlap, the one that begins first, or is longer."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept
