"""What came of visits, one report at a time; a report never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import today as api
from mobile.store.reading import Known, Reading
from mobile.store.shelf import Shelf

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.store.reach import Reach
    from shared.contract.visits import VisitReport


def visit_reports_shelf(reach: Reach) -> Shelf[UUID, Reading[VisitReport]]:
    """By id."""

    def reading(report_id: UUID) -> Reading[VisitReport]:
        async def read(_: Known[VisitReport] | None) -> Known[VisitReport]:
            return Known.now(await api.visit_report(reach.wire, report_id))

        return Reading(read)

    return Shelf(reading)
