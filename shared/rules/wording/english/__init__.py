"""The lexicon of English, in the order in which its terms are tried."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.english import (
    accusation,
    belief,
    couple,
    habits,
    illness,
    insult,
    intimacy,
    mind,
    offence,
    opinion,
    origin,
    symptoms,
    turns_of_phrase,
    words,
)
from shared.rules.wording.notation import terms_of

TERMS: Final = tuple(
    term
    for part in (
        illness,
        symptoms,
        mind,
        belief,
        insult,
        turns_of_phrase,
        origin,
        intimacy,
        couple,
        habits,
        opinion,
        offence,
        accusation,
    )
    for term in terms_of(part.TERMS, words.PHRASES)
)
