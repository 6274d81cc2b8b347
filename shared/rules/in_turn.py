"""An order of amounts in several currencies in which no amount is held against one of another.

There are no rates here, and 90 000 JPY is not more than 600 EUR. Each currency has its own order,
the largest first, and they take turns: the first of each, then the second of each. A turn begins
with the currency that has most of them, then by code.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")


def in_turn(
    things: Iterable[T],
    *,
    currency: Callable[[T], str],
    amount: Callable[[T], Decimal],
    then: Callable[[T], Any] = str,
) -> list[T]:
    """`then` settles what is equal within a currency."""
    of = sorted(things, key=lambda one: (-amount(one), then(one)))
    many = Counter(map(currency, of))
    placed: Counter[str] = Counter()
    ranked: list[tuple[int, int, str, T]] = []
    for one in of:
        code = currency(one)
        ranked.append((placed[code], -many[code], code, one))
        placed[code] += 1
    return [one for *_, one in sorted(ranked, key=lambda rank: rank[:3])]
