"""Which entry goes next. Pure.

Entries of one client go one after the other, in the order they were typed: whoever reads the thread
reads it as it was said, and a dispute is there before what is answered to it. What the server
refused steps aside: whatever has nothing to do with it goes on, for a comment is no worse because a
promise before it was refused. What builds on it is held until the person has looked: the answer to
a dispute that was not opened has nowhere to go, and closing one whose settlement was refused would
do what nobody wanted.

An entry builds on an earlier one of its client if it names it, or if both are about the same thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from mobile.sync.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from mobile.sync.entries import Entry


def holding(entries: Iterable[Entry], known_as: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    """Of entries in their order: those that are held, each with the refused one it waits for.

    `known_as` tells what the server calls a thing that got another id there than here.
    """
    blocked: dict[UUID, UUID] = {}
    held: dict[UUID, UUID] = {}
    for entry in entries:
        named = {known_as.get(thing, thing) for thing in builds_on(entry)}
        refused = next((blocked[thing] for thing in named if thing in blocked), None)
        if entry.state == "review":
            refused = refused or entry.id
        elif entry.is_open and refused is not None:
            held[entry.id] = refused
        else:
            continue
        about = {known_as.get(entry.about_id, entry.about_id)} if entry.about_id else set()
        blocked |= dict.fromkeys({entry.id} | about, refused)
    return held


def builds_on(entry: Entry) -> set[UUID]:
    """The things of its client that an entry cannot do without."""
    command = COMMANDS.get(entry.kind)
    said = [entry.body.get(name) for name in command.names] if command else []
    about = {entry.about_id} if entry.about_id else set()
    return about | {UUID(id_) for id_ in said if id_}


def next_of(
    entries: Iterable[Entry], held: Container[UUID], resting: Container[UUID]
) -> Entry | None:
    """The oldest entry that may go: the first of its client, and that client not resting."""
    passed: set[UUID] = set()
    for entry in entries:
        if not entry.is_open or entry.id in held or entry.client_id in passed:
            continue
        if entry.client_id not in resting:
            return entry
        passed.add(entry.client_id)
    return None
