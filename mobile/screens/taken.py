"""What is told of words that were said: what became of them, or that the device keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mobile.sync.entries import Entry as Kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look

M = TypeVar("M")


def taken_words(look: Look, made: M | Kept, told: Callable[[M], str]) -> str:
    """`told` of what the server made; of an entry that waits, that nothing of it is lost."""
    return look.strings.entries.kept if isinstance(made, Kept) else told(made)
