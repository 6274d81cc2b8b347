"""How long a client's entries rest after one of them could not be sent."""

from __future__ import annotations

from dataclasses import dataclass
from math import ldexp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

FIRST_SECONDS: Final = 2.0
MOST_SECONDS: Final = 900.0
DOUBLINGS_MOST: Final = 10


def rest_seconds(failures: int, share: float, least: float = 0.0) -> float:
    """Doubled with each failure in a row, up to a quarter of an hour; at least half of that.

    `share`, from 0 to 1, is drawn: phones that lost the network together do not return together.
    `least` is what the server asked for.
    """
    whole = min(ldexp(FIRST_SECONDS, min(failures - 1, DOUBLINGS_MOST)), MOST_SECONDS)
    return max(least, whole * (1 + share) / 2)


@dataclass(slots=True)
class Rest:
    failures: int
    until: float


class Resting:
    """By client. Kept in memory: an app that starts again tries again."""

    def __init__(self, now: Callable[[], float], chance: Callable[[], float]) -> None:
        self._now = now
        self._chance = chance
        self._rests: dict[UUID, Rest] = {}

    def put_off(self, client_id: UUID, least: float = 0.0) -> None:
        before = self._rests.get(client_id)
        failures = 1 if before is None else before.failures + 1
        seconds = rest_seconds(failures, self._chance(), least)
        self._rests[client_id] = Rest(failures, self._now() + seconds)

    def over(self, client_id: UUID) -> None:
        """It was answered."""
        self._rests.pop(client_id, None)

    def wake(self) -> None:
        """All may try now: the network is back."""
        for rest in self._rests.values():
            rest.until = self._now()

    def clients(self) -> set[UUID]:
        """Those that rest now."""
        return {client for client, rest in self._rests.items() if rest.until > self._now()}

    def seconds_left(self, client_ids: set[UUID]) -> float | None:
        """Until the first of them is rested; None where none of them rests."""
        ends = [rest.until for client, rest in self._rests.items() if client in client_ids]
        return max(0.0, min(ends) - self._now()) if ends else None
