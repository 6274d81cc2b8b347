"""The last few things opened, of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 20
"""Client files and documents a session holds; the least recently opened goes first."""

K = TypeVar("K")
T = TypeVar("T")


class Shelf(Generic[K, T]):
    """The last few things opened, made when first asked for."""

    def __init__(self, make: Callable[[K], T], most: int = KEPT) -> None:
        self._make = make
        self._most = most
        self._held: dict[K, T] = {}

    def __getitem__(self, key: K) -> T:
        held = self._held.pop(key, None) or self._make(key)
        self._held[key] = held
        while len(self._held) > self._most:
            del self._held[next(iter(self._held))]
        return held

    def clear(self) -> None:
        self._held.clear()
