"""What somebody typed to find a client: the same to the server and to a device offline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

from shared.text import fold

WORDS_MOST: Final = 6
LETTERS_FOR_PARTS: Final = 3
"""Fewer letters than that only begin a word."""
LITERAL_ENOUGH: Final = 50
"""So many clients found as typed: nobody is looking for a misspelt one."""


@dataclass(frozen=True, slots=True)
class LookedFor:
    """What was typed, and its folded words: letters and digits only."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        readable = "".join(filter(str.isprintable, text)).strip()
        return cls(readable, tuple(fold(readable).split()[:WORDS_MOST]))

    @property
    def digits(self) -> str:
        return "".join(filter(str.isdigit, self.text))

    @property
    def may_be_a_number(self) -> bool:
        return len(self.text) >= LETTERS_FOR_PARTS and bool(self.digits)
