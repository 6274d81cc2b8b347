"""The files one may take away: lists with the `export` capability, a statement by whoever sees."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Controller, Response, get
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter

from backend.edge.file_names import attachment
from backend.edge.provided import TheClock, TheSettings
from backend.exports import service
from backend.exports.service import ExportedFile
from backend.identity.access import TheViewer, require
from backend.position.queries.client_list import Wanted
from shared.contract.clients import ClientFilter, ClientSort
from shared.rules.looked_for import LookedFor

PDF: Final = "application/pdf"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def a_file(media_type: str, description: str) -> dict[int, ResponseSpec]:
    """For the documentation."""
    return {200: ResponseSpec(data_container=bytes, media_type=media_type, description=description)}


def download(file: ExportedFile, ending: str, media_type: str) -> Response[bytes]:
    """Saved and not shown: what it holds came from outside, and is nobody else's to keep."""
    headers = {
        "Content-Disposition": attachment(file.name, ending),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(file.body, media_type=media_type, headers=headers)


class ListExportController(Controller):
    tags = ("Exports",)
    guards = (require("export"),)

    @get(
        "/clients.xlsx",
        responses=a_file(XLSX, "The list, a row for each client and currency"),
        summary="The client list as a spreadsheet",
    )
    async def export_client_list(
        self,
        viewer: TheViewer,
        clock: TheClock,
        q: Annotated[str | None, QueryParameter(max_length=200)] = None,
        filter: FromQuery[ClientFilter] = "all",  # noqa: A002 - the parameter's name
        sort: FromQuery[ClientSort | None] = None,
    ) -> Response[bytes]:
        """All the pages that the client list has for the same `q`, `filter` and `sort`."""
        wanted = Wanted(
            viewer=viewer,
            today=clock.today(),
            filter=filter,
            sort=sort,
            said=LookedFor.of(q) if q and q.strip() else None,
        )
        return download(await service.client_list(wanted, now=clock.now()), "xlsx", XLSX)

    @get(
        "/reports/aging.xlsx",
        responses=a_file(XLSX, "A row for each client and currency, and the totals"),
        summary="The aged balance as a spreadsheet",
    )
    async def export_aged_balance(
        self, viewer: TheViewer, clock: TheClock, as_of: FromQuery[date | None] = None
    ) -> Response[bytes]:
        """As of today, or of the day `as_of`."""
        file = await service.aged_balance(viewer, as_of or clock.today(), clock=clock)
        return download(file, "xlsx", XLSX)


class StatementController(Controller):
    path = "/clients/{client_id:uuid}"
    tags = ("Exports",)

    @get(
        "/statement.pdf",
        responses=a_file(PDF, "The statement, in the client's language"),
        summary="A client's statement of account as a PDF",
    )
    async def statement_pdf(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
        as_of: FromQuery[date | None] = None,
    ) -> Response[bytes]:
        """What is open today, or was on the day `as_of`, item by item."""
        file = await service.statement_as_pdf(
            viewer, client_id, as_of or clock.today(), clock=clock, zone=settings.time_zone
        )
        return download(file, "pdf", PDF)

    @get(
        "/statement.xlsx",
        responses=a_file(XLSX, "The statement, in the client's language"),
        summary="A client's statement of account as a spreadsheet",
    )
    async def statement_xlsx(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
        as_of: FromQuery[date | None] = None,
    ) -> Response[bytes]:
        """The same as the PDF, to work with."""
        file = await service.statement_as_xlsx(
            viewer, client_id, as_of or clock.today(), clock=clock, zone=settings.time_zone
        )
        return download(file, "xlsx", XLSX)
