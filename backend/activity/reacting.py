"""What follows from a fact, in modules above the one that records it.

A module records that something happened and knows nobody who cares. Who cares is listed in
backend/reactions.py and registered by backend/wiring.py, and runs inside `record()`: in the same
transaction, after the fact is written. A reaction that raises undoes the command.

    async def judge_again(recorded: Recorded) -> None: ...

    REACTIONS = (("payment-reversed", judge_again),)

A reaction may record facts, which have reactions of their own. Facts that an import writes by a
statement of its own, thousands at once, are not reacted to one by one: whatever follows from them
is told of the run's own fact.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.activity.service import By, Fact

DEPTH_MOST: Final = 8
"""How many reactions may follow from one another: more is a circle."""


class Recorded(NamedTuple):
    """A fact as it was written just now."""

    id: UUID
    fact: Fact
    by: By
    at: datetime


Reaction: TypeAlias = "Callable[[Recorded], Awaitable[None]]"

_reactions: dict[str, list[Reaction]] = {}
_depth: ContextVar[int] = ContextVar("depth", default=0)


def react_to(kind: str, reaction: Reaction) -> None:
    """Has `reaction` follow from every fact of that kind, in the order of registration.

    Registered twice, it runs once: a process may be wired again.
    """
    registered = _reactions.setdefault(kind, [])
    if reaction not in registered:
        registered.append(reaction)


def no_longer(kind: str, reaction: Reaction) -> None:
    """Takes a registration back; only tests do."""
    _reactions[kind].remove(reaction)


async def react(recorded: Sequence[Recorded]) -> None:
    """Runs what follows from these facts.

    Raises:
        RecursionError: where reactions go round in a circle.
    """
    for one in recorded:
        for reaction in tuple(_reactions.get(one.fact.kind, ())):
            await deeper(reaction, one)


async def deeper(reaction: Reaction, recorded: Recorded) -> None:
    depth = _depth.get()
    if depth >= DEPTH_MOST:
        raise RecursionError(f"Reactions to {recorded.fact.kind} go round in a circle.")
    token = _depth.set(depth + 1)
    try:
        await reaction(recorded)
    finally:
        _depth.reset(token)
