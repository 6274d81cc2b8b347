"""The screen in the person's hand: where they are, how wide it is, how large they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from flet import Observable

from mobile.store.place import FIRST, HOME, Clients, Place, SignIn, place_of, trail
from mobile.theme import BIG_TEXT_FROM, RAIL_FROM, THREE_PANES_FROM, TWO_PANES_FROM

if TYPE_CHECKING:
    from collections.abc import Callable

Panes = Literal["bar", "rail", "two", "three"]
BESIDE: Final[tuple[Panes, ...]] = ("two", "three")
"""Where the list stays beside what is opened from it."""


class Screen(Observable):
    """Changes only when what is drawn must change: a few pixels more are no change."""

    def __init__(self) -> None:
        self.place: Place = SignIn()
        self._beginning: Place = Clients()
        self.panes: Panes = "bar"
        self.dark_system = False
        self.big = False
        self.drawing = 0
        self._height = 844.0
        self._push: Callable[[str], None] = _nowhere

    def go(self, place: Place) -> None:
        """Drawn at once; the address bar follows."""
        if place != self.place:
            self._leave(self.place)
            self.place = place
            self._push(place.path)

    def _leave(self, place: Place) -> None:
        """A client's file goes back to where it was opened from."""
        if place in FIRST:
            self._beginning = place

    def back(self) -> None:
        """One step up the trail, wherever one came from."""
        before = self.trail[:-1]
        self.go(before[-1] if before else HOME)

    def start_again(self) -> None:
        """Everything is drawn anew, as in a new window."""
        self.drawing += 1

    def arrive(self, address: str) -> None:
        """The address bar says where we are."""
        place = place_of(address)
        if place != self.place:
            self._leave(self.place)
            self.place = place

    def follow(self, push: Callable[[str], None]) -> None:
        """Whom to tell the address of where one goes."""
        self._push = push

    def measure(self, width: float, height: float) -> None:
        """In logical pixels."""
        self._height = height
        self.panes = panes_of(width)

    @property
    def trail(self) -> tuple[Place, ...]:
        """The places one goes back through from here, this one last."""
        return trail(self.place, self._beginning)

    @property
    def height(self) -> float:
        """Not observed: a sheet asks when it opens."""
        return self._height

    def read_at(self, scale: float) -> None:
        """The person's text size: 1 is the designer's."""
        self.big = scale > BIG_TEXT_FROM


def panes_of(width: float) -> Panes:
    if width >= THREE_PANES_FROM:
        return "three"
    if width >= TWO_PANES_FROM:
        return "two"
    return "rail" if width >= RAIL_FROM else "bar"


def _nowhere(_: str) -> None:
    """No address bar yet."""
