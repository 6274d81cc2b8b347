"""Naming people and roles in a comment: what is being typed after an @, and who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from shared.contract.identity import Role

FRAGMENT_MOST: Final = 40
WORDS_MOST: Final = 3
SHOWN_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Name:
    """Whom one may name, as it is written after the @: a person, or everybody of a role."""

    words: str
    account_id: UUID | None = None
    role: Role | None = None


class Fragment(NamedTuple):
    """What of a name is typed so far; the @ is at `start`, the caret at `end`."""

    start: int
    end: int
    text: str


def fragment_typed(before: str, after: str) -> Fragment | None:
    """What is being typed after an @, as the two texts differ: a field does not tell its caret."""
    caret = len(after) - same_end(before, after)
    start = after.rfind("@", 0, caret)
    if start < 0 or (start > 0 and after[start - 1].isalnum()):
        return None
    text = after[start + 1 : caret]
    too_long = len(text) > FRAGMENT_MOST or len(text.split()) > WORDS_MOST
    return None if too_long or "\n" in text else Fragment(start, caret, text)


def same_end(before: str, after: str) -> int:
    """Letters that the two texts share behind the place where they differ."""
    shortest = min(len(before), len(after))
    ahead = 0
    while ahead < shortest and before[ahead] == after[ahead]:
        ahead += 1
    behind = 0
    while behind < shortest - ahead and before[-1 - behind] == after[-1 - behind]:
        behind += 1
    return behind


def proposed(fragment: Fragment, names: Iterable[Name]) -> list[Name]:
    """Those whose name, or a word of it, begins so; a few."""
    begun = fold(fragment.text)
    if fragment.text.endswith(" "):
        begun += " "
    found = [one for one in names if f" {begun}" in f" {fold(one.words)}"]
    return found[:SHOWN_MOST]


def completed(text: str, fragment: Fragment, name: Name) -> str:
    """The text with the whole name in the fragment's place."""
    rest = text[fragment.end :]
    space = "" if rest.startswith(" ") else " "
    return f"{text[: fragment.start]}@{name.words}{space}{rest}"


class Passage(NamedTuple):
    """A name in a text, its @ included, from `start` to before `end`."""

    start: int
    end: int
    name: Name


def passages(text: str, names: Sequence[Name]) -> list[Passage]:
    """Where the text names them, in its order; of names that begin alike, the longest."""
    by_length = sorted(names, key=lambda one: -len(one.words))
    found: list[Passage] = []
    at = text.find("@")
    while at >= 0:
        name = next((one for one in by_length if stands_at(text, at + 1, one.words)), None)
        if name is not None:
            found.append(Passage(at, at + 1 + len(name.words), name))
        at = text.find("@", at + 1)
    return found


def stands_at(text: str, at: int, words: str) -> bool:
    """The whole words, not the beginning of longer ones."""
    end = at + len(words)
    return text.startswith(words, at) and not text[end : end + 1].isalnum()
