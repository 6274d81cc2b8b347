"""One thing that must hold, and how it is found not to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Invariant:
    """`sentence` says what holds; each row of `sql` breaks it."""

    name: str
    sentence: str
    sql: str


@dataclass(frozen=True, slots=True)
class Breach:
    """An invariant that does not hold, and the first rows that break it."""

    invariant: Invariant
    rows: Sequence[dict[str, Any]]
