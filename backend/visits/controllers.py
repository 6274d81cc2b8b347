"""Visits over the API: one's own list of a day, and what came of a visit."""

from datetime import date
from uuid import UUID

from litestar import Controller, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from backend.activity.saying import said
from backend.edge.provided import TheClock, TheSettings
from backend.identity.access import TheViewer, problems
from backend.visits.service import planning, reporting
from backend.visits.telling import report_told, visit_told
from shared.contract.visits import (
    MoveVisit,
    PlanVisit,
    RemoveVisit,
    ReportVisit,
    Visit,
    VisitList,
    VisitReport,
    VisitReportList,
)


class VisitController(Controller):
    path = "/visits"
    tags = ("Visits",)

    @get("", summary="One's own visits of a day")
    async def list_visits(
        self, viewer: TheViewer, clock: TheClock, on: FromQuery[date | None] = None
    ) -> VisitList:
        """Today's, where no day is given."""
        day = on or clock.today()
        rows = await planning.visits_of_day(viewer, day)
        return VisitList(on=day, items=[visit_told(row) for row in rows])

    @post(
        "/{visit_id:uuid}/move",
        status_code=200,
        opt=problems(409),
        summary="Move a visit to another place or day",
    )
    async def move_visit(
        self,
        visit_id: FromPath[UUID],
        data: JSONBody[MoveVisit],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Visit:
        """The others of the day keep their order."""
        when = said(data.said_at, clock, settings)
        return visit_told(await planning.move_visit(viewer, visit_id, data, when))

    @post(
        "/{visit_id:uuid}/remove",
        status_code=204,
        opt=problems(409),
        summary="Take a visit off the list",
    )
    async def remove_visit(
        self,
        visit_id: FromPath[UUID],
        data: JSONBody[RemoveVisit],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> None:
        when = said(data.said_at, clock, settings)
        await planning.remove_visit(viewer, visit_id, data, when)


class ClientVisitController(Controller):
    tags = ("Visits",)

    @post(
        "/clients/{client_id:uuid}/visits",
        opt=problems(409),
        summary="Put a client on one's list of a day",
    )
    async def plan_visit(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[PlanVisit],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Visit:
        """The same body with the same `id` again answers the same visit."""
        when = said(data.said_at, clock, settings)
        return visit_told(await planning.plan_visit(viewer, client_id, data, when))

    @post(
        "/clients/{client_id:uuid}/visit-reports",
        opt=problems(409),
        summary="Report a visit, planned or not",
    )
    async def report_visit(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[ReportVisit],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> VisitReport:
        """The same body with the same `id` again answers the same report."""
        when = said(data.said_at, clock, settings)
        return report_told(await reporting.report_visit(viewer, client_id, data, when))

    @get("/clients/{client_id:uuid}/visit-reports", summary="What came of the visits to a client")
    async def list_visit_reports(
        self, client_id: FromPath[UUID], viewer: TheViewer
    ) -> VisitReportList:
        rows = await reporting.reports_of_client(viewer, client_id)
        return VisitReportList(items=[report_told(row) for row in rows])

    @get("/visit-reports/{report_id:uuid}", summary="What came of one visit")
    async def visit_report(self, report_id: FromPath[UUID], viewer: TheViewer) -> VisitReport:
        return report_told(await reporting.report_of(viewer, report_id))
