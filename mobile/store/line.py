"""The line to the server: whether it answers, and when it last did."""

from __future__ import annotations

from datetime import UTC, datetime

from flet import Observable


class Line(Observable):
    """Observed for `down` only; the instant of the last good answer is read when it is."""

    def __init__(self) -> None:
        self.down = False
        self._good_at: datetime | None = None

    @property
    def good_at(self) -> datetime | None:
        return self._good_at

    def heard(self, good: bool) -> None:  # noqa: FBT001 - a listener of the wire's
        if good:
            self._good_at = datetime.now(UTC)
        self.down = not good
