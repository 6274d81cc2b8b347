"""The client list and the client file."""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, QueryParameter

from backend.edge.provided import CursorGiven, TheClock, TheCursors, clock
from backend.edge.response import kept_by_etag
from backend.identity.access import CHECKS_DEVICE_ITSELF, TheViewer, bearer
from backend.position import briefing, service
from backend.position.queries.client_list import Wanted
from shared.contract.base import MAX_PAGE
from shared.contract.clients import (
    ClientFile,
    ClientFilter,
    ClientPage,
    ClientSort,
    ClientTotals,
)
from shared.contract.today import Brief
from shared.rules.looked_for import LookedFor

PAGE = 50
"""Rows a page holds where nobody says how many."""

Limit = Annotated[int, QueryParameter(ge=1, le=MAX_PAGE)]


class ClientPositionController(Controller):
    path = "/clients"
    tags = ("Clients",)

    @get("", summary="The clients one sees, by page")
    async def list_clients(
        self,
        viewer: TheViewer,
        clock: TheClock,
        cursors: TheCursors,
        q: Annotated[str | None, QueryParameter(max_length=200)] = None,
        filter: FromQuery[ClientFilter] = "all",  # noqa: A002 - the parameter's name
        sort: FromQuery[ClientSort | None] = None,
        cursor: CursorGiven = None,
        limit: Limit = PAGE,
    ) -> ClientPage:
        """`q` finds by name, code, town, SIREN or invoice number, accents and typos forgiven.

        Found clients come by how well they fit, unless `sort` is given; others by name.
        """
        order = f"clients {filter} {sort} {q or ''}"
        wanted = Wanted(
            viewer=viewer,
            today=clock.today(),
            filter=filter,
            sort=sort,
            said=LookedFor.of(q) if q and q.strip() else None,
            after=cursors.read(order, cursor, tuple[str, Decimal, str, UUID]) if cursor else None,
            limit=limit,
        )
        items, last = await service.client_page(wanted)
        return ClientPage(
            items=items, next_cursor=cursors.write(order, last) if last is not None else None
        )

    @get("/totals", summary="How many clients one sees, and what they owe")
    async def client_totals(self, viewer: TheViewer, clock: TheClock) -> ClientTotals:
        return await service.client_totals(viewer, today=clock.today())

    @get(
        "/{client_id:uuid}",
        opt=CHECKS_DEVICE_ITSELF,
        responses={
            200: ResponseSpec(data_container=ClientFile, description="The client file"),
            304: ResponseSpec(data_container=None, description="Not changed since"),
        },
        summary="The client file",
    )
    async def client_file(
        self,
        request: Request[Any, Any, Any],
        client_id: FromPath[UUID],
    ) -> Response[bytes]:
        """Everything needed before a visit. A merged client's file is that of the one it became.

        The ETag changes with the business date too: ages do.
        """
        # Asked for by name these two would cost a tenth of the request: Litestar makes a task for
        # each dependency where there is more than one.
        asker, today = bearer(request), clock(request.app.state).today()
        return kept_by_etag(request, await service.client_file(asker, client_id, today=today))

    @get("/{client_id:uuid}/brief", summary="What to bring up with a client now")
    async def client_brief(
        self, client_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> Brief:
        """Five lines at most, the most pressing first; some are for the person who asks alone."""
        return await briefing.brief_of(viewer, client_id, today=clock.today())
