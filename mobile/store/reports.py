"""The aged balance as of a day, and whom a client may be given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import identity, reports
from mobile.store.reading import Known, Reading
from mobile.store.shelf import Shelf

if TYPE_CHECKING:
    from datetime import date

    from mobile.store.reach import Reach
    from shared.contract.identity import Colleague
    from shared.contract.receivables import Aging

DAYS_KEPT = 12
COLLEAGUE_PAGES_MOST = 50


def agings_shelf(reach: Reach) -> Shelf[date | None, Reading[Aging]]:
    """Aged balances by their day; without one, of the server's today."""

    def reading(as_of: date | None) -> Reading[Aging]:
        async def read(_: Known[Aging] | None) -> Known[Aging]:
            return Known.now(await reports.aging(reach.wire, as_of))

        return Reading(read)

    return Shelf(reading, DAYS_KEPT)


class Colleagues(Reading["tuple[Colleague, ...]"]):
    """Everybody a client may be given to, by name."""

    def __init__(self, reach: Reach) -> None:
        super().__init__(self._everybody)
        self._reach = reach

    async def _everybody(
        self, _: Known[tuple[Colleague, ...]] | None
    ) -> Known[tuple[Colleague, ...]]:
        people: list[Colleague] = []
        cursor = None
        for _page in range(COLLEAGUE_PAGES_MOST):
            page = await identity.colleagues(self._reach.wire, cursor)
            people += page.items
            cursor = page.next_cursor
            if cursor is None:
                break
        return Known.now(tuple(people))
