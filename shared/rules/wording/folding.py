"""How the wording guard compares words: without capitals, accents and signs that stand for letters.

`sounded` is how a misspelt word sounds, roughly, in French and English alike: phrases written by
ear, "skizofrene", meet the lexicon there.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LETTERS_FOR_SIGNS: Final = str.maketrans("01345789@$!|", "oieastbgasii")
LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})

LOOKALIKES_MOST: Final = 2
"""Signs for letters in one word; with more of them it is a reference."""

REPEATED: Final = re.compile(r"(.)\1+")
SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"sch|ch|sk", "c"),
        (r"tz|ts", "s"),
        (r"sc(?=[eiy])|c(?=[eiy])", "s"),
        (r"qu|ck|[kq]", "c"),
        (r"gu(?=[eiy])", "g"),
        (r"g(?=[eiy])", "j"),
        (r"h", ""),
        (r"eau|au", "o"),
        (r"ai|ei|ay|ey|oe|ae", "e"),
        (r"ie|ee|ea|y", "i"),
        (r"z", "s"),
        (r"w", "v"),
        (r"[ae][nm](?=[^aeiounm])", "an"),
        (r"(?<=..)(?:e?s|e|t|x|d)$", ""),
        (r"(.)\1+", r"\1"),
    )
)


def folded(word: str) -> str:
    """Small letters, no accents, ligatures apart."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.casefold().translate(LIGATURES))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def plain(raw: str) -> str:
    """Folded; digits and signs among the letters as the letters they look like."""
    bare = folded(raw)
    if bare.isalpha():
        return bare
    if sum(sign.isalpha() for sign in bare) >= len(bare) - LOOKALIKES_MOST and not bare.isdigit():
        return bare.translate(LETTERS_FOR_SIGNS)
    return bare


def single_letters(word: str) -> str:
    return REPEATED.sub(r"\1", word)


def sounded(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word
