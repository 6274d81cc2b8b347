"""Figures of the whole portfolio."""

from datetime import date

from litestar import Controller, get
from litestar.params import FromQuery

from backend.edge.provided import TheClock
from backend.identity.access import TheViewer
from backend.position.aging import portfolio_aging
from shared.contract.receivables import Aging


class ReportController(Controller):
    path = "/reports"
    tags = ("Reports",)

    @get("/aging", summary="What the clients one sees owe, by age")
    async def aging(
        self, viewer: TheViewer, clock: TheClock, as_of: FromQuery[date | None] = None
    ) -> Aging:
        """A past day is recomputed as it stood; today and later days from what is open now."""
        return await portfolio_aging(viewer, as_of, today=clock.today())
