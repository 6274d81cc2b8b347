"""The line to the server: whether it answers, and when it last did."""

from __future__ import annotations

import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from flet import Observable

if TYPE_CHECKING:
    from collections.abc import Callable

BACK_SECONDS: Final = 5.0


class Line(Observable):
    """Observed for `down` only; the instant of the last good answer is read when it is."""

    def __init__(self) -> None:
        self.down = False
        self.on_back: Callable[[], None] = _nobody
        """The server answers again: told once in a while.

        Where one address answers and another does not, the line is down and up by turns; whoever
        hears of it asks both, and would so for ever.
        """
        self._back_at = -math.inf
        self._good_at: datetime | None = None

    @property
    def good_at(self) -> datetime | None:
        return self._good_at

    def heard(self, good: bool) -> None:  # noqa: FBT001 - a listener of the wire's
        was_down, self.down = self.down, not good
        if good:
            self._good_at = datetime.now(UTC)
        if good and was_down and time.monotonic() - self._back_at >= BACK_SECONDS:
            self._back_at = time.monotonic()
            self.on_back()


def _nobody() -> None:
    """Nobody waits for it."""
