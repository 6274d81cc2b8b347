"""Finding a client on the device by what is remembered of it, as the server does.

What was typed is found as it stands first (its words anywhere in what the client is known by), and
where that is not enough, with each word replaced by the ones like it. Of documents only the open
ones are on the device, and so only their numbers find anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from mobile.sync.likeness import words_alike
from shared.rules.looked_for import LETTERS_FOR_PARTS, LITERAL_ENOUGH

if TYPE_CHECKING:
    import sqlite3

    from shared.rules.looked_for import LookedFor

BEYOND: Final = "\U0010ffff"
EXACTLY, BEGINNING, WITHIN, ALIKE = 0.0, 1.0, 2.0, 4.0


@dataclass(frozen=True, slots=True)
class Found:
    """Where a client stands among what was found, the best fit first, and by what beside it."""

    place: float
    found_by: str | None = None


class Finding(dict[UUID, Found]):
    """By client."""

    def add(self, client: str, place: float, found_by: str | None) -> None:
        known = self.get(UUID(client))
        if known is not None:
            names = [name for name in (known.found_by, found_by) if name is not None]
            place, found_by = min(known.place, place), min(names, default=None)
        self[UUID(client)] = Found(place, found_by)


def find(connection: sqlite3.Connection, said: LookedFor) -> Finding:
    found = Finding()
    if said.words:
        literally(connection, said, found)
        if len(found) < LITERAL_ENOUGH:
            resembling(connection, said, found)
    if said.may_be_a_number:
        numbered(connection, said, found)
    return found


def literally(connection: sqlite3.Connection, said: LookedFor, found: Finding) -> None:
    """All the words, each anywhere in what the client, or one merged into it, is known by."""
    whole, raw = " ".join(said.words), said.text.casefold()
    condition = " AND ".join("(' ' || search_text) LIKE ?" for _ in said.words)
    values = [pattern(word) for word in said.words]
    for client, code, siren, name, text in connection.execute(
        f"SELECT id, code, siren, sort_name, search_text FROM client WHERE {condition}", values
    ):
        is_siren = siren is not None and siren == said.digits
        place = WITHIN
        if code.casefold() == raw or is_siren:
            place = EXACTLY
        elif name.startswith(whole) or text.startswith(whole):
            place = BEGINNING
        found.add(client, place, siren if is_siren else None)
    for client, code, text in connection.execute(
        f"SELECT client, code, search_text FROM merged WHERE {condition}", values
    ):
        begins = BEGINNING if text.startswith(whole) else WITHIN
        found.add(client, EXACTLY if code.casefold() == raw else begins, code)


def resembling(connection: sqlite3.Connection, said: LookedFor, found: Finding) -> None:
    """Each word as it stands or by one like it."""
    known = [word for (word,) in connection.execute("SELECT DISTINCT word FROM word WHERE is_name")]
    meant: dict[str, float] = {}
    remaining: set[str] | None = None
    for word in said.words:
        alike = words_alike(word, known) if len(word) >= LETTERS_FOR_PARTS else {}
        meant |= {near: max(how, meant.get(near, 0.0)) for near, how in alike.items()}
        clients = known_by(connection, word) | having(connection, list(alike))
        remaining = clients if remaining is None else remaining & clients
    for client in remaining or ():
        if meant:
            near = nearest(connection, client, meant)
            if near is not None:
                found.add(client, ALIKE - near, None)


def known_by(connection: sqlite3.Connection, word: str) -> set[str]:
    rows = connection.execute(
        "SELECT id FROM client WHERE (' ' || search_text) LIKE ?", (pattern(word),)
    )
    return {client for (client,) in rows}


def having(connection: sqlite3.Connection, words: list[str]) -> set[str]:
    marks = ", ".join("?" for _ in words)
    rows = connection.execute(f"SELECT client FROM word WHERE word IN ({marks})", words)
    return {client for (client,) in rows}


def nearest(connection: sqlite3.Connection, client: str, meant: dict[str, float]) -> float | None:
    """How near the nearest of a client's words is to what was meant."""
    rows = connection.execute("SELECT word FROM word WHERE client = ?", (client,))
    return max((meant[word] for (word,) in rows if word in meant), default=None)


def numbered(connection: sqlite3.Connection, said: LookedFor, found: Finding) -> None:
    """By the number of an open document, whole or its beginning."""
    typed = said.text.upper()
    for client, upper, number in connection.execute(
        "SELECT client, upper, min(number) FROM number WHERE upper >= ? AND upper < ?"
        " GROUP BY client, upper",
        (typed, typed + BEYOND),
    ):
        found.add(client, EXACTLY if upper == typed else BEGINNING, number)


def pattern(word: str) -> str:
    """A folded word holds letters and digits only: nothing in it needs escaping."""
    return f"% {word}%" if len(word) < LETTERS_FOR_PARTS else f"%{word}%"
