"""A long list read page after page, as one asks for more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from flet import Observable

from mobile.store.failing import kept_on

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from mobile.api.failures import Failure

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    """`cursor` while there are more."""

    items: Sequence[T]
    cursor: str | None


class Pages(Observable, Generic[T]):
    """What was read so far. A failure keeps it, and the next asking goes on from there.

    Where nothing was read, what the device holds of it is shown (`is_held`): its beginning.
    """

    def __init__(
        self,
        source: Callable[[str | None], Awaitable[Page[T]]],
        held: Callable[[], tuple[T, ...] | None] | None = None,
    ) -> None:
        self._source = source
        self._held = held
        self.is_held = False
        self._cursor: str | None = None
        self._forgotten = 0
        self.asked = False
        self.rows: tuple[T, ...] = ()
        self.more_to_come = False
        self.loading = False
        self.failure: Failure | None = None

    def look(self) -> None:
        """What the device holds, where nothing was read."""
        held = self._held() if self._held and not self.rows else None
        if held is not None:
            self._show(held, None)
            self.is_held = True

    async def more(self) -> None:
        """The next page; the first one when nothing was asked yet."""
        if self._held and (self.is_held or not self.asked):
            await self.from_the_start()
            return
        if self.loading or (self.asked and not self.more_to_come and self.failure is None):
            return
        self.asked, self.loading = True, True
        try:
            with kept_on(self):
                forgotten = self._forgotten
                page = await self._source(self._cursor)
                if forgotten == self._forgotten:
                    self._show((*self.rows, *page.items), page.cursor)
        finally:
            self.loading = False

    async def from_the_start(self) -> None:
        """The first page anew; what was read stays until it is there."""
        self.look()
        if self.loading:
            return
        self.asked, self.loading = True, True
        try:
            with kept_on(self):
                forgotten = self._forgotten
                page = await self._source(None)
                if forgotten == self._forgotten:
                    self._show(tuple(page.items), page.cursor)
        finally:
            self.loading = False

    def forget(self) -> None:
        """Nothing was read; what is being read is not kept either."""
        self._forgotten += 1
        self._show((), None)
        self.asked = False

    def _show(self, rows: tuple[T, ...], cursor: str | None) -> None:
        self.rows, self._cursor, self.is_held = rows, cursor, False
        self.more_to_come, self.failure = cursor is not None, None
