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
    """The last few things opened, made when first asked for.

    What `is_typed_in` stays, however many others were opened since: it is nowhere else.
    """

    def __init__(
        self,
        make: Callable[[K], T],
        most: int = KEPT,
        is_typed_in: Callable[[T], bool] = lambda _: False,
    ) -> None:
        self._make = make
        self._most = most
        self._is_typed_in = is_typed_in
        self._held: dict[K, T] = {}

    def __getitem__(self, key: K) -> T:
        held = self._held.pop(key, None) or self._make(key)
        self._held[key] = held
        self._make_room(key)
        return held

    def __contains__(self, key: K) -> bool:
        return key in self._held

    def _make_room(self, last: K) -> None:
        """The least recently opened goes first, never the one just opened."""
        for key in list(self._held):
            if len(self._held) <= self._most or key == last:
                return
            if not self._is_typed_in(self._held[key]):
                del self._held[key]

    def typed_in(self) -> list[T]:
        """Only these stay; the others are forgotten."""
        self._held = {key: one for key, one in self._held.items() if self._is_typed_in(one)}
        return list(self._held.values())
